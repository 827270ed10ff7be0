/** The report of the suites: a table, and every exception with its reason. */
import type { Row } from './suite.ts'

export interface PeerFigures {
  readonly passed: number
  readonly wrongAccepts: number
}
type Reported = Row & { readonly peers: Readonly<Record<string, PeerFigures | undefined>> }

const head = `# Conformance

Made by \`npm run conformance\` from suites of others; not to be edited. A row is a suite: cases that came out as the suite says, deliberate
differences (each below, with its reason), and wrong accepts: what is to be refused and was taken. OpenSSL and pkijs were asked the same
paths in the same run, without our list of differences.
`

export function table(rows: readonly Reported[]): string {
  const names = Object.keys(rows[0]?.peers ?? {})
  const titles = ['suite', 'cases', 'passed', 'excepted', 'failed', 'wrong accepts']
  const peerTitles = names.map((name) => `${name}: passed, wrong accepts`)
  const lines = rows.map(({ suite, cases, passed, excepted, failed, wrongAccepts, peers }) => [
    suite,
    ...[cases, passed, excepted, failed, wrongAccepts].map(String),
    ...names.map((name) => {
      const figures = peers[name]
      return figures ? `${figures.passed}, ${figures.wrongAccepts}` : '–'
    }),
  ])
  const all = [[...titles, ...peerTitles], ...lines]
  const widths = all[0]?.map((_, at) => Math.max(...all.map((line) => line[at]?.length ?? 0))) ?? []
  const shown = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [first = [], ...more] = all
  const rule = widths.map((width) => '-'.repeat(width))
  return [shown(first), shown(rule), ...more.map(shown)].join('\n')
}

/** Markdown: exceptions of one reason stand together. */
export function documentOf(rows: readonly Reported[]): string {
  const parts = rows.map(({ title, suite, exceptions }) => {
    const byReason = Map.groupBy(exceptions, ({ reason }) => reason)
    const lines = [...byReason].map(
      ([reason, list]) => `- ${reason}: ${list.map(({ id }) => `\`${id}\``).join(', ')}`,
    )
    return `## ${suite}\n\n${title}.\n\n${lines.length > 0 ? lines.join('\n') : 'No exceptions.'}\n`
  })
  return [head, `${table(rows)}\n`, ...parts].join('\n')
}
