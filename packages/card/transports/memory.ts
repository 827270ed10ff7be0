/** A virtual card held to a reader in the same process. */
import { CardError } from '../errors.ts'
import type { CardTransport } from '../transport.ts'
import type { VirtualCard } from '../virtual-card.ts'
import { type HostOptions, hostCard } from './host.ts'

/** @returns a transport that resets the card now, as entering the field does; after `close` it is CARD_AWAY */
export function memoryTransport(card: VirtualCard, options: HostOptions = {}): CardTransport {
  const answer = hostCard(card, options)
  let away = false
  card.reset()
  const present = (): void => {
    if (away) throw new CardError('CARD_AWAY')
  }
  return {
    atr: card.atr,
    async transmit(command) {
      present()
      return answer(command)
    },
    async reset() {
      present()
      card.reset()
    },
    async close() {
      away = true
      card.reset()
    },
  }
}
