/** What the customer says at the counter, as it goes over the wire. */
import { parseCalendarDate } from '@kazashi/lifecycle'
import { z } from 'zod'
import { planIds } from './plans.ts'

const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => text.isWellFormed() && !/[\p{C}\p{Zl}\p{Zp}]/u.test(text))

/** A mobile number as it is dialled (電気通信番号計画 別表第4): no network's has a 0 in the fourth place, as those of this shop do. */
export const mobileNumber = /^0[6789]0[1-9]\d{7}$/
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
    /** The person that consents for somebody under age, and as what. */
    guardian: z
      .strictObject({ name: line(100), relation: z.enum(['parent', 'guardian']) })
      .exactOptional(),
  })
  .meta({ id: 'MobileOrder' })
export type Order = z.infer<typeof order>
