/** One entry of the box's reader log in words: the command (ISO 7816-4), the bytes that came, the outcome. Secrets come masked. */
import { z } from 'zod'

const exchange = z.object({
  type: z.literal('exchange'),
  at: z.string(),
  command: z.string().regex(/^[0-9A-F*]{8,}$/),
  response: z.string().regex(/^(?:[0-9A-F]{2}){2,}$/),
})
const presence = z.object({ type: z.enum(['card-present', 'card-removed']), at: z.string() })
export const readerEntry = z.discriminatedUnion('type', [exchange, presence])
export type ReaderEntry = z.infer<typeof readerEntry>

export type ApduKind =
  | 'select-applet'
  | 'select-file'
  | 'verify'
  | 'counter'
  | 'change'
  | 'read'
  | 'sign'
  | 'authenticate'
  | 'challenge'
  | 'data'
  | 'other'

export interface Outcome {
  readonly bad: boolean
  readonly triesLeft?: number
  readonly blocked?: boolean
}

/** What a command is, in the card's own way; no answer's data are kept. */
export interface Apdu {
  readonly kind: ApduKind
  /** Hex; secrets as `**`. */
  readonly command: string
  /** SW1 SW2 (§5.1.3), hex. */
  readonly status: string
  /** Of the answer, without the status. */
  readonly bytes: number
  readonly outcome: Outcome
}

const instructions: Readonly<Record<string, ApduKind>> = {
  '20': 'verify',
  '24': 'change',
  '32': 'change',
  '84': 'challenge',
  '88': 'authenticate',
  '2A': 'sign',
  B0: 'read',
  B2: 'read',
  CA: 'data',
}

function kindOf(command: string): ApduKind {
  const ins = command.slice(2, 4)
  // By name (P1 = 04) or by identifier (§7.1.1).
  if (ins === 'A4') return command.slice(4, 6) === '04' ? 'select-applet' : 'select-file'
  const kind = instructions[ins] ?? 'other'
  // VERIFY without data asks for the counter (§7.5.6).
  return kind === 'verify' && command.length <= 10 ? 'counter' : kind
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

export function describe({ command, response }: z.infer<typeof exchange>): Apdu {
  const kind = kindOf(command)
  const status = response.slice(-4)
  const outcome = outcomeOf(status)
  return {
    kind,
    command,
    status,
    bytes: response.length / 2 - 2,
    // The counter is what was asked for.
    outcome: kind === 'counter' ? { ...outcome, bad: false } : outcome,
  }
}

/** What comes after `+`: the applet, by its name. */
const applets: Readonly<Record<string, { readonly ja: string; readonly en: string }>> = {
  D392F000260100000001: { ja: '公的個人認証', en: 'JPKI' },
  D3921000310001010408: { ja: '券面事項入力補助', en: 'card data' },
  D3921000310001010402: { ja: '券面事項確認', en: 'visual check' },
  D3921000310001010401: { ja: '住民基本台帳', en: 'resident register' },
  D3921000310001010100: { ja: '共通', en: 'common' },
}

/** @returns undefined: none that is known */
export const appletIn = (command: string) =>
  Object.entries(applets).find(([name]) => command.slice(10).startsWith(name))?.[1]
