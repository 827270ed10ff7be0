/** A procedure's form as data: steps with a group of questions each, in both languages. Screens and documents are made from it. */
import type { IdentityClaim } from '@kazashi/lifecycle'
import { z } from 'zod'
import type { Words } from '../words.ts'

export type FieldKind =
  /** A line of text. */
  | 'text'
  /** So many digits, as of a telephone or an account. */
  | 'digits'
  /** Yen, whole and not negative. */
  | 'yen'
  /** YYYY-MM-DD */
  | 'day'
  | 'choice'
  /** People with name, birth date and what they are to the applicant. */
  | 'people'
  /** PDF, JPEG or PNG: kept beside the answers. */
  | 'files'

export interface Field {
  readonly name: string
  readonly label: Words
  readonly help?: Words
  readonly kind: FieldKind
  readonly optional?: true
  /** Characters of a text, digits, or people, at most. */
  readonly most?: number
  /** Digits at least. */
  readonly least?: number
  readonly options?: readonly { readonly value: string; readonly label: Words }[]
  /** The person may have the certificate tell it. */
  readonly claim?: IdentityClaim
}

export interface Step {
  readonly name: string
  readonly title: Words
  readonly lead?: Words
  readonly fields: readonly Field[]
}

const person = z.strictObject({
  name: z.string(),
  birthDate: z.string(),
  relation: z.string(),
})
export type Person = z.infer<typeof person>

/** As entered. What is not there has not been answered. */
export const answersShape = z.record(
  z.string().max(40),
  z.union([z.string().max(2000), z.array(person).max(20)]),
)
export type Answers = z.infer<typeof answersShape>

export const faultKinds = [
  'missing',
  'too-long',
  'not-digits',
  'not-yen',
  'not-a-day',
  'not-an-option',
  'too-many',
  'person-unfinished',
  'in-future',
  'move-too-early',
  'move-too-late',
  'visit-before-move',
  'visit-too-late',
  'same-address',
  'child-too-old',
  'withheld-too-much',
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface Fault {
  readonly field: string
  readonly fault: FaultKind
}

/** Lines of a document: a heading and what stands under it. */
export interface Section {
  readonly title: Words
  readonly rows: readonly { readonly label: Words; readonly value: string }[]
}

export const procedures = ['child-allowance', 'moving', 'tax-return'] as const
export type Procedure = (typeof procedures)[number]

export interface Form {
  readonly procedure: Procedure
  readonly title: Words
  readonly about: Words
  /** The office that takes it. */
  readonly office: Words
  /** What is signed. */
  readonly format: 'pdf' | 'xml'
  /** First letter of its receipt numbers. */
  readonly letter: string
  readonly steps: readonly Step[]
  /** What comes after it has been taken. */
  readonly after: Words
  /** Rules across fields. @param today YYYY-MM-DD in Japan */
  readonly check: (answers: Answers, today: string) => readonly Fault[]
  /** What is computed from the answers. */
  readonly computed?: (answers: Answers, today: string) => readonly Section[]
}

/** A single answer as text; empty: none. */
export const textOf = (answers: Answers, name: string): string => {
  const value = answers[name]
  return typeof value === 'string' ? value : ''
}

export const peopleOf = (answers: Answers, name: string): readonly Person[] => {
  const value = answers[name]
  return Array.isArray(value) ? value : []
}

/** Yen; none is 0. */
export const yenOf = (answers: Answers, name: string): number => Number(textOf(answers, name)) || 0
