/** What the authority's counter and call centre do with a card that was handed out before, by its typed client (5-A4, 5-B1, 5-B2). */
import { AuthorityProblem, authorityClient, unwrap } from '@kazashi/authority/api'
import type { Resident } from '@kazashi/card'
import { base64 } from '@kazashi/octets'
import { answerOf, asked } from './authority-counter.ts'
import type { CounterAnswer, KeyRequests } from './issue-card.ts'
import { BoxProblem } from './problems.ts'

/** Each method throws {Problem} COUNTER_DECLINED with the reason in `language`, COUNTER_REFUSED without an answer. */
export interface Staff {
  /** 5-A4: both certificates anew. @param card its number at the authority */
  renew(card: string, requests: KeyRequests, language: string): Promise<CounterAnswer>
  /** 5-B2: the card was found; its signing certificate is issued anew. */
  release(
    card: string,
    requests: Pick<KeyRequests, 'signing'>,
    language: string,
  ): Promise<CounterAnswer>
  /** 5-B1: one call. @param person the number of the holder at the authority */
  suspend(person: string, what: 'phone' | 'card' | 'both', language: string): Promise<void>
  /** A move or a new name. @param person as of `suspend` */
  change(person: string, change: Change, language: string): Promise<CounterAnswer>
  /** All certificates end. @param person as of `suspend` */
  recordDeath(person: string, language: string): Promise<void>
}

interface Change {
  readonly what: 'move' | 'name'
  /** As the register has the person from now on. */
  readonly resident: Resident
  /** PKCS #10, DER: of the new signing certificate. */
  readonly signing: Uint8Array
}

/** A refusal for the person's own reasons, in words. */
async function declined<T>(task: () => Promise<T>): Promise<T> {
  return await asked(async () => {
    try {
      return await task()
    } catch (cause) {
      if (!(cause instanceof AuthorityProblem) || cause.status >= 500) throw cause
      throw new BoxProblem('COUNTER_DECLINED', { detail: cause.title, cause })
    }
  })
}

/** @param token the counter's, which the call centre takes too */
export function authorityStaff(
  origin: string,
  fetch: typeof globalThis.fetch,
  token?: string,
): Staff {
  const tokens = token === undefined ? {} : { counter: token, hotline: token }
  const client = authorityClient(origin, fetch, tokens)
  const at = (id: string, language: string) => ({
    params: { path: { id } },
    headers: { 'accept-language': language },
  })
  return {
    renew: (card, { signing, authentication }, language) =>
      declined(async () => {
        const body = {
          ...(signing && { signing: base64.encode(signing) }),
          authentication: base64.encode(authentication),
          signingForMinor: true,
        }
        const to = at(card, language)
        return answerOf(unwrap(await client.POST('/counter/cards/{id}/renewal', { ...to, body })))
      }),
    release: (card, { signing }, language) =>
      declined(async () => {
        const body = {
          ...(signing && { signing: base64.encode(signing) }),
          signingForMinor: true,
        }
        const to = at(card, language)
        return answerOf(unwrap(await client.POST('/counter/cards/{id}/release', { ...to, body })))
      }),
    change: (person, { what, resident, signing }, language) =>
      declined(async () => {
        const body = {
          change: what,
          resident,
          signing: base64.encode(signing),
          signingForMinor: true,
        }
        const to = at(person, language)
        const changed = unwrap(await client.POST('/counter/people/{id}/changes', { ...to, body }))
        if (changed === undefined) throw new BoxProblem('COUNTER_REFUSED')
        return answerOf(changed)
      }),
    recordDeath: (person, language) =>
      declined(async () => {
        const to = at(person, language)
        const body = { change: 'death' } as const
        const { error, response } = await client.POST('/counter/people/{id}/changes', {
          ...to,
          body,
        })
        if (!response.ok) throw new AuthorityProblem(error, response.status)
      }),
    suspend: (person, what, language) =>
      declined(async () => {
        const body = { person, what, reason: 'lost' } as const
        const headers = { 'accept-language': language }
        unwrap(await client.POST('/hotline/suspensions', { body, headers }))
      }),
  }
}
