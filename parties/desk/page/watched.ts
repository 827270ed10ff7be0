/** What the log of a reader says about the present: does the app wait for a card, is one there, did it answer that it is locked? */
import { z } from 'zod'
import { describe, type Happening, withHappening } from './exchange.ts'

export interface Watched {
  readonly happenings: readonly Happening[]
  /** A page is connected to the reader: it waits for a card or works with it. */
  readonly listening: boolean
  /** Undefined: nothing was seen of a card. */
  readonly cardHeld: boolean | undefined
  /** Id of the card that was held last. */
  readonly cardId: string | undefined
  /** Id of the card that answered that it is locked, until it answers otherwise or the counter has unlocked it. */
  readonly lockedCard: string | undefined
}

const entry = z.object({ type: z.string(), cardId: z.string().optional() })

function entryOf(data: unknown): Partial<z.infer<typeof entry>> {
  try {
    return entry.safeParse(JSON.parse(String(data))).data ?? {}
  } catch {
    return {}
  }
}

/** @param data the text of a server-sent event @param most lines kept */
export function watchedAfter(before: Watched, data: unknown, most: number): Watched {
  const { type, cardId } = entryOf(data)
  if (type === 'connected' || type === 'disconnected') {
    return { ...before, listening: type === 'connected' }
  }
  if (type === 'unlocked') {
    return cardId === before.lockedCard ? { ...before, lockedCard: undefined } : before
  }
  const happening = describe(data)
  if (happening === undefined) return before
  const { kind, outcome } = happening
  const happenings = withHappening(before.happenings, happening, most)
  if (kind === 'present') return { ...before, happenings, cardHeld: true, cardId }
  if (kind === 'removed') return { ...before, happenings, cardHeld: false }
  const compared = kind === 'verify' || kind === 'counter'
  if (!compared) return { ...before, happenings }
  return {
    ...before,
    happenings,
    lockedCard: outcome?.blocked === true ? before.cardId : undefined,
  }
}
