/**
 * What the bank asks before it opens an account: who it is, what it is for, and the questions of the law on transfers of criminal proceeds
 * (犯収法 §4) and on taxes of residents elsewhere (実特法 §10-5); for a securities account what it has to know of a customer (金商法 §40), too.
 */
import { ageAt } from '@kazashi/lifecycle'
import { personFields } from '@kazashi/site'
import { z } from 'zod'
import { BankProblem } from './problems.ts'

const occupations = [
  'employee',
  'public-servant',
  'self-employed',
  'part-time',
  'student',
  'homemaker',
  'none',
] as const

const everybody = {
  ...personFields,
  telephone: z.string().regex(/^0\d{9,10}$/),
  occupation: z.enum(occupations),
  /** A head of state, minister or the like of another country, or of such a family (犯罪収益移転防止法施行令 §12-3). */
  exposed: z.boolean(),
  /** Lives elsewhere, too, as taxes have it. */
  taxedElsewhere: z.boolean(),
  /** Asked by somebody else to open it, or to hand it on. */
  forOthers: z.boolean(),
  /** Declares to belong to no organised crime. */
  declares: z.literal(true),
}

const purposes = ['salary', 'living', 'savings', 'payments', 'business'] as const
/** Yen that come and go in a month. */
const volumes = ['under-100000', 'under-1000000', 'more'] as const

const depositForm = z.strictObject({
  product: z.literal('deposit'),
  ...everybody,
  purposes: z
    .array(z.enum(purposes))
    .min(1)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'each once'),
  volume: z.enum(volumes),
})

/** 特定口座 (租税特別措置法 §37-11-3) with tax withheld or not, or 一般口座. */
const taxAccounts = ['withheld', 'reported', 'general'] as const
const aims = ['growth', 'balance', 'safety'] as const
const experiences = ['none', 'under-3', 'more'] as const

const securitiesForm = z.strictObject({
  product: z.literal('securities'),
  ...everybody,
  taxAccount: z.enum(taxAccounts),
  /** A NISA account too (§37-14): one for each person, at one place. */
  nisa: z.boolean(),
  aim: z.enum(aims),
  /** Years of it. */
  experience: z.enum(experiences),
  /** Knows of a listed company what others do not: 内部者登録 (金商法 §166). */
  insider: z.boolean(),
})

export const forms = { deposit: depositForm, securities: securitiesForm } as const
export type DepositForm = z.infer<typeof depositForm>
export type SecuritiesForm = z.infer<typeof securitiesForm>
export const form = z.discriminatedUnion('product', [depositForm, securitiesForm])
export type Form = z.infer<typeof form>
export type ProductName = Form['product']
export const productNames = ['deposit', 'securities'] as const satisfies readonly ProductName[]

/** Of age since 2022 (民法 §4). */
const ofAge = 18

/**
 * @param now the time at which it is asked
 * @throws {BankProblem} GUARDIAN_NEEDED; MINOR_ACCOUNT_OFFLINE: of a securities account
 */
export function checkAge(
  { product, birthDate }: Pick<Form, 'product' | 'birthDate'>,
  now: Date,
): void {
  const isToCome = new Date(`${birthDate}T00:00:00+09:00`) > now
  if (!isToCome && ageAt(now, birthDate) >= ofAge) return
  throw new BankProblem(product === 'deposit' ? 'GUARDIAN_NEEDED' : 'MINOR_ACCOUNT_OFFLINE')
}

/** What is refused before anybody signs. @throws {BankProblem} as `checkAge`; ACCOUNT_FOR_OTHERS */
export function checkForm(written: Form, now: Date): void {
  checkAge(written, now)
  if (written.forOthers) throw new BankProblem('ACCOUNT_FOR_OTHERS')
}
