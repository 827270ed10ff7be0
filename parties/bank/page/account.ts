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

/** What the bank gave, or why it did not. */
export type Given<T> = { readonly value: T } | { readonly refusal: Refusal }

/** @throws {TypeError} no network */
async function ask<T>(
  path: string,
  language: Language,
  value: (answer: Response) => Promise<T>,
  init: RequestInit = {},
): Promise<Given<T>> {
  const headers = { 'accept-language': language, ...init.headers }
  const answer = await fetch(path, { ...init, headers })
  if (answer.ok) return { value: await value(answer) }
  const { code, title: what, next, reason } = problem.parse(await answer.json())
  return { refusal: { code, what, next, reason } }
}
const nothing = async () => undefined

export const readAccount = (language: Language): Promise<Given<Account>> =>
  ask('/application', language, async (answer) => account.parse(await answer.json()))

export const writeAccount = (written: Answers, language: Language): Promise<Given<undefined>> =>
  ask('/application', language, nothing, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(written),
  })

export const tellRead = (language: Language): Promise<Given<undefined>> =>
  ask('/application/read', language, nothing, { method: 'PUT' })

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
