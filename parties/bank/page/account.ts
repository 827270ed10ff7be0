/** What the bank's page asks of the bank. Answers are checked as they come in. */
import { z } from 'zod'

const answers = z.object({
  name: z.string(),
  address: z.string(),
  birthDate: z.string(),
  telephone: z.string(),
  purposes: z.array(z.string()),
  occupation: z.string(),
  volume: z.string(),
  exposed: z.boolean(),
  taxedElsewhere: z.boolean(),
  forOthers: z.boolean(),
  declares: z.boolean(),
})
export type Answers = z.infer<typeof answers>

const contract = z.object({
  title: z.string(),
  issuer: z.string(),
  rows: z.array(z.tuple([z.string(), z.string()])),
  sections: z.array(z.object({ title: z.string(), lines: z.array(z.string()) })),
  closing: z.string(),
})
export type ShownContract = z.infer<typeof contract>

const account = z.object({
  state: z.enum(['none', 'written', 'signing', 'opened', 'looked-at']),
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
      contract,
      looks: z.array(z.string()),
      substitutes: z.array(z.string()),
      account: z.string().optional(),
    })
    .optional(),
})
export type Account = z.infer<typeof account>
export type Application = NonNullable<Account['application']>

/** A refusal of the bank, in the words of the problem document. */
export interface Refusal {
  readonly code: string
  readonly what: string
  readonly next: string
  readonly reason?: string | undefined
}
const problem = z.object({
  code: z.string(),
  title: z.string(),
  next: z.string(),
  reason: z.string().optional(),
})
const told = z.object({
  code: z.string(),
  title: z.object({ ja: z.string(), en: z.string() }),
  next: z.object({ ja: z.string(), en: z.string() }),
})

type Language = 'ja' | 'en'

export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

async function ask(path: string, language: Language, init: RequestInit = {}): Promise<Response> {
  const answer = await fetch(path, {
    ...init,
    headers: { 'accept-language': language, ...init.headers },
  })
  if (answer.ok) return answer
  const { code, title: what, next, reason } = problem.parse(await answer.json())
  throw new Refused({ code, what, next, reason })
}

/** @throws {Refused} */
export const readAccount = async (language: Language): Promise<Account> =>
  account.parse(await (await ask('/application', language)).json())

/** @throws {Refused} */
export async function writeAccount(written: Answers, language: Language): Promise<void> {
  await ask('/application', language, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(written),
  })
}

/** @throws {Refused} */
export async function tellRead(language: Language): Promise<void> {
  await ask('/application/read', language, { method: 'PUT' })
}

/** The words of a code with which the browser was led back (`?came=`). */
export async function wordsOf(
  code: string,
  reason: string | undefined,
  language: Language,
): Promise<Refusal> {
  const answer = await fetch(`/problems/${code}`, { headers: { accept: 'application/json' } })
  const { title, next } = told.parse(await answer.json())
  return { code, what: title[language], next: next[language], reason }
}
