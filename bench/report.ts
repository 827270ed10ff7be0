/**
 * The one form of a measurement: a row a metric with its value, a peer's value, a physical limit, both ratios, and whether the
 * target is met. Ratios say how much of the peer or the limit is reached: 1 is as good, more is better, for any unit.
 */
import { availableParallelism, cpus, release, type } from 'node:os'

export interface Reference {
  readonly name: string
  /** In the unit of the metric: one value, or one a run; null: not available here, and the name says why. */
  readonly runs: readonly number[] | null
}

export interface Metric {
  readonly name: string
  readonly unit: string
  readonly better: 'higher' | 'lower'
  /** One value a run; null: could not be measured here, see the notes. */
  readonly runs: readonly number[] | null
  readonly peer: Reference
  readonly limit: Reference
  /** The value to reach: of the peer, of the limit, or in the unit itself. */
  readonly target: { readonly of: 'peer' | 'limit' | 'unit'; readonly atLeast: number }
}

export interface Benchmark {
  readonly name: string
  readonly description: string
  measure(): Promise<{ readonly metrics: readonly Metric[]; readonly notes: readonly string[] }>
}

export interface Row {
  readonly metric: string
  readonly unit: string
  readonly better: Metric['better']
  readonly value: number | null
  readonly spread: readonly [least: number, most: number] | null
  readonly runs: number
  readonly peer: { readonly name: string; readonly value: number | null }
  readonly limit: { readonly name: string; readonly value: number | null }
  readonly ofPeer: number | null
  readonly ofLimit: number | null
  readonly target: Metric['target']
  /** null: unknown without a value. */
  readonly met: boolean | null
}

export interface Report {
  readonly benchmark: string
  readonly description: string
  readonly at: string
  readonly machine: {
    readonly processor: string
    readonly cores: number
    readonly system: string
    readonly node: string
  }
  readonly rows: readonly Row[]
  readonly notes: readonly string[]
}

/** The middle value; of an even number, the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  const upper = sorted[half] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] ?? upper) + upper) / 2
}

/** The least value that this part of all values does not exceed. NaN of none. @param part above 0, at most 1 */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.ceil(part * sorted.length) - 1] ?? Number.NaN
}

/** A metric as a row. */
export function rowOf(metric: Metric): Row {
  const { name, unit, better, runs, peer, limit, target } = metric
  const value = runs === null ? null : median(runs)
  const reference = (of: Reference) => ({
    name: of.name,
    value: of.runs === null ? null : median(of.runs),
  })
  const ratio = (other: number | null): number | null => {
    if (value === null || other === null) return null
    return better === 'higher' ? value / other : other / value
  }
  const [peerValue, limitValue] = [reference(peer), reference(limit)]
  const [ofPeer, ofLimit] = [ratio(peerValue.value), ratio(limitValue.value)]
  const reached = { peer: ofPeer, limit: ofLimit, unit: value }[target.of]
  const enough =
    target.of === 'unit' && better === 'lower'
      ? (reached ?? 0) <= target.atLeast
      : (reached ?? 0) >= target.atLeast
  return {
    metric: name,
    unit,
    better,
    value,
    spread: runs === null ? null : [Math.min(...runs), Math.max(...runs)],
    runs: runs?.length ?? 0,
    peer: peerValue,
    limit: limitValue,
    ofPeer,
    ofLimit,
    target,
    met: reached === null ? null : enough,
  }
}

/** @param at when it was measured */
export function reportOf(
  { name, description }: Benchmark,
  measured: Awaited<ReturnType<Benchmark['measure']>>,
  at: Date,
): Report {
  return {
    benchmark: name,
    description,
    at: at.toISOString(),
    machine: {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: availableParallelism(),
      system: `${type()} ${release()}`,
      node: process.version,
    },
    rows: measured.metrics.map(rowOf),
    notes: measured.notes,
  }
}

/** Three significant digits, thousands apart. */
export function number(value: number | null): string {
  if (value === null) return '-'
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2
  return new Intl.NumberFormat('en', { maximumFractionDigits: digits }).format(value)
}

const targetText = ({ of, atLeast }: Metric['target'], better: Metric['better']): string => {
  if (of !== 'unit') return `${number(atLeast)} of ${of}`
  return `${better === 'higher' ? '≥' : '≤'} ${number(atLeast)}`
}

/** The report as a table for people. */
export function table(report: Report): string {
  const { machine } = report
  const head = [
    'metric',
    'value',
    '(least…most)',
    'peer',
    'limit',
    'of peer',
    'of limit',
    'target',
    'met',
  ]
  const lines = report.rows.map((row) => [
    row.metric,
    `${number(row.value)} ${row.unit}`,
    row.spread === null
      ? '-'
      : `(${number(row.spread[0])}…${number(row.spread[1])}, n=${row.runs})`,
    `${number(row.peer.value)} ${row.peer.name}`,
    `${number(row.limit.value)} ${row.limit.name}`,
    number(row.ofPeer),
    number(row.ofLimit),
    targetText(row.target, row.better),
    row.met === null ? '-' : row.met ? 'yes' : 'NO',
  ])
  const widths = head.map((title, i) =>
    Math.max(title.length, ...lines.map((line) => line[i]?.length ?? 0)),
  )
  const text = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return [
    `${report.benchmark}: ${report.description}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.system}, Node ${machine.node}, ${report.at}`,
    '',
    text(head),
    text(widths.map((width) => '-'.repeat(width))),
    ...lines.map(text),
    ...(report.notes.length > 0 ? [''] : []),
    ...report.notes.map((note) => `- ${note}`),
  ].join('\n')
}
