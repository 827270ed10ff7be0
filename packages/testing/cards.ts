/** What befalls a person: reported lost by telephone, or helped at the municipal counter. The relying party is told by its next request. */
import { type Carrier, sexes } from '@kazashi/lifecycle'
import { z } from 'zod'
import type { Ask } from './ask.ts'

const card = z.object({
  id: z.string(),
  face: z.object({
    name: z.string(),
    kana: z.string(),
    address: z.string(),
    /** YYYY-MM-DD */
    birthDate: z.string(),
    sex: z.enum(sexes),
    cardExpiry: z.string(),
  }),
})
export type Card = z.infer<typeof card>

/** unlock: secrets as on the paper, all tries back · renewal: new certificates · release: the card was found · anew: a new card, and nothing on a phone any more */
export type CounterOrder = 'unlock' | 'renewal' | 'release' | 'anew'

/** All throw {TestingError} KAZASHI_REFUSED. */
export interface Cards {
  list(): Promise<Card[]>
  /** By telephone, at any hour: the certificates are suspended at once (5-B1). */
  reportLost(cardId: string, what: Carrier | 'both'): Promise<void>
  /** At the municipal counter. */
  counter(cardId: string, order: CounterOrder): Promise<void>
}

/** @param box its origin */
export const cardsOf = (box: string, ask: Ask): Cards => ({
  list: () => ask('GET', `${box}/cards`, z.array(card)),
  reportLost: async (id, what) => {
    await ask('POST', `${box}/cards/${encodeURIComponent(id)}/telephone`, z.null(), { what })
  },
  counter: async (id, order) => {
    await ask('POST', `${box}/cards/${encodeURIComponent(id)}/counter`, card, { order })
  },
})
