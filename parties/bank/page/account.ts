/** What the bank's page asks of the bank. Answers are checked as they come in. */
import { ask, contractView, type Given, nothing } from '@kazashi/site/page'
import type { Language } from '@kazashi/ui'
import { z } from 'zod'

export const productNames = ['deposit', 'securities'] as const
export type ProductName = (typeof productNames)[number]

const everybody = {
  name: z.string(),
  address: z.string(),
  birthDate: z.string(),
  telephone: z.string(),
  occupation: z.string(),
  exposed: z.boolean(),
  taxedElsewhere: z.boolean(),
  forOthers: z.boolean(),
  declares: z.boolean(),
}
const answers = z.discriminatedUnion('product', [
  z.object({
    product: z.literal('deposit'),
    ...everybody,
    purposes: z.array(z.string()),
    volume: z.string(),
  }),
  z.object({
    product: z.literal('securities'),
    ...everybody,
    taxAccount: z.string(),
    nisa: z.boolean(),
    aim: z.string(),
    experience: z.string(),
    insider: z.boolean(),
  }),
])
export type Answers = z.infer<typeof answers>

const account = z.object({
  state: z.enum(['none', 'written', 'signing', 'opened', 'looked-at', 'refused']),
  claims: z.object({
    name: z.string().optional(),
    address: z.string().optional(),
    birthDate: z.string().optional(),
  }),
  application: z
    .object({
      number: z.string(),
      form: answers,
      read: z.boolean(),
      contract: contractView,
      looks: z.array(z.string()),
      substitutes: z.array(z.string()),
      refused: z.enum(['characters-unclear', 'answers-unclear']).optional(),
      account: z.string().optional(),
    })
    .optional(),
})
export type Account = z.infer<typeof account>
export type Application = NonNullable<Account['application']>

const at = (product: ProductName): string => `/applications/${product}`

export const readAccount = (product: ProductName, language: Language): Promise<Given<Account>> =>
  ask(at(product), language, async (answer) => account.parse(await answer.json()))

export const writeAccount = (written: Answers, language: Language): Promise<Given<undefined>> =>
  ask(at(written.product), language, nothing, { method: 'PUT', json: written })

export const tellRead = (product: ProductName, language: Language): Promise<Given<undefined>> =>
  ask(`${at(product)}/read`, language, nothing, { method: 'PUT' })

/** What is filled in already. Nothing is answered for anybody. */
export function startOf(product: ProductName, { claims, application }: Account): Answers {
  if (application) return application.form
  const start = {
    name: claims.name ?? '',
    address: claims.address ?? '',
    birthDate: claims.birthDate ?? '',
    telephone: '',
    occupation: '',
    exposed: false,
    taxedElsewhere: false,
    forOthers: false,
    declares: false,
  }
  return product === 'deposit'
    ? { product, ...start, purposes: [], volume: '' }
    : { product, ...start, taxAccount: '', nisa: false, aim: '', experience: '', insider: false }
}
