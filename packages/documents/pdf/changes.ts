/**
 * What was changed after a signature (ISO 32000-2 §7.5.6, §12.8.2.2): objects of the revision that was signed against those of the file. Another
 * signature, a filled field and validation data are honest; everything else changes what a person sees, or could. An object is what it was in the
 * signed revision, and nothing that was added makes it something else.
 */
import { PDFArray, PDFDict, PDFName, type PDFObject } from '@cantoo/pdf-lib'
import { allowForm } from './changed-form.ts'
import { hasDuplicateKeys } from './duplicate-keys.ts'
import { permissionsOf } from './permissions.ts'
import { referrersIn } from './references.ts'
import { isSame, type PdfRevision } from './revision.ts'
import {
  differingKeys,
  Findings,
  isNew,
  isOnlyOf,
  numberOf,
  type PdfDifference,
  type World,
} from './world.ts'

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
    if (entry.kind !== 'free' && hasDuplicateKeys(now.sourceOf(number)))
      findings.add('changed', `object ${number} has a key twice`)
  }
}
