/** `kazashi scenario run NAME` and `run --all`: each step, or a table; the exit code says whether all passed. */
import { join } from 'node:path'
import { reportError } from '../report-error.ts'
import type { StepReport } from './course.ts'
import { type RunOptions, runScenario, type ScenarioReport, someSeed } from './runner.ts'
import { openSandbox } from './sandbox.ts'
import { ScenarioError } from './scenario-error.ts'
import { scenarios } from './scenarios/index.ts'
import { resultTable } from './table.ts'

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
  const { report, error } = await runScenario(scenario, { ...options, onStep })
  if (options.json) printJson(report)
  else if (report.passed) console.log(`${name}: ${report.steps.length} steps passed`)
  if (!options.json)
    console.log(`The same again: kazashi scenario run ${name} --seed ${report.seed}`)
  if (!report.passed) reportError(error)
}

/** All of them, one after the other; a failed one does not keep the next from running. @throws {ScenarioError} SERVER_UNREACHABLE, SERVER_NOT_SANDBOX */
export async function runAll(options: PrintOptions): Promise<void> {
  await openSandbox(options.server)
  const { seed = someSeed() } = options
  const reports: ScenarioReport[] = []
  for (const scenario of scenarios) {
    const folder = options.out === undefined ? {} : { out: join(options.out, scenario.name) }
    if (!options.json) process.stderr.write(`${scenario.name} …\n`)
    reports.push((await runScenario(scenario, { ...options, ...folder, seed })).report)
  }
  const passed = reports.every((report) => report.passed)
  if (options.json) printJson({ server: options.server, seed, passed, scenarios: reports })
  else console.log(`${resultTable(reports)}\nseed ${seed}`)
  if (!passed) process.exitCode = 1
}
