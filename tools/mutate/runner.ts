/** A vitest that is kept: it is sent a mutant and its test files, and says whether a test fails. Run as a child, so that an endless loop can be ended. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createVitest } from 'vitest/node'
import { z } from 'zod'
import { mutating } from './switch.ts'

const Setup = z.object({
  root: z.string(),
  switchFile: z.string(),
  files: z.array(z.tuple([z.string(), z.object({ source: z.string(), first: z.int() })])),
})
const Task = z.object({ mutant: z.int(), tests: z.array(z.string()) })

const { root, switchFile, files } = Setup.parse(JSON.parse(process.argv[2] ?? ''))
const awakeFile = `${switchFile}.awake`
process.env['KAZASHI_MUTANT'] = switchFile
writeFileSync(switchFile, '-1')

const vitest = await createVitest(
  'test',
  {
    root,
    config: false,
    watch: false,
    // The mutated text must not be found again by a run without mutants, nor the plain one by this.
    fsModuleCache: false,
    reporters: [{}],
    include: ['packages/**/*.test.ts'],
    pool: 'threads',
    maxWorkers: 1,
    testTimeout: 60_000,
    bail: 1,
  },
  { plugins: [mutating(new Map(files))], server: { watch: null } },
)
await vitest.standalone()
const [project] = vitest.projects
if (project === undefined) throw new Error('vitest made no project')

process.on('message', async (message) => {
  const { mutant, tests } = Task.parse(message)
  writeFileSync(switchFile, String(mutant))
  rmSync(awakeFile, { force: true })
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    tests.map((test) => project.createSpecification(test)),
  )
  // Another mutant than this one, or no mutated module at all, would make every verdict worthless.
  const awake = existsSync(awakeFile) ? readFileSync(awakeFile, 'utf8').trim().split('\n') : []
  if (awake.length === 0 || awake.some((one) => one !== String(mutant))) {
    throw new Error(`mutant ${mutant} was to be awake, and it was ${awake.join() || 'none'}`)
  }
  // Modules of earlier runs are told again.
  const mine = testModules.filter((one) => tests.includes(one.moduleId))
  if (mine.length !== tests.length) throw new Error(`of ${tests} ran ${mine.length}`)
  const failed = mine.filter((one) => one.state() === 'failed')
  process.send?.({
    killed: failed.length > 0 || unhandledErrors.length > 0,
    by: failed.map((one) => one.moduleId),
    times: mine.map((one) => [one.moduleId, one.diagnostic().duration]),
    errors: failed.flatMap((one) => one.errors().map(({ message: text }) => text)),
  })
})
process.send?.({ ready: true })
