/**
 * What the bank asks before it opens an account: who it is, what it is for, and the questions of the law on transfers of criminal proceeds
 * (犯罪収益移転防止法 §4) and on taxes of residents elsewhere (実特法 §10-5).
 */
import { ageAt, parseCalendarDate } from '@kazashi/lifecycle'
import { z } from 'zod'
import { BankProblem } from './problems.ts'

const purposes = ['salary', 'living', 'savings', 'payments', 'business'] as const
const occupations = [
  'employee',
  'public-servant',
  'self-employed',
  'part-time',
  'student',
  'homemaker',
  'none',
] as const
/** Yen that come and go in a month. */
const volumes = ['under-100000', 'under-1000000', 'more'] as const

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text))

export const form = z.strictObject({
  name: line(100),
  address: line(200),
  birthDate: z.string().refine((text) => parseCalendarDate(text) !== undefined),
  telephone: z.string().regex(/^0\d{9,10}$/),
  purposes: z.array(z.enum(purposes)).min(1).max(purposes.length),
  occupation: z.enum(occupations),
  volume: z.enum(volumes),
  /** A head of state, minister or the like of another country, or of such a family (犯罪収益移転防止法施行令 §12-3). */
  exposed: z.boolean(),
  /** Lives elsewhere, too, as taxes have it. */
  taxedElsewhere: z.boolean(),
  /** Asked by somebody else to open it, or to hand it on. */
  forOthers: z.boolean(),
  /** Declares to belong to no organised crime. */
  declares: z.literal(true),
})
export type Form = z.infer<typeof form>

/** Of age since 2022 (民法 §4). */
const ofAge = 18

/** @param now the time at which it is asked @throws {BankProblem} GUARDIAN_NEEDED */
export function checkAge(birthDate: string, now: Date): void {
  const isToCome = new Date(`${birthDate}T00:00:00+09:00`) > now
  if (isToCome || ageAt(now, birthDate) < ofAge) throw new BankProblem('GUARDIAN_NEEDED')
}

/** What is refused before anybody signs. @throws {BankProblem} GUARDIAN_NEEDED, ACCOUNT_FOR_OTHERS */
export function checkForm({ birthDate, forOthers }: Form, now: Date): void {
  checkAge(birthDate, now)
  if (forOthers) throw new BankProblem('ACCOUNT_FOR_OTHERS')
}
