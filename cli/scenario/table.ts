/** The table of `kazashi scenario run --all`: one line a scenario, and the reason of each failure. */
import type { ScenarioReport } from './runner.ts'

const heads = ['scenario', 'rows', 'steps', 'result', 'seconds'] as const

const line = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join('  ')
    .trimEnd()

/** Where it stopped: a step that failed, or before the first. */
function stopped({ scenario, steps, failure }: ScenarioReport): string {
  const step = steps.find(({ passed }) => !passed)
  const where = step === undefined ? '' : ` at ${step.row} ${step.name}`
  return `✗ ${scenario}${where}\n    ${failure?.message ?? ''}`
}

/** @returns lines for a terminal */
export function resultTable(reports: readonly ScenarioReport[]): string {
  const rows = reports.map(({ scenario, rows, steps, passed, seconds }) => [
    scenario,
    rows.join(' '),
    `${steps.filter((step) => step.passed).length}/${steps.length}`,
    passed ? 'passed' : 'FAILED',
    seconds.toFixed(1),
  ])
  const widths = heads.map((head, at) =>
    Math.max(head.length, ...rows.map((cells) => cells[at]?.length ?? 0)),
  )
  const failed = reports.filter(({ passed }) => !passed)
  const seconds = reports.reduce((sum, report) => sum + report.seconds, 0)
  return [
    line(heads, widths),
    line(
      widths.map((width) => '─'.repeat(width)),
      widths,
    ),
    ...rows.map((cells) => line(cells, widths)),
    '',
    ...failed.map(stopped),
    `${reports.length - failed.length} of ${reports.length} scenarios passed in ${seconds.toFixed(0)} s`,
  ].join('\n')
}
