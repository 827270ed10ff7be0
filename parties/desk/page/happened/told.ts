/** A line in words: what was asked and answered, the technical line below, the clause. Pure; the words come in one language. */
import type { Language } from '@kazashi/ui'
import { type Apdu, appletIn } from './apdu.ts'
import { apduTexts, commandOf } from './apdu-texts.ts'
import { isRefused, type Line, type What } from './lines.ts'
import { recordsTexts } from './records-texts.ts'
import { wordsOf } from './route-words.ts'
import type { RequestSeen } from './seen.ts'

export interface ToldLine {
  /** What the arrow says. */
  readonly words: string
  /** In small below. */
  readonly technical: string
  readonly clause: string | undefined
  /** One or two sentences for who opens the line. */
  readonly more: string | undefined
  /** The way back; undefined: none, or in another line. */
  readonly answer: string | undefined
  readonly refused: boolean
}

const sizeOf = (bytes: number): string =>
  bytes < 1000 ? `${bytes} B` : `${(bytes / 1000).toFixed(1)} kB`

/** Signed data in a body, as the server told it by kind and size: `CMS SignedData 4.1 kB`. */
function signedIn(shown: unknown): string | undefined {
  if (typeof shown === 'string') return /^(?:CMS|PKCS) /.test(shown) ? shown : undefined
  if (typeof shown !== 'object' || shown === null) return undefined
  for (const inner of Object.values(shown)) {
    const found = signedIn(inner)
    if (found !== undefined) return found
  }
  return undefined
}

function tellApdus(apdus: readonly Apdu[], language: Language): ToldLine {
  const t = apduTexts[language]
  const [first] = apdus
  const last = apdus.at(-1)
  const kind = first?.kind ?? 'other'
  const { name, clause } = commandOf[kind]
  const applet = kind === 'select-applet' && first ? appletIn(first.command)?.[language] : undefined
  const bytes = apdus.reduce((sum, one) => sum + one.bytes, 0)
  const size = bytes > 0 ? t.bytes(bytes, apdus.length) : undefined
  const outcome = last ? t.outcome(last.outcome) : ''
  return {
    words: applet === undefined ? t.kinds[kind] : `${t.kinds[kind]}（${applet}）`,
    technical: [name, size].filter((part) => part !== undefined).join('　'),
    clause,
    more: t.more[kind],
    answer: `${outcome}（${last?.status ?? ''}）`,
    refused: last?.outcome.bad === true,
  }
}

function answerOf({ status, refusal }: RequestSeen, language: Language): string {
  const t = recordsTexts[language]
  if (status < 400) return t.done(status)
  const words = refusal?.title?.[language] ?? t.refused
  return refusal === undefined ? `${words}（${status}）` : `${words}（${status} ${refusal.code}）`
}

/** Characters of a path that a line has room for; of a longer one the end tells more. */
const pathRoom = 32

function shortPath(address: string): string {
  const path = new URL(address).pathname.replaceAll('%7B', '{').replaceAll('%7D', '}')
  return path.length <= pathRoom ? path : `…/${path.split('/').slice(-2).join('/')}`
}

function tellRequest(
  line: Line,
  what: What & { readonly type: 'request' },
  language: Language,
): ToldLine {
  const { request, times } = what
  const told = wordsOf(request)
  const path = shortPath(request.address)
  const often = times > 1 ? `（${recordsTexts[language].times(times)}）` : ''
  const answer = answerOf(request, language)
  const common = {
    clause: (request.status >= 400 ? request.refusal?.clause : undefined) ?? told.clause,
    more: told.more?.[language],
    refused: isRefused(line),
  }
  if (line.part === 'answer')
    return {
      ...common,
      words: answer,
      technical: `${request.method} ${path} ${request.status}`,
      answer: undefined,
    }
  const technical = [`${request.method} ${path}`, signedIn(request.sent.shown)].filter(
    (part) => part !== undefined,
  )
  return {
    ...common,
    words: `${told[language]}${often}`,
    technical: technical.join('　'),
    refused: line.part === 'both' && common.refused,
    answer: line.part === 'both' ? answer : undefined,
  }
}

export function tell(line: Line, language: Language): ToldLine {
  const { what } = line
  const t = recordsTexts[language]
  switch (what.type) {
    case 'presence': {
      const words = apduTexts[language]
      return {
        words: what.present ? words.present : words.removed,
        technical: '',
        clause: undefined,
        more: what.present ? words.presentMore : words.removedMore,
        answer: undefined,
        refused: false,
      }
    }
    case 'apdu':
      return tellApdus(what.apdus, language)
    case 'request':
      return tellRequest(line, what, language)
    case 'records': {
      const tables = new Map<string, number>()
      for (const { change, table, rows } of what.changes) {
        const name = `${change.toUpperCase()} ${table}`
        tables.set(name, (tables.get(name) ?? 0) + rows)
      }
      const [first = ''] = tables.keys()
      return {
        words: t.kept,
        technical: tables.size > 1 ? `${first} ${t.and(tables.size - 1)}` : first,
        clause: undefined,
        more: `${t.keptMore} ${[...tables].map(([name, rows]) => `${name} (${rows})`).join(', ')}`,
        answer: undefined,
        refused: false,
      }
    }
    case 'signature': {
      const [first] = what.signatures
      const kind = first?.what ?? 'certificate'
      const bytes = what.signatures.reduce((sum, one) => sum + one.bytes, 0)
      const { words, more, clause } = t.signatures[kind]
      const often = what.signatures.length > 1 ? `（${t.times(what.signatures.length)}）` : ''
      return {
        words: `${words}${often}`,
        technical: `RSA-SHA256　${sizeOf(bytes)}`,
        clause,
        more,
        answer: undefined,
        refused: false,
      }
    }
  }
}
