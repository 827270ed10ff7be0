/** What is compared when a PDF was added to after a signature, and what is found of it. */
import { type PDFDict, type PDFObject, PDFRef } from '@cantoo/pdf-lib'
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

export class Findings {
  changes: PdfChanges = 'nothing'
  readonly details: string[] = []

  add(changes: PdfChanges, detail: string): void {
    if (order.indexOf(changes) > order.indexOf(this.changes)) this.changes = changes
    if (this.details.length < mostDetails) this.details.push(detail)
  }
}

export interface World {
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

export const numberOf = (value: PDFObject | undefined): number | undefined =>
  value instanceof PDFRef ? value.objectNumber : undefined

export const isNew = ({ signed }: World, number: number): boolean =>
  signed.object(number) === undefined

/** In the signed revision nobody but these names the object. */
export const isOnlyOf = (
  { referrers }: World,
  number: number,
  ...by: readonly (number | undefined)[]
): boolean => [...(referrers.get(number) ?? [])].every((one) => by.includes(one))

/** Keys in which two dictionaries differ. */
export function differingKeys(one: PDFDict | undefined, other: PDFDict | undefined): string[] {
  const keys = new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])
  return [...keys]
    .filter((key) => !isSame(one?.get(key), other?.get(key)))
    .map((key) => key.decodeText())
}
