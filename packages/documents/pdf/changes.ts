/**
 * What was changed after a signature (ISO 32000-2 §7.5.6, §12.8.2.2): objects of the revision that was signed against those of the file. Another
 * signature, a filled field and validation data are honest; everything else changes what a person sees, or could. An object is what it was in the
 * signed revision, and nothing that was added makes it something else.
 */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { hasDuplicateKeys } from './duplicate-keys.ts'
import { type Field, fieldsOf, type Widget } from './fields.ts'
import { permissionsOf } from './permissions.ts'
import { namedIn, referrersIn } from './references.ts'
import { isSame, type PdfRevision } from './revision.ts'

/** From the least to the most. */
export type PdfChanges = 'nothing' | 'signed-again' | 'form-filled' | 'changed'

export interface PdfDifference {
  readonly changes: PdfChanges
  /** A line for each change. */
  readonly details: readonly string[]
}

const order: readonly PdfChanges[] = ['nothing', 'signed-again', 'form-filled', 'changed']
/** Lines told. */
const mostDetails = 100

class Findings {
  changes: PdfChanges = 'nothing'
  readonly details: string[] = []

  add(changes: PdfChanges, detail: string): void {
    if (order.indexOf(changes) > order.indexOf(this.changes)) this.changes = changes
    if (this.details.length < mostDetails) this.details.push(detail)
  }
}

interface World {
  readonly signed: PdfRevision
  readonly now: PdfRevision
  /** Numbers whose objects differ. */
  readonly changed: ReadonlySet<number>
  /** Of the signed revision. */
  readonly referrers: ReadonlyMap<number, ReadonlySet<number>>
  readonly findings: Findings
  /** Of `changed`, those that are explained. */
  readonly allowed: Set<number>
}

/** @param signed the revision that a signature is over @param now the whole file @param signature its dictionary */
export function changesSince(
  signed: PdfRevision,
  now: PdfRevision,
  signature: PDFDict,
): PdfDifference {
  const findings = new Findings()
  if (signed.bytes.length === now.bytes.length) return findings
  const changed = changedObjects(signed, now)
  if (!now.xref.sections.some((offset) => signed.xref.sections.includes(offset)))
    findings.add('changed', 'the file does not go back to what was signed')
  if (`${now.xref.trailer.get(root)}` !== `${signed.xref.trailer.get(root)}`)
    findings.add('changed', 'another catalog')
  const referrers = changed.size > 0 ? referrersIn(signed) : new Map()
  const world: World = { signed, now, changed, referrers, findings, allowed: new Set() }
  if (changed.size > 0) {
    allowInformation(world)
    allowCatalog(world)
    const added = allowForm(world)
    allowPages(world, added)
    allowNew(world)
    for (const number of changed)
      if (!world.allowed.has(number)) findings.add('changed', `object ${number} is another`)
  }
  refuseAmbiguous(world)
  const permissions = permissionsOf(signed, signature)
  for (const fault of permissions.faultsOf(world, findings.changes !== 'nothing'))
    findings.add('changed', fault)
  return { changes: findings.changes, details: findings.details }
}

const root = PDFName.of('Root')

function changedObjects(signed: PdfRevision, now: PdfRevision): Set<number> {
  const numbers = new Set([...signed.xref.entries.keys(), ...now.xref.entries.keys()])
  const changed = new Set<number>()
  for (const number of numbers)
    if (!signed.isUntouched(number, now) && !isSame(signed.object(number), now.object(number)))
      changed.add(number)
  return changed
}

const numberOf = (value: PDFObject | undefined): number | undefined =>
  value instanceof PDFRef ? value.objectNumber : undefined

const isNew = ({ signed }: World, number: number): boolean => signed.object(number) === undefined

/** In the signed revision nobody but these names the object. */
const isOnlyOf = (
  { referrers }: World,
  number: number,
  ...by: readonly (number | undefined)[]
): boolean => [...(referrers.get(number) ?? [])].every((one) => by.includes(one))

/** Keys in which two dictionaries differ. */
function differingKeys(one: PDFDict | undefined, other: PDFDict | undefined): string[] {
  const keys = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])
  return [...keys]
    .filter((key) => !isSame(one?.get(key), other?.get(key)))
    .map((key) => key.decodeText())
}

/** Data about the document, which nobody sees in it: what was that, and nothing else, may be another. */
function allowInformation(world: World): void {
  const { signed, now, allowed, findings } = world
  const catalog = numberOf(signed.xref.trailer.get(root))
  const info = PDFName.of('Info')
  const [before, after] = [signed, now].map(({ xref }) => numberOf(xref.trailer.get(info)))
  if (before !== undefined && isOnlyOf(world, before) && signed.object(before) instanceof PDFDict)
    allowed.add(before)
  if (after !== before && after !== undefined && !isNew(world, after))
    findings.add('changed', `object ${after} becomes information`)
  const metadata = PDFName.of('Metadata')
  const [old, young] = [signed, now].map((one) => numberOf(one.root.get(metadata)))
  if (old !== undefined && isOnlyOf(world, old, catalog)) allowed.add(old)
  if (young !== old && young !== undefined && !isNew(world, young))
    findings.add('changed', `object ${young} becomes metadata`)
}

