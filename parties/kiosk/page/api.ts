/** The requests of the kiosk's page to the kiosk. Answers are checked as they come in. */
import { z } from 'zod'
import * as views from '../views.ts'

export type StatusView = z.infer<typeof views.status>
export type Challenge = z.infer<typeof views.begun>
export type PersonView = z.infer<typeof views.person>
export type Papers = z.infer<typeof views.printed>

const problem = z.looseObject({ code: z.string() })

/** A refusal of the kiosk, by its code: this page has the words. */
const refusedBy = (code: string): Error => new Error(code, { cause: { code } })
const refusal = z.object({ code: z.string() })

/** @returns undefined: no refusal of the kiosk */
export const codeOfRefusal = (error: unknown): string | undefined =>
  error instanceof Error ? refusal.safeParse(error.cause).data?.code : undefined

/** Milliseconds: also an authority that does not answer has answered then. */
const patience = 60_000

/** @throws what `codeOfRefusal` reads, NETWORK where nothing comes back */
async function ask(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<unknown> {
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      signal: AbortSignal.timeout(patience),
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
  } catch {
    throw refusedBy('NETWORK')
  }
  if (answer.status === 204) return undefined
  const document: unknown = await answer.json().catch(() => undefined)
  if (answer.ok) return document
  throw refusedBy(problem.safeParse(document).data?.code ?? 'UNEXPECTED')
}

export const api = {
  status: async () => views.status.parse(await ask('GET', '/status')),
  begin: async () => views.begun.parse(await ask('POST', '/visits')),
  prove: async (response: string) =>
    views.person.parse(await ask('POST', '/visit/proof', { response })),
  order: async (order: views.Order) => views.bill.parse(await ask('POST', '/visit/order', order)),
  insert: async (yen: number) => views.bill.parse(await ask('POST', '/visit/money', { yen })),
  print: async () => views.printed.parse(await ask('POST', '/visit/papers')),
  out: () => ask('POST', '/visit/papers/out'),
  end: async () => views.ended.parse(await ask('DELETE', '/visit')),
  staff: (paper: boolean) => ask('PUT', '/staff/paper', { paper }),
}
