/** What a made-up person reads of their own health (1-B①): plain values, from which the FHIR Bundle and the screens are made. */

import type { Words } from '../words.ts'

export type Sex = 'male' | 'female'

export interface Holder {
  /** The portal's own name for the person. */
  readonly sub: string
  /** YYYY-MM-DD and sex, where the person had the portal told of them: without, nothing made up depends on them. */
  readonly birthDate?: string
  readonly sex?: Sex
}

export type Measure = 'height' | 'weight' | 'systolic' | 'diastolic' | 'hba1c' | 'ldl'

export interface Medicine {
  readonly name: Words
  /** Of JP Core's examples, HOT9; none where we have looked up no code. */
  readonly hot9?: string
  readonly usage: Words
  /** Tablets at a time, times a day, days. */
  readonly dose: number
  readonly times: number
  readonly days: number
  /** YYYY-MM-DD */
  readonly prescribed: string
  readonly handedOver: string
  readonly pharmacy: Words
}

export interface CheckUp {
  /** YYYY-MM-DD */
  readonly date: string
  readonly values: Readonly<Record<Measure, number>>
}

export interface Vaccination {
  readonly date: string
  readonly vaccine: Words
  /** YJ code of JP Core's example. */
  readonly yj?: string
  readonly dose: number
}

/** Of the mother and child handbook: a pregnancy's or a child's check-up. */
export interface HandbookEntry {
  readonly date: string
  readonly about: 'pregnancy' | 'child'
  /** Weeks of the pregnancy, or months of the child. */
  readonly at: number
  /** Kilograms, and centimetres of a child. */
  readonly weight: number
  readonly height?: number
}

export interface Handbook {
  /** YYYY-MM-DD, past. */
  readonly childBorn: string
  readonly entries: readonly [HandbookEntry, ...HandbookEntry[]]
}

export interface HealthRecord {
  readonly birthDate: string | undefined
  readonly sex: Sex | undefined
  readonly medicines: readonly Medicine[]
  /** The oldest first, one a year, from the first year out of school on. */
  readonly checkUps: readonly CheckUp[]
  readonly vaccinations: readonly Vaccination[]
  /** Of those who are known to be of the age to have a child under six. */
  readonly handbook: Handbook | undefined
}

/** What is usual: from the guidance values of the health check-ups (特定健診); undefined: without a bound. */
export const usual: Readonly<Record<Measure, { readonly low?: number; readonly high?: number }>> = {
  height: {},
  weight: {},
  systolic: { high: 129 },
  diastolic: { high: 84 },
  hba1c: { high: 5.5 },
  ldl: { high: 119 },
}

/** UCUM */
export const units: Readonly<Record<Measure, string>> = {
  height: 'cm',
  weight: 'kg',
  systolic: 'mm[Hg]',
  diastolic: 'mm[Hg]',
  hba1c: '%',
  ldl: 'mg/dL',
}
