/** One line of the box's log in words: the command (ISO 7816-4), the bytes that came, the outcome. Secrets come masked. */
import { z } from 'zod'

const entry = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('exchange'),
    at: z.string(),
    command: z.string(),
    response: z.string().regex(/^(?:[0-9A-F]{2}){2,}$/),
  }),
  z.object({ type: z.literal('card-present'), at: z.string() }),
  z.object({ type: z.literal('card-removed'), at: z.string() }),
])

type HappeningKind =
  | 'present'
  | 'removed'
  | 'select'
  | 'verify'
  | 'counter'
  | 'read'
  | 'sign'
  | 'other'

export interface Outcome {
  readonly bad: boolean
  readonly triesLeft?: number
  readonly blocked?: boolean
}

export interface Happening {
  readonly kind: HappeningKind
  /** Counts up in a list. */
  readonly number: number
  /** Exchanges in this line: readings that follow each other are one. */
  readonly times: number
  readonly bytes?: number
  readonly outcome?: Outcome
  /** Command header and status word in hex, for curious readers. */
  readonly raw: string
}

const instructions: Readonly<Record<string, HappeningKind>> = {
  A4: 'select',
  '20': 'verify',
  B0: 'read',
  '2A': 'sign',
}

function outcomeOf(status: string): Outcome {
  if (status === '9000') return { bad: false }
  if (status === '6984' || status === '6983') return { bad: true, blocked: true }
  // No try left is locked, and nothing asks the card again to hear so.
  if (status === '63C0') return { bad: true, blocked: true }
  if (status.startsWith('63C')) {
    return { bad: true, triesLeft: Number.parseInt(status.slice(3), 16) }
  }
  return { bad: true }
}

/** @param data the text of a server-sent event @returns undefined: nothing worth showing */
export function describe(data: unknown): Happening | undefined {
  if (typeof data !== 'string') return undefined
  let json: unknown
  try {
    json = JSON.parse(data)
  } catch {
    return undefined
  }
  const parsed = entry.safeParse(json)
  if (!parsed.success) return undefined
  const event = parsed.data
  if (event.type === 'card-present') return { kind: 'present', number: 0, times: 1, raw: '' }
  if (event.type === 'card-removed') return { kind: 'removed', number: 0, times: 1, raw: '' }
  const { command, response } = event
  const status = response.slice(-4)
  const outcome = outcomeOf(status)
  const raw = `${command.slice(0, 8)} → ${status}`
  const bytes = response.length / 2 - 2
  const named = instructions[command.slice(2, 4)] ?? 'other'
  const isCounter = named === 'verify' && command.length <= 10
  if (isCounter)
    return { kind: 'counter', number: 0, times: 1, outcome: { ...outcome, bad: false }, raw }
  return { kind: named, number: 0, times: 1, outcome, raw, ...(bytes > 0 ? { bytes } : {}) }
}

/** Newest first. Readings that follow each other become one line with the bytes of all. */
export function withHappening(
  before: readonly Happening[],
  next: Happening,
  most: number,
): readonly Happening[] {
  const [last, ...older] = before
  if (last === undefined || last.kind !== 'read' || next.kind !== 'read') {
    return [{ ...next, number: (last?.number ?? 0) + 1 }, ...before].slice(0, most)
  }
  const bytes = (last.bytes ?? 0) + (next.bytes ?? 0)
  return [{ ...next, number: last.number, bytes, times: last.times + 1 }, ...older]
}
