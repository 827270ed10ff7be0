/** The requests of a site's page for the person logged in: what was given, or the refusal in the site's own words (RFC 9457). */
import type { Language } from '@kazashi/ui'
import { z } from 'zod'

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

export type Given<T> = { readonly value: T } | { readonly refusal: Refusal }

/** For an answer without a body. */
export const nothing = async (): Promise<undefined> => undefined

/**
 * @param value reads the answer
 * @param json body of the request
 * @throws {TypeError} no network
 */
export async function ask<T>(
  path: string,
  language: Language,
  value: (answer: Response) => Promise<T>,
  { method = 'GET', json }: { readonly method?: string; readonly json?: object } = {},
): Promise<Given<T>> {
  const answer = await fetch(path, {
    method,
    headers: {
      'accept-language': language,
      ...(json && { 'content-type': 'application/json' }),
    },
    ...(json && { body: JSON.stringify(json) }),
  })
  if (answer.ok) return { value: await value(answer) }
  const { code, title: what, next, reason } = problem.parse(await answer.json())
  return { refusal: { code, what, next, reason } }
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

/** With which refusal the browser was led back, once. */
export function cameBack(): { code: string; reason: string | undefined } | undefined {
  const query = new URLSearchParams(location.search)
  const code = query.get('came')
  if (code === null) return undefined
  const reason = query.get('reason') ?? undefined
  query.delete('came')
  query.delete('reason')
  const rest = query.size === 0 ? '' : `?${query}`
  history.replaceState(history.state, '', location.pathname + rest + location.hash)
  return { code, reason }
}
