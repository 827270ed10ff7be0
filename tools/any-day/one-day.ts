/** One day: a sandbox of its own that begins on it, the scenarios one after the other, then the authority's unit tests. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { birthdaySeed } from './birthday-seed.ts'
import type { Day } from './days.ts'
import { fakedTime } from './fake-time.ts'

const root = resolve(import.meta.dirname, '../..')
const kazashi = join(root, 'cli/bin.js')
const vitest = join(root, 'node_modules/vitest/vitest.mjs')
/** In Japan: the hours of issuing. */
const timeOfDay = '10:00:00+09:00'

/** The runs of a day. */
export interface Plan {
  readonly scenarios: readonly string[]
  readonly times: number
  readonly seed: number
  /** Files of the unit project. */
  readonly units: readonly string[]
  /** Files of the ways project. */
  readonly ways: readonly string[]
}

export interface Result {
  readonly day: string
  readonly what: string
  readonly passed: boolean
  readonly seconds: number
  /** How to run it again; why it failed. */
  readonly about: string
}

interface Ended {
  readonly code: number | null
  readonly output: string
}

async function runIt(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ended> {
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  const [code] = await once(child, 'close')
  return { code: z.number().nullable().parse(code), output }
}

/** @returns where it answers, and how it is ended */
async function startSandbox(env: NodeJS.ProcessEnv) {
  const folder = await mkdtemp(join(tmpdir(), 'kazashi-any-day-'))
  const args = [kazashi, 'start', '--port', '0', '--data', join(folder, 'data')]
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const stop = async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM')
      await once(child, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  }
  let said = ''
  for await (const text of child.stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += text
    if (said.includes('Ctrl-C')) break
  }
  child.stderr.resume()
  const port = /desk\.kazashi\.localhost:(\d+)/.exec(said)?.[1]
  if (port === undefined) {
    await stop()
    throw new Error(`the sandbox did not start: ${said}`)
  }
  return { server: `http://localhost:${port}`, stop }
}

const report = z.object({
  passed: z.boolean(),
  failure: z.object({ message: z.string() }).optional(),
  steps: z.array(z.object({ row: z.string(), name: z.string(), passed: z.boolean() })),
})

/** The last lines of an output that is no report. */
const tail = (text: string): string => text.trim().split('\n').slice(-25).join('\n')

function reasonOf(output: string): string {
  try {
    const { passed, failure, steps } = report.parse(JSON.parse(output))
    const step = steps.find((one) => !one.passed)
    return passed ? '' : `at ${step?.row} ${step?.name}: ${failure?.message}`
  } catch {
    return tail(output)
  }
}

const secondsFrom = (from: number): number => Math.round((performance.now() - from) / 100) / 10

/** @param name of the day @param tell hears each result as soon as it is there */
export async function runDay(
  day: Day | undefined,
  name: string,
  plan: Plan,
  tell: (result: Result) => void,
): Promise<void> {
  const today = day === undefined ? new Date() : new Date(`${day.date}T${timeOfDay}`)
  const env = fakedTime(day === undefined ? 0 : today.getTime() - Date.now())
  const done = (what: string, from: number, { code, output }: Ended, again: string) => {
    const passed = code === 0
    const reason = output.startsWith('{') ? reasonOf(output) : tail(output)
    const about = passed ? again : `${again}\n${reason}`
    tell({ day: name, what, passed, seconds: secondsFrom(from), about })
  }
  if (plan.scenarios.length > 0) {
    const from = performance.now()
    const sandbox = await startSandbox(env)
    tell({ day: name, what: 'a new sandbox', passed: true, seconds: secondsFrom(from), about: '' })
    try {
      for (const scenario of plan.scenarios) {
        for (let time = 0; time < plan.times; time += 1) {
          const first = plan.seed + time
          const seed =
            day?.toBirthday === undefined
              ? first
              : birthdaySeed(scenario, today, day.toBirthday, first)
          const began = performance.now()
          const args = ['scenario', 'run', scenario, '--seed', String(seed), '--json']
          const ended = await runIt([kazashi, ...args, '--server', sandbox.server], env)
          done(scenario, began, ended, `--seed ${seed}`)
        }
      }
    } finally {
      await sandbox.stop()
    }
  }
  for (const [what, files, projects] of [
    ['unit tests', plan.units, ['--project', 'unit', '--project', 'screens']],
    ['ways', plan.ways, ['--project', 'ways']],
  ] as const) {
    if (files.length === 0) continue
    const from = performance.now()
    const ended = await runIt([vitest, 'run', ...projects, ...files], env)
    const counted = /\d+ passed, \d+ failed, \d+ skipped/.exec(ended.output)?.[0] ?? ''
    done(what, from, ended, counted)
  }
}
