/** The report at the end: a table, and for each problem the actions before it. */
import type { Result } from './monkey.ts'
import { procedures } from './procedures.ts'

const row = (cells: readonly string[]): string =>
  `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(8))).join(' | ')} |`

export function table(results: readonly Result[]): string {
  const line = (name: string, of: (result: Result) => number) =>
    row([name, ...results.map((result) => String(of(result)))])
  return [
    row(['', ...results.map(({ face }) => face)]),
    row(['---', ...results.map(() => '---')]),
    line('actions', ({ actions }) => actions),
    line('missed', ({ missed }) => missed),
    line('states seen', ({ states }) => states),
    ...procedures.map((name) => line(name, ({ completed }) => completed.get(name) ?? 0)),
    line('problems', ({ problems }) => problems.length),
  ].join('\n')
}

export const problemLines = ({ face, problems }: Result): string[] =>
  problems.flatMap(({ what, actions, screenshot }) => [
    `${face}: ${what}`,
    `  picture: ${screenshot}`,
    ...actions.map((action) => `  ${action}`),
  ])
