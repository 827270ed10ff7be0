/** Runs one scenario against a running Kazashi, and puts the sandbox's clock back however it ends. */
import { randomInt } from 'node:crypto'
import { seeded } from '@kazashi/card'
import { z } from 'zod'
import { inWords } from '../next-steps.ts'
import { Course, type StepReport } from './course.ts'
import { keepFiles } from './kept-files.ts'
import { openSandbox, type Sandbox } from './sandbox.ts'
import type { Scenario } from './scenario.ts'
import { ScenarioError } from './scenario-error.ts'
import type { CardChoice, World } from './world.ts'

export interface RunOptions extends CardChoice {
  readonly server: string
  /** Of everything that is drawn; default any. With the same one a failure comes again. */
  readonly seed?: number
  /** Folder for the kept files. */
  readonly out?: string
  readonly onStep?: (step: StepReport) => void
  /** Ends the scenario with its reason; the clock is put back all the same. */
  readonly signal?: AbortSignal
  /** In place of the sandbox at `server`. */
  readonly open?: (server: string) => Promise<Sandbox>
}

/** Seeds that `--seed` takes. */
const seeds = 10_000_000
export const someSeed = (): number => randomInt(seeds)

const failure = z.object({
  code: z.string(),
  message: z.string(),
  next: z.string().transform(inWords).optional(),
})

export interface ScenarioReport {
  readonly scenario: string
  readonly rows: readonly string[]
  readonly server: string
  readonly seed: number
  readonly passed: boolean
  readonly seconds: number
  readonly steps: readonly StepReport[]
  readonly failure?: z.infer<typeof failure>
  /** Paths. */
  readonly files: readonly string[]
}

export interface Ran {
  readonly report: ScenarioReport
  /** The error, where the scenario failed. */
  readonly error?: unknown
}

/** A declaration that the steps do not bear out is a fault of the scenario. */
function checkDeclared({ name, rows }: Scenario, steps: readonly StepReport[]): void {
  const walked = new Set(steps.map(({ row }) => row))
  const missing = rows.filter((row) => !walked.has(row))
  if (missing.length > 0) {
    throw new ScenarioError('ASSERTION_FAILED', `${name} walks no step of ${missing.join(', ')}`)
  }
  if (!steps.some(({ refused }) => refused !== undefined)) {
    throw new ScenarioError('ASSERTION_FAILED', `${name} has no refusal`)
  }
}

const putBack = (course: Course, sandbox: Sandbox, offsetSeconds: number): Promise<void> =>
  course.afterwards('5-A1', 'サンドボックスの時計を戻す', async (step) => {
    await sandbox.moveClock({ offsetSeconds })
    step.assert(sandbox.offsetSeconds() === offsetSeconds, 'the clock is as it was before')
    step.fact('clock moved to', sandbox.now().toISOString())
  })

/** A sandbox whose clock stays once `signal` has come: what is still under way must not move it after it was put back. */
function lend(sandbox: Sandbox, signal: AbortSignal | undefined) {
  let move = Promise.resolve()
  return {
    sandbox: {
      ...sandbox,
      moveClock: async (to: Parameters<Sandbox['moveClock']>[0]) => {
        signal?.throwIfAborted()
        move = sandbox.moveClock(to)
        await move
      },
    },
    /** The last move has been answered. */
    settled: () => move.catch(() => undefined),
  }
}

async function walk(
  scenario: Scenario,
  options: RunOptions,
  course: Course,
  { files, draw }: Pick<World, 'files' | 'draw'>,
): Promise<void> {
  const sandbox = await (options.open ?? openSandbox)(options.server)
  const { step, refusal } = course
  const offset = sandbox.offsetSeconds()
  const lent = lend(sandbox, options.signal)
  try {
    await scenario.run({ sandbox: lent.sandbox, step, refusal, files, choice: options, draw })
  } finally {
    await lent.settled()
    if (sandbox.offsetSeconds() !== offset) await putBack(course, sandbox, offset)
  }
  checkDeclared(scenario, course.steps)
}

/** Never throws: a failure is in the report, which is kept beside the other files. */
export async function runScenario(scenario: Scenario, options: RunOptions): Promise<Ran> {
  const from = performance.now()
  const { onStep = () => undefined, signal = new AbortController().signal } = options
  const course = new Course(onStep, signal)
  const files = await keepFiles(options.out)
  const { seed = someSeed() } = options
  const draw = seeded(seed, scenario.name)
  const ended = await walk(scenario, options, course, { files, draw }).then(
    () => ({}),
    (error: unknown) => ({
      error,
      failure: failure.safeParse(error).data ?? { code: 'UNEXPECTED', message: String(error) },
    }),
  )
  const report = {
    scenario: scenario.name,
    rows: scenario.rows,
    server: options.server,
    seed,
    passed: !('failure' in ended),
    seconds: Math.round((performance.now() - from) / 100) / 10,
    steps: course.steps,
    ...('failure' in ended && { failure: ended.failure }),
  }
  await files.json('report', report)
  await files.finish()
  return { ...ended, report: { ...report, files: files.paths } }
}
