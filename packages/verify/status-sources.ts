/** Asking a responder (RFC 6960 appendix A) and fetching a list (RFC 5280 §4.2.1.13) over HTTP, both of bounded size and time. */
import { VerifyError } from './errors.ts'

type Fetch = typeof globalThis.fetch

/** Octets; ours have about 2,000. */
const longestAnswer = 65_536
/** Octets: a list of half a million entries. */
const longestList = 16 * 1024 * 1024
/** Milliseconds. */
const answerTimeout = 10_000

/** @param request DER @throws {VerifyError} STATUS_UNAVAILABLE */
export const askResponder = (fetch: Fetch, url: string, request: Uint8Array): Promise<Uint8Array> =>
  received(longestAnswer, () =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/ocsp-request', accept: 'application/ocsp-response' },
      body: new Uint8Array(request),
      redirect: 'error',
      signal: AbortSignal.timeout(answerTimeout),
    }),
  )

/** @throws {VerifyError} STATUS_UNAVAILABLE */
export const fetchList = (fetch: Fetch, url: string): Promise<Uint8Array> =>
  received(longestList, () =>
    fetch(url, {
      headers: { accept: 'application/pkix-crl' },
      redirect: 'error',
      signal: AbortSignal.timeout(answerTimeout),
    }),
  )

/**
 * Once more where the connection failed: a kept one may have been closed by its server while the question was on its way (RFC 9112
 * §9.3.1), and a question changes nothing where it is asked. What was refused, or took too long, is not asked again.
 */
async function asked(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask()
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause // Fetch §5.6: a network error
    return ask()
  }
}

async function received(limit: number, ask: () => Promise<Response>): Promise<Uint8Array> {
  try {
    const answer = await asked(ask)
    if (!answer.ok) throw new VerifyError('STATUS_UNAVAILABLE', `status ${answer.status}`)
    return await readAtMost(answer, limit)
  } catch (cause) {
    if (cause instanceof VerifyError) throw cause
    throw new VerifyError('STATUS_UNAVAILABLE', {
      detail: 'the responder cannot be reached',
      cause,
    })
  }
}

async function readAtMost(answer: Response, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = answer.body?.getReader()
  for (let chunk = (await reader?.read())?.value; chunk; chunk = (await reader?.read())?.value) {
    length += chunk.length
    if (length > limit)
      throw new VerifyError('STATUS_UNAVAILABLE', `an answer of over ${limit} octets`)
    chunks.push(chunk)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.length
  }
  return whole
}
