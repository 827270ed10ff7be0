/** The authority's municipal counter over HTTP, by its typed client. */
import { AuthorityProblem, authorityClient, unwrap } from '@kazashi/authority/api'
import type { Counter } from './issue-card.ts'
import { BoxProblem } from './problems.ts'

const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')
const fromBase64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'))

async function asked<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (cause) {
    const why = cause instanceof AuthorityProblem ? { detail: cause.code } : {}
    throw new BoxProblem('COUNTER_REFUSED', { ...why, cause })
  }
}

/** @param origin of the authority @param token the counter's, unless `fetch` brings it. Each method throws {Problem} COUNTER_REFUSED, with the authority's code as detail */
export function authorityCounter(
  origin: string,
  fetch: typeof globalThis.fetch,
  token?: string,
): Counter {
  const client = authorityClient(origin, fetch, { ...(token !== undefined && { counter: token }) })
  return {
    now: () => asked(async () => new Date(unwrap(await client.GET('/sandbox/clock')).now)),
    handOut: ({ resident, signing, authentication }) =>
      asked(async () => {
        const body = {
          resident,
          signing: toBase64(signing),
          authentication: toBase64(authentication),
          // The cards made here have both certificates, whoever their holder is.
          signingForMinor: true,
        }
        const { cardExpiry, certificates } = unwrap(await client.POST('/counter/cards', { body }))
        if (!certificates.signing || !certificates.authentication) {
          throw new BoxProblem('COUNTER_REFUSED', { detail: 'a certificate is missing' })
        }
        return {
          cardExpiry,
          certificates: {
            signing: fromBase64(certificates.signing),
            authentication: fromBase64(certificates.authentication),
            signingCa: fromBase64(certificates.signingCa),
            authenticationCa: fromBase64(certificates.authenticationCa),
          },
        }
      }),
  }
}
