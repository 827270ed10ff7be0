/** What the page asks of the wallet. Answers are checked as they come in. */
import { ask, contractView, type Given, nothing } from '@kazashi/site/page'
import type { Language } from '@kazashi/ui'
import { z } from 'zod'

const answers = z.object({
  name: z.string(),
  address: z.string(),
  birthDate: z.string(),
  purpose: z.string(),
  occupation: z.string(),
  forOthers: z.boolean(),
})
export type Answers = z.infer<typeof answers>

const entry = z.object({
  at: z.string(),
  kind: z.enum(['charge', 'payment', 'transfer']),
  amount: z.number(),
  balance: z.number(),
})
export type Entry = z.infer<typeof entry>

const account = z.object({
  state: z.enum(['none', 'opened', 'asked-again', 'identified', 'refused']),
  claims: z.object({
    name: z.string().optional(),
    address: z.string().optional(),
    birthDate: z.string().optional(),
  }),
  wallet: z
    .object({
      number: z.string(),
      minor: z.boolean(),
      balance: z.number(),
      limits: z.object({
        balance: z.number(),
        transfers: z.boolean(),
        monthly: z.number().optional(),
      }),
      charged: z.number(),
      entries: z.array(entry),
      application: z
        .object({ number: z.string(), form: answers, contract: contractView })
        .optional(),
      identity: z
        .object({ name: z.string(), at: z.string(), substitutes: z.array(z.string()) })
        .optional(),
      asked: z
        .object({ by: z.enum(['application', 'login']), fields: z.array(z.string()) })
        .optional(),
      triesLeft: z.number(),
    })
    .optional(),
})
export type Account = z.infer<typeof account>
export type Wallet = NonNullable<Account['wallet']>
export type Level = Exclude<Account['state'], 'none'>

export const readWallet = (language: Language): Promise<Given<Account>> =>
  ask('/wallet', language, async (answer) => account.parse(await answer.json()))

export const openWallet = (birthDate: string, language: Language): Promise<Given<undefined>> =>
  ask('/wallet', language, nothing, { method: 'PUT', json: { birthDate, agrees: true } })

export const move = (
  what: 'charges' | 'transfers',
  amount: number,
  language: Language,
): Promise<Given<undefined>> =>
  ask(`/wallet/${what}`, language, nothing, { method: 'POST', json: { amount } })

const shownCode = z.object({ code: z.string(), until: z.string() })
export type ShownCode = z.infer<typeof shownCode>
export const newCode = (language: Language): Promise<Given<ShownCode>> =>
  ask('/wallet/codes', language, async (answer) => shownCode.parse(await answer.json()), {
    method: 'POST',
  })

export const payWith = (
  code: string,
  amount: number,
  language: Language,
): Promise<Given<undefined>> =>
  ask('/wallet/payments', language, nothing, { method: 'POST', json: { amount, code } })

export const writeApplication = (written: Answers, language: Language): Promise<Given<undefined>> =>
  ask('/wallet/application', language, nothing, { method: 'PUT', json: written })
