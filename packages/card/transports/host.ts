/** Being the card on a transport: a command goes in, and its changes are kept before the response comes out. */
import type { CardContents } from '../contents.ts'
import type { VirtualCard } from '../virtual-card.ts'

export interface HostOptions {
  /** Keeps the contents; the response is given out only after it has resolved, so no counter can be turned back. */
  readonly persist?: (contents: CardContents) => Promise<void>
  /** Sees each command and its response, with the secrets in them: mask VERIFY before anything is shown or kept. */
  readonly onExchange?: (command: Uint8Array, response: Uint8Array) => void
}

/**
 * A function that answers commands one after the other.
 * Where `persist` rejects there is no response: the card is reset and the error goes to the caller.
 */
export function hostCard(
  card: VirtualCard,
  options: HostOptions,
): (command: Uint8Array) => Promise<Uint8Array> {
  let last: Promise<unknown> = Promise.resolve()
  const answer = async (command: Uint8Array): Promise<Uint8Array> => {
    const { response, changed } = card.process(command)
    if (changed && options.persist !== undefined) {
      try {
        await options.persist(card.contents)
      } catch (error) {
        card.reset()
        throw error
      }
    }
    options.onExchange?.(command, response)
    return response
  }
  return (command) => {
    const turn = last.then(() => answer(command))
    last = turn.catch(() => undefined)
    return turn
  }
}
