/** The authority's municipal counter over HTTP, by its typed client. */
import { AuthorityProblem, authorityClient, type components, unwrap } from '@kazashi/authority/api'
import { base64 } from '@kazashi/octets'
import type { Counter, CounterAnswer } from './issue-card.ts'
import { BoxProblem } from './problems.ts'

/** @throws {Problem} COUNTER_REFUSED */
export async function asked<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task()
  } catch (cause) {
    if (cause instanceof BoxProblem) throw cause
    const why = cause instanceof AuthorityProblem ? { detail: cause.code } : {}
    throw new BoxProblem('COUNTER_REFUSED', { ...why, cause })
  }
}

type HandedOut = components['schemas']['HandedOutCard']

export function answerOf({ cardId, person, cardExpiry, certificates }: HandedOut): CounterAnswer {
  const { signing, authentication } = certificates
  if (!authentication) throw new BoxProblem('COUNTER_REFUSED', { detail: 'no certificate' })
  return {
    cardExpiry,
    registered: { card: cardId, person },
    certificates: {
      signing: signing === undefined ? undefined : base64.decode(signing),
      authentication: base64.decode(authentication),
      signingCa: base64.decode(certificates.signingCa),
      authenticationCa: base64.decode(certificates.authenticationCa),
    },
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
          ...(signing && { signing: base64.encode(signing) }),
          authentication: base64.encode(authentication),
          // The cards made here have the certificates they are made for, whatever the holder's age.
          signingForMinor: true,
        }
        return answerOf(unwrap(await client.POST('/counter/cards', { body })))
      }),
  }
}
