/** One home for each fact: a list of words that packages/lifecycle has is imported, not written a second time. */
import { globSync, readFileSync } from 'node:fs'
import { resolve, sep } from 'node:path'
import { parseSync, Visitor } from 'oxc-parser'
import * as lifecycle from '../packages/lifecycle/index.ts'

export interface Repeat {
  readonly file: string
  readonly line: number
  /** The export of packages/lifecycle that has the same words. */
  readonly fact: string
}

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'string')

const facts = Object.entries(lifecycle).flatMap(([name, value]) =>
  isWords(value) ? [{ name, words: value.join(' '), sorted: value.toSorted().join(' ') }] : [],
)

/** Unions of literal types, and arrays of literals in the fact's own order: another order may be meant. */
export function repeatsIn(file: string, source: string): Repeat[] {
  const found: Repeat[] = []
  const note = (at: number, fact: string | undefined): void => {
    if (fact === undefined) return
    found.push({ file, line: source.slice(0, at).split('\n').length, fact })
  }
  const textOf = (node: { type: string; value?: unknown } | null): string | undefined =>
    node?.type === 'Literal' && typeof node.value === 'string' ? node.value : undefined
  new Visitor({
    TSUnionType: ({ start, types }) => {
      const words = types.map((one) =>
        one.type === 'TSLiteralType' ? textOf(one.literal) : undefined,
      )
      const sorted = words.toSorted().join(' ')
      note(start, facts.find((one) => one.sorted === sorted)?.name)
    },
    ArrayExpression: ({ start, elements }) => {
      const words = elements.map(textOf).join(' ')
      note(start, facts.find((one) => one.words === words)?.name)
    },
  }).visit(parseSync(file, source).program)
  return found
}

const mayRepeat = (file: string): boolean =>
  file.startsWith('packages/lifecycle/') ||
  // They import nothing of ours.
  /^packages\/(serve|ui|errors)\//.test(file) ||
  /\.test\.tsx?$|\/tests\/|\.d\.ts$/.test(file)

/** Every repeated fact outside tests. @param root the project's folder */
export const repeats = (root: string): Repeat[] =>
  globSync('{packages,parties,cli,bench,tools}/**/*.{ts,tsx}', {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  })
    .map((path) => path.split(sep).join('/'))
    .filter((file) => !mayRepeat(file))
    .flatMap((file) => repeatsIn(file, readFileSync(resolve(root, file), 'utf8')))
