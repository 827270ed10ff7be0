/** What the log of a reader says about the present: does the app wait for a card, is one there, did it answer that it is locked? */
import { z } from 'zod'
import { describe } from './apdu.ts'
import { type Seen, seenIn, seenLimit } from './seen.ts'

export interface Watched {
  /** As it came, the newest last. */
  readonly seen: readonly Seen[]
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

/** @param data the text of a server-sent event @param most entries kept */
export function watchedAfter(before: Watched, data: unknown, most: number = seenLimit): Watched {
  const { type, cardId } = entryOf(data)
  if (type === 'connected' || type === 'disconnected') {
    return { ...before, listening: type === 'connected' }
  }
  if (type === 'unlocked') {
    return cardId === before.lockedCard ? { ...before, lockedCard: undefined } : before
  }
  const one = seenIn(data)
  if (one === undefined) return before
  const seen = [...before.seen, one].slice(-most)
  if (one.type === 'card-present') return { ...before, seen, cardHeld: true, cardId }
  if (one.type === 'card-removed') return { ...before, seen, cardHeld: false }
  if (one.type !== 'exchange') return { ...before, seen }
  const { kind, outcome } = describe(one)
  const compared = kind === 'verify' || kind === 'counter'
  if (!compared) return { ...before, seen }
  return { ...before, seen, lockedCard: outcome.blocked === true ? before.cardId : undefined }
}
