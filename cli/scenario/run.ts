/** `kazashi scenario run NAME`: runs it, prints each step, keeps what was made. */
import { z } from 'zod'
import { reportError } from '../report-error.ts'
import { androidFirstTime, type ScenarioOptions } from './android-first-time.ts'
import { Course, type StepReport } from './course.ts'
import { type KeptFiles, keepFiles } from './kept-files.ts'
import { ScenarioError } from './scenario-error.ts'

export interface RunOptions extends ScenarioOptions {
  readonly json?: boolean
  readonly out?: string
}

type Scenario = (options: ScenarioOptions, course: Course, files: KeptFiles) => Promise<void>

export const scenarios: ReadonlyMap<string, { readonly run: Scenario; readonly summary: string }> =
  new Map([
    [
      'android-first-time',
      {
        run: androidFirstTime,
        summary: 'card, application, secrets, notice, registration, login with an Android phone',
      },
    ],
  ])

const typed = z.object({
  code: z.string(),
  message: z.string(),
  next: z.string().optional(),
})

function print({ row, name, passed, milliseconds, asserted, facts }: StepReport): void {
  console.log(`${passed ? '✓' : '✗'} ${row} ${name} (${(milliseconds / 1000).toFixed(1)} s)`)
  for (const sentence of asserted) console.log(`    ${sentence}`)
  for (const [key, value] of Object.entries(facts)) console.log(`    ${key}: ${value}`)
}

/** @throws {ScenarioError} SCENARIO_UNKNOWN; failed steps end in the exit code 1 */
export async function run(name: string, options: RunOptions): Promise<void> {
  const scenario = scenarios.get(name)
  if (scenario === undefined) throw new ScenarioError('SCENARIO_UNKNOWN', name)
  const files = await keepFiles(options.out)
  const course = new Course((step) => {
    if (!options.json) print(step)
  })
  let failure: unknown
  try {
    await scenario.run(options, course, files)
  } catch (error) {
    failure = error
    process.exitCode = 1
  }
  const report = {
    scenario: name,
    server: options.server,
    passed: failure === undefined,
    steps: course.steps,
    ...(failure !== undefined && {
      failure: typed.safeParse(failure).data ?? { code: 'UNEXPECTED', message: String(failure) },
    }),
  }
  await files.json('report', report)
  const kept = await files.finish()
  if (options.json) console.log(JSON.stringify({ ...report, files: kept }, undefined, 2))
  else if (failure === undefined) console.log(`${name}: ${course.steps.length} steps passed`)
  if (failure !== undefined) reportError(failure)
}