/** May be set, to something new, or to what was that before. */
const catalogKeys = ['AcroForm', 'DSS', 'Extensions', 'Metadata'] as const

function allowCatalog(world: World): void {
  const { signed, now, findings, allowed } = world
  const number = numberOf(signed.xref.trailer.get(root))
  const keys = differingKeys(signed.root, now.root)
  const wrong = keys.filter((key) => !catalogKeys.some((one) => one === key))
  for (const key of wrong) findings.add('changed', `the catalog has another ${key}`)
  for (const key of keys) {
    const target = numberOf(now.root.get(PDFName.of(key)))
    if (target !== undefined && !isNew(world, target))
      findings.add('changed', `object ${target} becomes ${key}`)
  }
  if (number !== undefined) allowed.add(number)
  const dss = numberOf(signed.root.get(PDFName.of('DSS')))
  if (dss !== undefined && isOnlyOf(world, dss, number)) allowed.add(dss)
}

const formKeys: ReadonlySet<string> = new Set(['Fields', 'SigFlags', 'DR', 'DA', 'NeedAppearances'])
const filledKeys: ReadonlySet<string> = new Set(['V', 'AS', 'AP', 'M', 'MK', 'RV', 'I'])

/** @returns numbers of the fields that are new: signatures */
function allowForm(world: World): ReadonlySet<number> {
  const { signed, now, findings, allowed } = world
  const key = PDFName.of('AcroForm')
  const catalog = numberOf(signed.xref.trailer.get(root))
  const [before, after] = [signed, now].map((one) => one.dictionary(one.root.get(key)))
  for (const name of differingKeys(before, after)) {
    if (name === 'NeedAppearances') findings.add('form-filled', 'viewers draw the fields anew')
    else if (!formKeys.has(name)) findings.add('changed', `the form has another ${name}`)
  }
  const form = numberOf(signed.root.get(key))
  if (form !== undefined && isOnlyOf(world, form, catalog)) allowed.add(form)
  const list = numberOf(before?.get(PDFName.of('Fields')))
  if (list !== undefined && isOnlyOf(world, list, form, catalog)) allowed.add(list)
  const old = new Map(fieldsOf(signed).map((field) => [field.name, field]))
  const added = new Set<number>()
  const present = fieldsOf(now)
  const names = new Set(present.map(({ name }) => name))
  for (const name of old.keys())
    if (!names.has(name)) findings.add('changed', `field ${name} is gone`)
  for (const field of present) {
    const earlier = old.get(field.name)
    if (earlier) allowFilled(world, earlier, field)
    else {
      const number = allowSignature(world, field)
      if (number !== undefined) added.add(number)
    }
  }
  return added
}

/** A new object that is field and widget in one, with a signature in it. */
function allowSignature(world: World, field: Field): number | undefined {
  const { now, findings } = world
  const { name, kind, value, dictionary, ref } = field
  const isSignature =
    kind === 'Sig' &&
    ref !== undefined &&
    isNew(world, ref.objectNumber) &&
    isSignatureValue(world, dictionary, value) &&
    field.widgets.length === 0 &&
    !hasAction(dictionary)
  if (!isSignature) {
    findings.add('changed', `field ${name} is new`)
    return undefined
  }
  const isSeen = now.at(dictionary, 'AP') !== undefined
  findings.add(
    'signed-again',
    `field ${name} is a new signature${isSeen ? ', seen on its page' : ''}`,
  )
  return ref.objectNumber
}

function isSignatureValue(world: World, field: PDFDict, value: PDFObject | undefined): boolean {
  const number = numberOf(field.get(PDFName.of('V')))
  return (
    value instanceof PDFDict &&
    value.has(PDFName.of('ByteRange')) &&
    value.has(PDFName.of('Contents')) &&
    (number === undefined || isNew(world, number))
  )
}

const hasAction = (dictionary: PDFDict): boolean =>
  ['A', 'AA'].some((key) => dictionary.has(PDFName.of(key)))

/** Flags that are left out are none (§12.7.4.1): who writes the zero changes nothing. */
const isWrittenOut = (key: string, one: PDFDict, other: PDFDict): boolean =>
  key === 'Ff' && [one, other].every((each) => (each.get(PDFName.of('Ff')) ?? 0).toString() === '0')

