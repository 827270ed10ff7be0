/** The authority's municipal counter over HTTP, by its typed client. */
import { AuthorityProblem, authorityClient, unwrap } from '@kazashi/authority/api'
import { base64 } from '@kazashi/octets'
import type { Counter } from './issue-card.ts'
import { BoxProblem } from './problems.ts'

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
          signing: base64.encode(signing),
          authentication: base64.encode(authentication),
          // The cards made here have both certificates, whatever the holder's age.
          signingForMinor: true,
        }
        const { cardExpiry, certificates } = unwrap(await client.POST('/counter/cards', { body }))
        if (!certificates.signing || !certificates.authentication) {
          throw new BoxProblem('COUNTER_REFUSED', { detail: 'a certificate is missing' })
        }
        return {
          cardExpiry,
          certificates: {
            signing: base64.decode(certificates.signing),
            authentication: base64.decode(certificates.authentication),
            signingCa: base64.decode(certificates.signingCa),
            authenticationCa: base64.decode(certificates.authenticationCa),
          },
        }
      }),
  }
}
