/** What is seen, held against what a careful site does. Without I/O. */
import type { Exchange } from './browser.ts'

type Expected = 'in' | 'refused' | 'either' | 'there'
export type Seen = 'in' | 'refused' | 'there' | 'missing'

export interface Row {
  readonly name: string
  /** The row of the course, or the clause. */
  readonly clause: string
  readonly what: string
  readonly expected: Expected
  /** undefined: it was not tried, see `why`. */
  readonly seen: Seen | undefined
  readonly verdict: 'right' | 'wrong' | 'skipped'
  readonly advice?: string
  readonly why?: string
  readonly dump: readonly Exchange[]
}

export interface Look {
  readonly name: string
  readonly clause: string
  readonly what: string
  readonly expected: Expected
  readonly advice?: string | undefined
}

/** The text of the case `name-markup`, where a page repeats it as markup. */
const markup = '<img src=x onerror=alert(1)>'

const isRight = (expected: Expected, seen: Seen): boolean =>
  expected === 'either' || expected === seen

export function judged(look: Look, seen: Seen, dump: readonly Exchange[]): Row {
  const { advice, ...rest } = look
  const isRepeated = dump.some(({ body }) => body.includes(markup))
  const right = isRight(look.expected, seen) && !isRepeated
  return {
    ...rest,
    seen,
    verdict: right ? 'right' : 'wrong',
    ...(isRepeated && { why: 'a page repeats the markup in a name' }),
    ...(!right && { advice: advice ?? usual(look.expected) }),
    dump,
  }
}

export const skipped = ({ advice: _, ...look }: Look, why: string): Row => ({
  ...look,
  seen: undefined,
  verdict: 'skipped',
  why,
  dump: [],
})

const usual = (expected: Expected): string =>
  expected === 'in' ? 'this is a good login: let the person in' : 'do not let anybody in'

export interface Count {
  readonly right: number
  readonly wrong: number
  readonly skipped: number
}

export const count = (rows: readonly Row[]): Count => ({
  right: rows.filter(({ verdict }) => verdict === 'right').length,
  wrong: rows.filter(({ verdict }) => verdict === 'wrong').length,
  skipped: rows.filter(({ verdict }) => verdict === 'skipped').length,
})
