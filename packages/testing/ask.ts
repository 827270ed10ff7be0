/** Requests to the parties of a running Kazashi, and their refusals as errors. */
import { localFetch } from '@kazashi/serve/local-fetch'
import { z } from 'zod'
import { TestingError } from './errors.ts'

/** RFC 9457, with what the box adds; or RFC 6749 §5.2 of the gate. */
const refused = z.union([
  z
    .looseObject({ code: z.string(), title: z.string(), reason: z.string().optional() })
    .transform(({ code, title, reason }) => ({ refusal: reason ?? code, words: title })),
  z
    .looseObject({ error: z.string(), error_description: z.string().default('') })
    .transform(({ error, error_description: words }) => ({ refusal: error, words })),
])

/**
 * @param answer the document that is expected; the answer may have more
 * @throws {TestingError} KAZASHI_GONE, KAZASHI_REFUSED, KAZASHI_OTHER
 */
export type Ask = <T>(
  method: string,
  url: string,
  answer: z.ZodType<T>,
  body?: object,
) => Promise<T>

function documentIn(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text)
  } catch {
    return text
  }
}

/** @param output of the process, to say why it has gone */
export const asker =
  (output: () => string): Ask =>
  async (method, url, answer, body) => {
    const response = await localFetch(url, {
      method,
      headers: { 'accept-language': 'en', ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new TestingError('KAZASHI_GONE', { detail: output(), cause })
    })
    const document = documentIn(await response.text())
    const what = `${method} ${url}: ${response.status}`
    if (!response.ok) {
      const { data } = refused.safeParse(document)
      if (data === undefined) throw new TestingError('KAZASHI_OTHER', what)
      const { refusal, words } = data
      throw new TestingError('KAZASHI_REFUSED', { detail: `${refusal}: ${words}`, refusal })
    }
    const { data, error } = answer.safeParse(document)
    if (error) throw new TestingError('KAZASHI_OTHER', { detail: what, cause: error })
    return data
  }
