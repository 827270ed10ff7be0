/** The requests of the tablet to the shop. Answers are checked as they come in. */
import type { Language } from '@kazashi/ui'
import { z } from 'zod'
import type { Order } from '../form.ts'
import type { Role } from '../roles.ts'
import * as views from '../views.ts'

export type ContractView = z.infer<typeof views.contract>
export type Receipt = z.infer<typeof views.receipt>
export type Listed = z.infer<typeof views.today>

/** A refusal in the words of its problem document; without words where nothing came back. */
export interface Refusal {
  readonly code: string
  readonly what?: string | undefined
  readonly next?: string | undefined
  /** Names of fields, with commas. */
  readonly reason?: string | undefined
}
const problem = z.object({
  code: z.string(),
  title: z.string(),
  next: z.string(),
  reason: z.string().optional(),
})
const isRefusal = (value: unknown): value is Refusal =>
  z.object({ code: z.string() }).safeParse(value).success

/** @returns undefined: no refusal of the shop */
export const refusalOf = (error: unknown): Refusal | undefined =>
  error instanceof Error && isRefusal(error.cause) ? error.cause : undefined
const refused = (refusal: Refusal): Error => new Error(refusal.code, { cause: refusal })

/** Milliseconds: also an authority that does not answer has answered then. */
const patience = 60_000

/** @throws what `refusalOf` reads; NETWORK where nothing comes back */
async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  language: Language,
  body?: unknown,
): Promise<unknown> {
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      signal: AbortSignal.timeout(patience),
      headers: {
        'accept-language': language,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch {
    throw refused({ code: 'NETWORK' })
  }
  if (answer.status === 204) return undefined
  const document: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return document
  const told = problem.safeParse(document).data
  throw refused(told ? { ...told, what: told.title } : { code: 'UNEXPECTED' })
}

export const api = {
  begin: (language: Language) => ask('POST', '/visits', language),
  order: async (order: Order, language: Language) =>
    views.contract.parse(await ask('PUT', '/visit/order', language, order)),
  read: (language: Language) => ask('PUT', '/visit/read', language),
  prepare: async (role: Role, language: Language) =>
    views.digest.parse(await ask('POST', '/visit/prepared', language, { role })).digest,
  sign: async (cms: string, language: Language) =>
    views.signed.parse(await ask('POST', '/visit/signature', language, { cms })),
  end: () => ask('DELETE', '/visit', 'ja'),
  today: async (language: Language) =>
    views.today.parse(await ask('GET', '/contracts/today', language)),
}
