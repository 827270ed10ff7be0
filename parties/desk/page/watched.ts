/** What the log of a reader says about the present: does the app wait for a card, is one there, did it answer that it is locked? */
import { describe, type Happening, withHappening } from './exchange.ts'

export interface Watched {
  readonly happenings: readonly Happening[]
  /** A page is connected to the reader: it waits for a card or works with it. */
  readonly listening: boolean
  /** Undefined: nothing was seen of a card. */
  readonly cardHeld: boolean | undefined
  /** The last secret that was compared, or its counter, was blocked. */
  readonly locked: boolean
}

function typeOf(data: unknown): unknown {
  if (typeof data !== 'string') return undefined
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null ? Reflect.get(value, 'type') : undefined
  } catch {
    return undefined
  }
}

/** @param data the text of a server-sent event @param most lines kept */
export function watchedAfter(before: Watched, data: unknown, most: number): Watched {
  const type = typeOf(data)
  if (type === 'connected' || type === 'disconnected') {
    return { ...before, listening: type === 'connected' }
  }
  const happening = describe(data)
  if (happening === undefined) return before
  const { kind, outcome } = happening
  const happenings = withHappening(before.happenings, happening, most)
  if (kind === 'present' || kind === 'removed') {
    return { ...before, happenings, cardHeld: kind === 'present' }
  }
  const compared = kind === 'verify' || kind === 'counter'
  return {
    ...before,
    happenings,
    locked: compared ? outcome?.blocked === true : before.locked,
  }
}
