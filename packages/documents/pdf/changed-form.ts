/** Changes of a form after a signature (ISO 32000-2 §12.7): a field that is filled, and another signature. */
import { PDFDict, PDFName, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { type Field, fieldsOf, type Widget } from './fields.ts'
import { namedIn } from './references.ts'
import { isSame } from './revision.ts'
import { differingKeys, isNew, isOnlyOf, numberOf, type World } from './world.ts'

const formKeys: ReadonlySet<string> = new Set(['Fields', 'SigFlags', 'DR', 'DA', 'NeedAppearances'])
const filledKeys: ReadonlySet<string> = new Set(['V', 'AS', 'AP', 'M', 'MK', 'RV', 'I'])

/** @returns numbers of the fields that are new: signatures */
export function allowForm(world: World): ReadonlySet<number> {
  const { signed, now, findings, allowed } = world
  const key = PDFName.of('AcroForm')
  const catalog = numberOf(signed.xref.trailer.get(PDFName.of('Root')))
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
    for (const key of keys) touched.push(key)
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