function allowFilled(world: World, earlier: Field, field: Field): void {
  const { findings } = world
  const isFilled = !isSame(earlier.value, field.value)
  const parts: (readonly [Widget, Widget])[] = [[earlier, field]]
  let isRight = earlier.kind === field.kind && earlier.widgets.length === field.widgets.length
  for (const [at, one] of earlier.widgets.entries()) {
    const other = field.widgets[at]
    if (other) parts.push([one, other])
  }
  const touched: string[] = []
  for (const [one, other] of parts) {
    const keys = differingKeys(one.dictionary, other.dictionary).filter(
      (key) => !isWrittenOut(key, one.dictionary, other.dictionary),
    )
    touched.push(...keys)
    if (!keys.every((key) => filledKeys.has(key)) || `${one.ref}` !== `${other.ref}`)
      isRight = false
  }
  const isUntouched = touched.length === 0 && !isFilled && !appearsAnew(world, parts)
  if (isUntouched) return
  const isSignature = field.kind === 'Sig'
  const isSigning =
    isSignature &&
    earlier.value === undefined &&
    isSignatureValue(world, field.dictionary, field.value)
  if (!isRight || !isFilled || earlier.isReadOnly || (isSignature && !isSigning)) {
    findings.add('changed', `field ${field.name} has another ${touched.join(', ') || 'appearance'}`)
    return
  }
  findings.add(
    isSigning ? 'signed-again' : 'form-filled',
    `field ${field.name} is ${isSigning ? 'signed' : 'filled'}`,
  )
  for (const [one] of parts) allowOwn(world, one)
}

/** Streams in which the field is drawn, by the signed revision. */
const appearancesOf = ({ signed }: World, { dictionary }: Widget): number[] => {
  const entry = dictionary.get(PDFName.of('AP'))
  const own = numberOf(entry)
  const named = namedIn(entry instanceof PDFRef ? signed.object(entry.objectNumber) : entry)
  return [...(own === undefined ? [] : [own]), ...named]
}

const appearsAnew = (world: World, parts: readonly (readonly [Widget, Widget])[]): boolean =>
  parts.some(([one]) => appearancesOf(world, one).some((number) => world.changed.has(number)))

/** The field itself, what it is drawn by, and its value, where they were nobody else's. */
function allowOwn(world: World, widget: Widget): void {
  const { allowed } = world
  const own = numberOf(widget.ref)
  if (own !== undefined) allowed.add(own)
  const appearances = appearancesOf(world, widget)
  for (const number of appearances)
    if (isOnlyOf(world, number, own, ...appearances)) allowed.add(number)
  const value = numberOf(widget.dictionary.get(PDFName.of('V')))
  if (value !== undefined && isOnlyOf(world, value, own)) allowed.add(value)
}

/** Pages may have more annotations at the end of their list: the fields of later signatures, and no others. */
function allowPages(world: World, added: ReadonlySet<number>): void {
  const { signed, now, changed, findings, allowed } = world
  const annots = PDFName.of('Annots')
  const isPage = (one: PDFObject | undefined): one is PDFDict =>
    one instanceof PDFDict && signed.at(one, 'Type')?.toString() === '/Page'
  const judge = (
    number: number,
    old: PDFObject | undefined,
    young: PDFObject | undefined,
  ): void => {
    const [first = [], second = []] = [old, young].map((one) =>
      one instanceof PDFArray ? one.asArray() : [],
    )
    const isLonger = first.every((one, at) => isSame(one, second[at]))
    const isAdded = (one: PDFObject): boolean => added.has(numberOf(one) ?? -1)
    if (isLonger && second.slice(first.length).every(isAdded)) allowed.add(number)
    else findings.add('changed', `annotations of object ${number} are others`)
  }
  for (const [page] of signed.xref.entries) {
    const before = signed.object(page)
    if (!isPage(before)) continue
    const list = numberOf(before.get(annots))
    if (changed.has(page)) {
      const after = now.object(page)
      if (!(after instanceof PDFDict)) continue
      const keys = differingKeys(before, after)
      if (keys.some((key) => key !== 'Annots')) continue
      const target = numberOf(after.get(annots))
      if (target !== undefined && target !== list && !isNew(world, target)) continue
      judge(page, signed.at(before, 'Annots'), now.at(after, 'Annots'))
    }
    if (list !== undefined && changed.has(list) && isOnlyOf(world, list, page))
      judge(list, signed.object(list), now.object(list))
  }
}

/** New objects change nothing, unless something that was signed already pointed there. */
function allowNew(world: World): void {
  const { changed, referrers, findings, allowed } = world
  for (const number of changed) {
    if (!isNew(world, number)) continue
    if (referrers.has(number))
      findings.add('changed', `object ${number} fills a gap that was signed`)
    else allowed.add(number)
  }
}

/** Also where what is read is the same: who reads the other value sees another. */
function refuseAmbiguous({ signed, now, findings }: World): void {
  for (const [number, entry] of now.xref.entries) {
    if (signed.isUntouched(number, now)) continue
    if (entry?.kind === 'plain' && hasDuplicateKeys(now.bytes.subarray(entry.offset)))
      findings.add('changed', `object ${number} has a key twice`)
  }
}
