/** `kazashi scenario run NAME` and `run --all`: each step, or a table; the exit code says whether all passed. */
import { join } from 'node:path'
import { usualServer } from '../origins-at.ts'
import { reportError } from '../report-error.ts'
import type { StepReport } from './course.ts'
import { type RunOptions, runScenario, type ScenarioReport, someSeed } from './runner.ts'
import { openSandbox } from './sandbox.ts'
import { ScenarioError } from './scenario-error.ts'
import { scenarios } from './scenarios/index.ts'
import { resultTable } from './table.ts'

/** Milliseconds for the sandbox to answer that its clock is back. */
const patience = 10_000

/**
 * Ctrl-C ends a scenario in order: the step under way fails with INTERRUPTED, and the clock is put back. A server that no longer answers
 * is not waited for.
 */
function untilInterrupted(): AbortSignal {
  const controller = new AbortController()
  const interrupt = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) return
    console.error(`${name}: ending, and putting the sandbox's clock back where it was moved`)
    controller.abort(new ScenarioError('INTERRUPTED', name))
    setTimeout(() => {
      console.error('The server does not answer: its clock may not be where it was before.')
      reportError(controller.signal.reason)
      process.exit()
    }, patience).unref()
  }
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, interrupt)
  return controller.signal
}

/** Ends the process where it was interrupted: what was under way is not waited for. */
function leaveIfInterrupted(signal: AbortSignal): void {
  if (!signal.aborted) return
  reportError(signal.reason)
  process.exit()
}

export interface PrintOptions extends RunOptions {
  readonly json?: boolean
}

function print({ row, name, passed, refused, milliseconds, asserted, facts }: StepReport): void {
  const seconds = (milliseconds / 1000).toFixed(1)
  const code = refused === undefined ? '' : ` → ${refused}`
  console.log(`${passed ? '✓' : '✗'} ${row} ${name}${code} (${seconds} s)`)
  for (const sentence of asserted) console.log(`    ${sentence}`)
  for (const [key, value] of Object.entries(facts)) console.log(`    ${key}: ${value}`)
}

const printJson = (value: unknown): void => console.log(JSON.stringify(value, undefined, 2))

/** @throws {ScenarioError} SCENARIO_UNKNOWN; failed steps end in the exit code 1 */
export async function run(name: string, options: PrintOptions): Promise<void> {
  const scenario = scenarios.find((one) => one.name === name)
  if (scenario === undefined) throw new ScenarioError('SCENARIO_UNKNOWN', name)
  if (options.reader !== undefined && !scenario.takesReader)
    throw new ScenarioError('READER_NOT_USED', name)
  const onStep = options.json ? () => undefined : print
  const signal = untilInterrupted()
  const { report, error } = await runScenario(scenario, { ...options, onStep, signal })
  if (options.json) printJson(report)
  else if (report.passed) console.log(`${name}: ${report.steps.length} steps passed`)
  const server = options.server === usualServer ? '' : ` --server ${options.server}`
  if (!options.json)
    console.log(`To repeat it: kazashi scenario run ${name} --seed ${report.seed}${server}`)
  leaveIfInterrupted(signal)
  if (!report.passed) reportError(error)
}

/** All of them, one after the other; a failed one does not keep the next from running. @throws {ScenarioError} SERVER_UNREACHABLE, SERVER_NOT_SANDBOX */
export async function runAll(options: PrintOptions): Promise<void> {
  await openSandbox(options.server)
  const signal = untilInterrupted()
  const { seed = someSeed() } = options
  const reports: ScenarioReport[] = []
  for (const scenario of scenarios) {
    const folder = options.out === undefined ? {} : { out: join(options.out, scenario.name) }
    if (!options.json) process.stderr.write(`${scenario.name} …\n`)
    reports.push((await runScenario(scenario, { ...options, ...folder, seed, signal })).report)
    if (signal.aborted) break
  }
  const passed = reports.every((report) => report.passed)
  if (options.json) printJson({ server: options.server, seed, passed, scenarios: reports })
  else console.log(`${resultTable(reports)}\nseed ${seed}`)
  leaveIfInterrupted(signal)
  if (!passed) process.exitCode = 1
}
