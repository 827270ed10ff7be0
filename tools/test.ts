/**
 * `npm test`: a look for the packages that tests need, then types, lint and rules, then unit tests, then ways through the running system,
 * then a check that those provoked every refusal.
 * `--ways`: only those. Further words choose test files. Exit code 1 when anything failed. KAZASHI_CARD_CA_ROOTS and
 * KAZASHI_SUITES name folders with foreign certificates and test suites, for the tests that use them.
 */
import { spawnSync } from 'node:child_process'
import { delimiter, resolve } from 'node:path'
import { forgetAnswers } from './answered-codes.ts'
import { readArguments } from './arguments.ts'
import { ensureSystemPackages } from './system-packages.ts'

const root = resolve(import.meta.dirname, '..')
const usage = `usage: npm test -- [FILES …]      npm run test:ways -- [FILES …]

  FILES   parts of the paths of test files; default: all, with a check that they provoked every refusal
  --ways  only ways through the running system

KAZASHI_CARD_CA_ROOTS and KAZASHI_SUITES name folders with foreign certificates and test suites.
Ends with 1 when anything failed.`
const { values, positionals: filters } = readArguments(
  usage,
  { ways: { type: 'boolean', default: false } },
  Number.POSITIVE_INFINITY,
)
const onlyWays = values.ways

/** The machine's own Node: the first on the path that npm did not put there. */
function machineNode(): string {
  const path = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
  const { stdout } = spawnSync('node', ['--version'], {
    env: { ...process.env, PATH: path },
    encoding: 'utf8',
  })
  return stdout?.trim() || 'none'
}

const wholeRun = filters.length === 0
const vitest = ['node_modules/vitest/vitest.mjs', 'run']
const steps: Array<readonly [title: string, args: readonly string[]]> = [
  ['check', ['tools/check.ts']],
  ['unit tests', [...vitest, '--project', 'unit', '--project', 'screens', ...filters]],
  ['ways', [...vitest, '--project', 'ways', ...filters]],
  ...(wholeRun ? [['refusals', ['tools/answered-codes.ts']] as const] : []),
]

console.log(`Node ${process.version} (the machine's own: ${machineNode()})`)
if (!ensureSystemPackages()) process.exit(1)
if (wholeRun) forgetAnswers()
const failed: string[] = []
for (const [title, args] of onlyWays ? steps.slice(2) : steps) {
  const started = performance.now()
  console.log(`\n== ${title}`)
  const extra = !wholeRun && title !== 'check' ? ['--passWithNoTests'] : []
  const { status } = spawnSync(process.execPath, [...args, ...extra], {
    cwd: root,
    stdio: 'inherit',
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(0)
  console.log(`== ${title}: ${status === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
  if (status !== 0) failed.push(title)
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(', ')}`)
  process.exit(1)
}
