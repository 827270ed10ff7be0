/** Lines of the diagram: who asks whom, in the order in which it was, readings that follow each other as one. Pure. */
import { type Apdu, describe } from './apdu.ts'
import { isSite } from './route-words.ts'
import type { RecordsSeen, RequestSeen, Seen, SignatureSeen } from './seen.ts'

/** The lifelines, from left to right. */
const whos = ['card', 'phone', 'computer', 'site', 'gate', 'authority', 'records'] as const
export type Who = (typeof whos)[number]

export type What =
  | { readonly type: 'presence'; readonly present: boolean }
  /** Several: readings that follow each other. */
  | { readonly type: 'apdu'; readonly apdus: readonly Apdu[] }
  /** `times`: the same was asked, and answered alike, so often. */
  | { readonly type: 'request'; readonly request: RequestSeen; readonly times: number }
  | { readonly type: 'records'; readonly changes: readonly RecordsSeen[] }
  | { readonly type: 'signature'; readonly signatures: readonly SignatureSeen[] }

export interface Line {
  readonly key: string
  /** ISO 8601 */
  readonly at: string
  readonly from: Who
  /** The same as `from`: work of its own. */
  readonly to: Who
  readonly what: What
  /** ask: its answer comes in a line of its own, because something is between; answer: that one; both: in one line */
  readonly part: 'ask' | 'answer' | 'both'
}

/** @returns undefined: a party that has no lifeline */
function whoIs(party: string, byPage = false): Who | undefined {
  if (byPage) return party === 'app' ? 'phone' : 'computer'
  if (isSite(party)) return 'site'
  return party === 'gate' || party === 'authority' ? party : undefined
}

interface Moment {
  readonly time: number
  /** Ends come after what began in the same millisecond; of two ends the inner one first. */
  readonly end: boolean
  readonly order: number
  readonly place: number
  readonly line: Line
}

const before = (a: Moment, b: Moment): number =>
  a.time - b.time ||
  Number(a.end) - Number(b.end) ||
  (a.end ? b.order - a.order : a.order - b.order) ||
  a.place - b.place

function lineOf(one: Seen, place: number): Line | undefined {
  const base = { at: one.at, part: 'both' as const }
  switch (one.type) {
    case 'card-present':
    case 'card-removed': {
      const what = { type: 'presence' as const, present: one.type === 'card-present' }
      return { ...base, key: `${one.at} ${place}`, from: 'card', to: 'phone', what }
    }
    case 'exchange':
      return {
        ...base,
        key: `${one.at} ${place}`,
        from: 'phone',
        to: 'card',
        what: { type: 'apdu', apdus: [describe(one)] },
      }
    case 'request': {
      const from = whoIs(one.from, one.byPage)
      const to = whoIs(one.to)
      if (from === undefined || to === undefined) return undefined
      return { ...base, key: one.id, from, to, what: { type: 'request', request: one, times: 1 } }
    }
    case 'records': {
      const from = whoIs(one.party)
      if (from === undefined) return undefined
      return {
        ...base,
        key: one.id,
        from,
        to: 'records',
        what: { type: 'records', changes: [one] },
      }
    }
    case 'signature': {
      const from = whoIs(one.party)
      if (from === undefined) return undefined
      const what = { type: 'signature' as const, signatures: [one] }
      return { ...base, key: one.id, from, to: from, what }
    }
  }
}

/**
 * A proof that was used is remembered with every request of a phone (RFC 9449 §11.1): told each time, it would be half of all lines.
 */
const isUsual = (one: Seen): boolean => one.type === 'records' && one.table === 'record.proof'

function momentsOf(one: Seen, place: number): Moment[] {
  if (isUsual(one)) return []
  const line = lineOf(one, place)
  if (line === undefined) return []
  const time = Date.parse(one.at)
  const order = 'order' in one ? one.order : 0
  if (one.type !== 'request') return [{ time, end: false, order, place, line }]
  const answer = { ...line, key: `${line.key} answer`, part: 'answer' as const }
  return [
    { time, end: false, order, place, line: { ...line, part: 'ask' } },
    { time: time + one.milliseconds, end: true, order, place, line: answer },
  ]
}

/** What was asked and answered alike a moment before: a page that waits asks again and again. */
const isSame = (a: RequestSeen, b: RequestSeen): boolean =>
  a.method === b.method && a.address === b.address && a.status === b.status && a.from === b.from

/** @returns the two as one line; undefined: they stay two */
function joined(last: Line, next: Line): Line | undefined {
  const [a, b] = [last.what, next.what]
  if (a.type === 'apdu' && b.type === 'apdu') {
    const both = a.apdus[0]?.kind === 'read' && b.apdus[0]?.kind === 'read'
    return both ? { ...last, what: { type: 'apdu', apdus: [...a.apdus, ...b.apdus] } } : undefined
  }
  if (last.from !== next.from || last.to !== next.to) return undefined
  if (a.type === 'records' && b.type === 'records')
    return { ...last, what: { type: 'records', changes: [...a.changes, ...b.changes] } }
  if (a.type === 'signature' && b.type === 'signature')
    return { ...last, what: { ...a, signatures: [...a.signatures, ...b.signatures] } }
  if (a.type !== 'request' || b.type !== 'request') return undefined
  // The answer that follows its question at once.
  if (last.part === 'ask' && next.part === 'answer' && a.request.id === b.request.id)
    return { ...last, part: 'both' }
  if (last.part !== 'both' || next.part !== 'both' || !isSame(a.request, b.request))
    return undefined
  return { ...last, what: { type: 'request', request: b.request, times: a.times + b.times } }
}

const together = (lines: readonly Line[]): Line[] => {
  const all: Line[] = []
  for (const line of lines) {
    const last = all.at(-1)
    const both = last && joined(last, line)
    if (both === undefined) all.push(line)
    else all[all.length - 1] = both
  }
  return all
}

/** Oldest first. @param seen as it came; the same entry may have come twice */
export function linesOf(seen: readonly Seen[]): readonly Line[] {
  const known = new Set<string>()
  const once = seen.filter((one) => {
    if (!('id' in one)) return true
    const isNew = !known.has(one.id)
    known.add(one.id)
    return isNew
  })
  const moments = once.flatMap((one, place) => momentsOf(one, place)).sort(before)
  // Once for questions with their answers, and once for what then stands side by side.
  return together(together(moments.map(({ line }) => line)))
}

/** Those that take part, from left to right. */
export const whosIn = (lines: readonly Line[]): readonly Who[] =>
  whos.filter((who) => lines.some(({ from, to }) => from === who || to === who))

/** Refused: by the card, or by a party. A page that asks whether somebody is logged in has its answer also where nobody is. */
export function isRefused({ what }: Line): boolean {
  if (what.type === 'apdu') return what.apdus.at(-1)?.outcome.bad === true
  if (what.type !== 'request') return false
  const { method, status, refusal } = what.request
  return status >= 400 && !(method === 'GET' && refusal?.code === 'NOT_LOGGED_IN')
}
