/**
 * What was changed after a signature (ISO 32000-2 §7.5.6, §12.8.2.2): objects of the revision that was signed against those of the file. Another
 * signature, a filled field and validation data are honest; everything else changes what a person sees, or could.
 */
import { PDFArray, PDFDict, PDFName, type PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { fieldsOf } from './fields.ts'
import { isSame, type PdfRevision } from './revision.ts'

/** From the least to the most. */
export type PdfChanges = 'nothing' | 'signed-again' | 'form-filled' | 'changed'

export interface PdfDifference {
  readonly changes: PdfChanges
  /** A line for each change, of the worst kind first found. */
  readonly details: readonly string[]
}

const order: readonly PdfChanges[] = ['nothing', 'signed-again', 'form-filled', 'changed']

class Findings {
  changes: PdfChanges = 'nothing'
  readonly details: string[] = []

  add(changes: PdfChanges, detail: string): void {
    if (order.indexOf(changes) > order.indexOf(this.changes)) this.changes = changes
    this.details.push(detail)
  }
}

/** @param signed the revision that a signature is over @param now the whole file */
export function changesSince(signed: PdfRevision, now: PdfRevision): PdfDifference {
  const findings = new Findings()
  const changed = changedObjects(signed, now)
  if (!now.xref.sections.some((offset) => signed.xref.sections.includes(offset)))
    findings.add('changed', 'the file does not go back to what was signed')
  const roots = [signed, now].map(({ xref }) => xref.trailer.get(PDFName.of('Root'))?.toString())
  if (roots[0] !== roots[1]) findings.add('changed', 'another catalog')
  const world: World = { signed, now, changed, findings, allowed: new Set() }
  allowInformation(world)
  allowForm(world)
  allowPages(world)
  allowCatalog(world)
  allowNew(world)
  for (const number of changed)
    if (!world.allowed.has(number)) findings.add('changed', `object ${number} is another`)
  return { changes: findings.changes, details: findings.details }
}

interface World {
  readonly signed: PdfRevision
  readonly now: PdfRevision
  readonly changed: ReadonlySet<number>
  readonly findings: Findings
  /** Numbers of changed objects that are explained. */
  readonly allowed: Set<number>
}

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

/** Keys in which two dictionaries differ. */
function differingKeys(one: PDFDict | undefined, other: PDFDict | undefined): string[] {
  const keys = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])
  return [...keys]
    .filter((key) => !isSame(one?.get(key), other?.get(key)))
    .map((key) => key.decodeText())
}

/** Flags that are left out are none (§12.7.4.1): who writes the zero changes nothing. */
const isWrittenOut = (key: string, one: PDFDict, other: PDFDict): boolean =>
  key === 'Ff' && [one, other].every((each) => (each.get(PDFName.of('Ff')) ?? 0).toString() === '0')

/** Data about the document, which nobody sees in it: the dates, the producer, XMP. */
function allowInformation({ signed, now, allowed }: World): void {
  for (const { xref } of [signed, now]) {
    const number = numberOf(xref.trailer.get(PDFName.of('Info')))
    if (number !== undefined) allowed.add(number)
  }
  for (const { root } of [signed, now]) {
    const number = numberOf(root.get(PDFName.of('Metadata')))
    if (number !== undefined) allowed.add(number)
  }
}

const catalogKeys: ReadonlySet<string> = new Set(['AcroForm', 'DSS', 'Extensions', 'Metadata'])

function allowCatalog({ signed, now, findings, allowed }: World): void {
  const number = numberOf(signed.xref.trailer.get(PDFName.of('Root')))
  const keys = differingKeys(signed.root, now.root).filter((key) => !catalogKeys.has(key))
  for (const key of keys) findings.add('changed', `the catalog has another ${key}`)
  if (keys.length === 0 && number !== undefined) allowed.add(number)
}

const formKeys: ReadonlySet<string> = new Set(['Fields', 'SigFlags', 'DR', 'DA'])
const filledKeys: ReadonlySet<string> = new Set(['V', 'AS', 'AP', 'M', 'MK', 'RV'])

