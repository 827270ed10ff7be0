/**
 * `npm run mutate -- PACKAGE [--only FILE] [--limit PERCENT] [--strict] [--json]`: which changes of the code no test sees. Exit code 1
 * below the limit, and with `--strict` for each survivor that accepted.json does not excuse and each excuse without a survivor; 2 when
 * there was nothing to run.
 */
import { fork } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { readArguments, refuseUsage } from '../arguments.ts'
import { judge, type Placed, passes } from './judge.ts'
import { mutate } from './mutants.ts'

const root = resolve(import.meta.dirname, '../..')
const usage = `usage: npm run mutate -- PACKAGE [--only FILE] [--limit PERCENT] [--strict] [--json]

  PACKAGE          such as lifecycle, pki/path or card/commands
  --only FILE      files whose path has this in it
  --limit PERCENT  ends with 1 where tests see fewer of the mutants (default: 80)
  --strict         ends with 1 for each survivor that accepted.json does not excuse, and each excuse without a survivor
  --json           the judgement as JSON`

const { values, positionals } = readArguments(
  usage,
  {
    limit: { type: 'string', default: '80' },
    only: { type: 'string' },
    strict: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  1,
)
const target = positionals[0] ?? refuseUsage(usage, 'name a PACKAGE')
if (!/^\d{1,3}(\.\d+)?$/.test(values.limit)) refuseUsage(usage, '--limit is a number of percent')

/** Tables of words, and files that only tests use. */
const apart = /\.test\.ts$|\/(errors|index|testing|test-[^/]*|oids)\.ts$|\/testing\//
const sources = [`packages/${target}.ts`, `packages/${target}/**/*.ts`]
  .flatMap((pattern) => globSync(pattern, { cwd: root }))
  .filter((file) => !apart.test(file) && (values.only === undefined || file.includes(values.only)))
  .sort()
const [folder = ''] = target.split('/')
const tests = globSync(`packages/${folder}/**/*.test.ts`, { cwd: root })
  .filter((file) => !file.includes('node_modules'))
  .map((file) => resolve(root, file))
if (sources.length === 0) refuseUsage(usage, `nothing to mutate under packages/${target}`)

const Accepted = z.record(z.string(), z.string())
const accepted = Accepted.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'accepted.json'), 'utf8')),
)

const files: [string, { source: string; first: number }][] = []
const mutants: Placed[] = []
for (const file of sources) {
  const path = resolve(root, file)
  const source = readFileSync(path, 'utf8')
  files.push([path, { source, first: mutants.length }])
  mutants.push(...mutate(path, source, mutants.length).mutants.map((one) => ({ ...one, file })))
}

const Verdict = z.object({
  killed: z.boolean(),
  times: z.array(z.tuple([z.string(), z.number()])),
  by: z.array(z.string()),
  errors: z.array(z.string()),
})
const temporary = mkdtempSync(join(tmpdir(), 'kazashi-mutate-'))

/** One kept vitest; when a mutant takes too long, the next one gets a new vitest. */
function keptVitest(name: string) {
  const switchFile = join(temporary, name)
  const setup = JSON.stringify({ root, switchFile, files })
  let child: ReturnType<typeof fork> | undefined
  let told = ''
  const next = (process: ReturnType<typeof fork>) =>
    new Promise<unknown>((done, failed) => {
      process.once('message', done)
      process.once('exit', () => failed(new Error(`the test process ended: ${told}`)))
    })
  const begin = async () => {
    const made = fork(join(import.meta.dirname, 'runner.ts'), [setup], { silent: true })
    made.setMaxListeners(0)
    told = ''
    made.stderr?.on('data', (text) => {
      told = `${told}${text}`.slice(-2000)
    })
    await next(made)
    return made
  }
  return {
    switchFile,
    end: () => child?.kill('SIGKILL'),
    /** @param limit milliseconds @returns undefined when it took longer */
    async run(mutant: number, wanted: readonly string[], limit: number) {
      child ??= await begin()
      const running = child
      const timer = setTimeout(() => running.kill('SIGKILL'), limit)
      try {
        const answer = next(running)
        running.send({ mutant, tests: wanted })
        return Verdict.parse(await answer)
      } catch (error) {
        if (!running.killed) throw error
        child = undefined
        return undefined
      } finally {
        clearTimeout(timer)
      }
    },
  }
}

const first = keptVitest('first')
const started = Date.now()
const dry = await first.run(-1, tests, 600_000)
if (dry === undefined || dry.killed) {
  console.error('the tests fail without any mutant:', dry?.by, dry?.errors)
  process.exit(2)
}
const dryTime = Date.now() - started
const times = new Map(dry.times)
const reached = new Map<number, Set<string>>()
for (const line of readFileSync(`${first.switchFile}.hits`, 'utf8').split('\n')) {
  const [id, test = ''] = line.split(' ')
  if (id !== '' && test !== '')
    reached.set(Number(id), (reached.get(Number(id)) ?? new Set()).add(test))
}
if (!values.json) {
  console.log(
    `${mutants.length} mutants in ${sources.length} files; ${tests.length} test files, ${dryTime} ms`,
  )
}

/** Number of the mutant → whether any test file reaches it. */
const survivors = new Map<number, boolean>()
const queue = mutants.map((_, id) => id)
async function work(vitest: ReturnType<typeof keptVitest>) {
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    const wanted = [...(reached.get(id) ?? [])].sort(
      (a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0),
    )
    let seen = false
    for (const test of wanted) {
      const verdict = await vitest.run(id, [test], 30_000 + 10 * (times.get(test) ?? 0))
      seen = verdict === undefined || verdict.killed
      if (seen) break
    }
    if (!seen) survivors.set(id, wanted.length > 0)
  }
}
const second = keptVitest('second')
await Promise.all([work(first), work(second)])
first.end()
second.end()
rmSync(temporary, { recursive: true })

const judgement = judge(mutants, survivors, accepted)
const { killed, equivalent, score, unexpected, idle } = judgement
if (values.json) {
  console.log(JSON.stringify({ target, mutants: mutants.length, ...judgement }, undefined, 1))
} else {
  for (const { file, line, from, to, covered } of unexpected) {
    const why = covered ? 'survived' : 'not reached'
    console.log(`${file}:${line} ${why}\n  - ${from}\n  + ${to || '(removed)'}`)
  }
  for (const key of idle) console.log(`accepted.json excuses what a test sees or is gone: ${key}`)
  console.log(
    `${target}: ${killed} of ${mutants.length - equivalent} killed, ${score.toFixed(1)} %; ${equivalent} equivalent, accepted; ${unexpected.length} survived`,
  )
}
process.exit(passes(judgement, { limit: Number(values.limit), strict: values.strict }) ? 0 : 1)
