/** A wallet as its page and programs see it. */
import { type Claims, contractView, dateOf, viewOfContract } from '@kazashi/site'
import { z } from 'zod'
import { sheetOf } from './application.ts'
import { birthDateOf } from './course.ts'
import type { Wallet } from './database/wallets.ts'
import { form } from './form.ts'
import { mostDifferences, states } from './identity.ts'
import { chargedIn, isMinor, limitsOf } from './purse.ts'

const time = z.iso.datetime()

export const walletView = z
  .strictObject({
    state: z.enum(['none', ...states]),
    /** As the person handed them over at the login. */
    claims: z.strictObject({
      name: z.string().optional(),
      address: z.string().optional(),
      birthDate: z.string().optional(),
    }),
    wallet: z
      .strictObject({
        number: z.string(),
        minor: z.boolean(),
        balance: z.int(),
        limits: z.strictObject({
          balance: z.int(),
          transfers: z.boolean(),
          monthly: z.int().optional(),
        }),
        /** Yen of this month. */
        charged: z.int(),
        entries: z.array(
          z.strictObject({
            at: time,
            kind: z.enum(['charge', 'payment', 'transfer']),
            amount: z.int(),
            balance: z.int(),
          }),
        ),
        application: z
          .strictObject({ number: z.string(), form, contract: contractView })
          .optional(),
        /** As proved last. */
        identity: z
          .strictObject({ name: z.string(), at: time, substitutes: z.array(z.string()).readonly() })
          .optional(),
        asked: z
          .strictObject({
            by: z.enum(['application', 'login']),
            fields: z.array(z.string()).readonly(),
          })
          .optional(),
        /** How often it may differ still. */
        triesLeft: z.int(),
      })
      .optional(),
  })
  .meta({ id: 'Wallet' })

export function viewOf(
  found: Wallet | undefined,
  { name, address, birthdate }: Claims,
  now: Date,
): z.infer<typeof walletView> {
  const claims = { name, address, birthDate: birthdate && dateOf(birthdate) }
  if (found === undefined) return { state: 'none', claims }
  const { state, kept } = found
  const { number, purse, application, identity, asked, differences } = kept
  const minor = isMinor(birthDateOf(kept), now)
  return {
    state,
    claims,
    wallet: {
      number,
      minor,
      balance: purse.balance,
      limits: limitsOf(state, minor),
      charged: chargedIn(purse, now),
      entries: [...purse.entries],
      ...(application && {
        application: {
          number: application.number,
          form: application.form,
          contract: viewOfContract(sheetOf(application).contract),
        },
      }),
      ...(identity && {
        identity: { name: identity.name, at: identity.at, substitutes: identity.substitutes },
      }),
      ...(asked && { asked }),
      triesLeft: Math.max(0, mostDifferences - differences),
    },
  }
}
