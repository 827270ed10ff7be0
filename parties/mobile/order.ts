/** What the customer says at the counter, and what of it is refused before anybody signs. */
import { ageAt, parseCalendarDate, signingAge } from '@kazashi/lifecycle'
import { z } from 'zod'
import { planIds } from './plans.ts'
import { MobileProblem } from './problems.ts'

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text))

/** A mobile number as it is dialled (電気通信番号計画 別表第4). */
export const mobileNumber = /^0[6789]0\d{8}$/
/** MNP予約番号 */
export const reservationNumber = /^\d{10}$/

const lineOf = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('new') }),
  z.strictObject({
    kind: z.literal('mnp'),
    number: z.string().regex(mobileNumber),
    reservation: z.string().regex(reservationNumber),
  }),
])

export const order = z
  .strictObject({
    plan: z.enum(planIds),
    line: lineOf,
    name: line(100),
    address: line(200),
    birthDate: z.string().refine((text) => parseCalendarDate(text) !== undefined),
    /** Who consents for somebody under age, and as what. */
    guardian: z
      .strictObject({ name: line(100), relation: z.enum(['parent', 'guardian']) })
      .exactOptional(),
  })
  .meta({ id: 'MobileOrder' })
export type Order = z.infer<typeof order>

/** Of age since 2022 (民法 §4). */
const ofAge = 18

/** @param birthDate of the past, YYYY-MM-DD */
export const isMinor = (birthDate: string, now: Date): boolean => ageAt(now, birthDate) < ofAge

/** @throws {MobileProblem} CUSTOMER_TOO_YOUNG, GUARDIAN_NEEDED */
export function checkOrder({ birthDate, guardian }: Order, now: Date): void {
  const isToCome = new Date(`${birthDate}T00:00:00+09:00`) > now
  if (isToCome || ageAt(now, birthDate) < signingAge) throw new MobileProblem('CUSTOMER_TOO_YOUNG')
  if (isMinor(birthDate, now) && guardian === undefined) throw new MobileProblem('GUARDIAN_NEEDED')
}
