/** What goes to the asker and comes back, within a time and a size: whoever made a link cannot keep the phone waiting or fill it. */
import { PhoneError } from '../errors.ts'

export type Fetch = typeof globalThis.fetch

/** Milliseconds for one answer. */
const patience = 15_000
/** Octets of one answer: a request with a chain of certificates has some 6,000. */
const mostOctets = 64 * 1024

async function readBounded(answer: Response): Promise<string> {
  const reader = answer.body?.getReader()
  if (reader === undefined) return ''
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let octets = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    octets += value.length
    if (octets > mostOctets) {
      await reader.cancel()
      throw new PhoneError('PRESENTATION_TOO_LARGE')
    }
    text += decoder.decode(value, { stream: true })
  }
}

/**
 * @param form sent by POST; undefined: GET
 * @throws {PhoneError} PRESENTATION_UNREACHABLE, PRESENTATION_TOO_LARGE
 */
export async function exchange(
  fetch: Fetch,
  address: string,
  { accept, form }: { readonly accept: string; readonly form?: URLSearchParams },
): Promise<{ readonly status: number; readonly text: string }> {
  try {
    const answer = await fetch(address, {
      headers: { accept },
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(patience),
      ...(form && { method: 'POST', body: form }),
    })
    return { status: answer.status, text: await readBounded(answer) }
  } catch (cause) {
    if (cause instanceof PhoneError) throw cause
    throw new PhoneError('PRESENTATION_UNREACHABLE', { cause })
  }
}
