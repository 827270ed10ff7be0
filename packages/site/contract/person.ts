/** What people write of themselves, and which fields of it differ from the certificate: every site that compares the two asks for it. */
import { parseCalendarDate } from '@kazashi/lifecycle'
import { z } from 'zod'
import type { Comparison, Written } from './compare.ts'

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text))

/** YYYY-MM-DD */
export const birthDateField = z.string().refine((text) => parseCalendarDate(text) !== undefined)

/** Fields of a form. */
export const personFields = {
  name: line(100),
  address: line(200),
  birthDate: birthDateField,
}

const fields = ['name', 'address', 'birthDate'] as const satisfies readonly (keyof Written)[]
export type PersonField = (typeof fields)[number]

export const differing = (comparison: Comparison): readonly PersonField[] =>
  fields.filter((field) => comparison[field] === 'different')

/** YYYYMMDD as the gate tells it → YYYY-MM-DD. */
export const dateOf = (digits: string): string =>
  digits.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')

const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  timeZone: 'Asia/Tokyo',
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
})
/** @param date YYYY-MM-DD @returns e.g. 昭和52年9月28日（1977年） */
export const dateWords = (date: string): string =>
  `${format.format(new Date(`${date}T12:00:00+09:00`))}（${date.slice(0, 4)}年）`