function allowForm(world: World): void {
  const { signed, now, findings, allowed } = world
  const key = PDFName.of('AcroForm')
  const [before, after] = [signed, now].map((one) => one.dictionary(one.root.get(key)))
  for (const name of differingKeys(before, after).filter((one) => !formKeys.has(one)))
    findings.add('changed', `the form has another ${name}`)
  const number = numberOf(signed.root.get(key)) ?? numberOf(now.root.get(key))
  if (number !== undefined) allowed.add(number)
  const list =
    numberOf(before?.get(PDFName.of('Fields'))) ?? numberOf(after?.get(PDFName.of('Fields')))
  if (list !== undefined) allowed.add(list)
  const old = new Map(fieldsOf(signed).map((field) => [field.name, field]))
  const present = fieldsOf(now)
  for (const name of old.keys())
    if (!present.some((field) => field.name === name))
      findings.add('changed', `field ${name} is gone`)
  for (const field of present) {
    const earlier = old.get(field.name)
    const own = numberOf(field.ref)
    if (earlier === undefined) {
      const isSignature = field.kind === 'Sig'
      findings.add(isSignature ? 'signed-again' : 'changed', `field ${field.name} is new`)
      if (isSignature && own !== undefined) allowed.add(own)
      continue
    }
    if (isSame(earlier.dictionary, field.dictionary) && isSame(earlier.value, field.value)) continue
    const keys = differingKeys(earlier.dictionary, field.dictionary).filter(
      (one) => !isWrittenOut(one, earlier.dictionary, field.dictionary),
    )
    const isFill = keys.every((one) => filledKeys.has(one)) && earlier.kind === field.kind
    const isSigning = field.kind === 'Sig' && earlier.value === undefined
    if (!isFill || (field.kind === 'Sig' && !isSigning)) {
      findings.add('changed', `field ${field.name} has another ${keys.join(', ')}`)
      continue
    }
    findings.add(
      isSigning ? 'signed-again' : 'form-filled',
      `field ${field.name} is ${isSigning ? 'signed' : 'filled'}`,
    )
    if (own !== undefined) allowed.add(own)
    const value = numberOf(field.dictionary.get(PDFName.of('V')))
    if (value !== undefined) allowed.add(value)
  }
}

/** Pages may have more annotations at the end of their list: the fields of later signatures. */
function allowPages(world: World): void {
  const { signed, now, changed, findings, allowed } = world
  const isWidget = (value: PDFObject): boolean => {
    const dictionary = now.dictionary(value)
    const kind =
      now.at(dictionary, 'FT') ??
      now.at(now.dictionary(dictionary?.get(PDFName.of('Parent'))), 'FT')
    return now.at(dictionary, 'Subtype')?.toString() === '/Widget' && kind?.toString() === '/Sig'
  }
  for (const number of changed) {
    const [before, after] = [signed.object(number), now.object(number)]
    const lists: (readonly [PDFObject | undefined, PDFObject | undefined])[] = []
    if (before instanceof PDFDict && after instanceof PDFDict) {
      if (signed.at(before, 'Type')?.toString() !== '/Page') continue
      const keys = differingKeys(before, after)
      if (keys.some((key) => key !== 'Annots')) continue
      lists.push([signed.at(before, 'Annots'), now.at(after, 'Annots')])
    } else if (isAnnotations(world, number)) lists.push([before, after])
    for (const [old, young] of lists) {
      const [first, second] = [old, young].map((one) =>
        one instanceof PDFArray ? one.asArray() : [],
      )
      const isLonger = (first ?? []).every((one, at) => isSame(one, second?.[at]))
      const added = (second ?? []).slice(first?.length ?? 0)
      if (isLonger && added.every(isWidget)) allowed.add(number)
      else findings.add('changed', `annotations of object ${number} are others`)
    }
  }
}

/** Is the object the list of annotations of a page that stands apart from it? */
function isAnnotations({ signed }: World, number: number): boolean {
  for (const other of signed.xref.entries.keys()) {
    const page = signed.object(other)
    if (page instanceof PDFDict && numberOf(page.get(PDFName.of('Annots'))) === number) return true
  }
  return false
}

/** New objects change nothing, unless something that was signed already pointed there. */
function allowNew({ signed, now, changed, findings, allowed }: World): void {
  const added = [...changed].filter((number) => signed.object(number) === undefined)
  if (added.length === 0) return
  const awaited = new Set<number>()
  for (const number of signed.xref.entries.keys()) {
    if (!signed.isUntouched(number, now)) continue
    const text = textOfDictionary(signed.object(number))
    for (const [, target] of text.matchAll(/(\d{1,10}) \d{1,5} R\b/g)) awaited.add(Number(target))
  }
  for (const number of added)
    if (awaited.has(number)) findings.add('changed', `object ${number} fills a gap that was signed`)
    else allowed.add(number)
}

const textOfDictionary = (object: PDFObject | undefined): string =>
  object instanceof PDFStream ? `${object.dict}` : `${object ?? ''}`
