/**
 * `npm run check`: types, lint and format, unused code, the import rule, one home for each fact, circles of imports, procedures
 * apart, tests that can fail, strays in the tree. All run, the programs side by side; any breach ends it with exit code 1.
 */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { readArguments } from './arguments.ts'
import { repeats } from './check-facts.ts'
import { breaches, importsOfTests } from './check-imports.ts'
import { circles } from './check-loops.ts'
import { mixedProcedures } from './check-procedures.ts'
import { weakTests } from './check-tests.ts'
import { strays } from './check-tree.ts'
import { importGraph } from './import-graph.ts'

readArguments(
  `usage: npm run check

Types, lint and format, unused code, imports, facts, circles, tests that can fail, strays. Ends with 1 for any breach.`,
  {},
)

const root = resolve(import.meta.dirname, '..')

interface Outcome {
  readonly passed: boolean
  readonly output: string
}

/** A program of node_modules/.bin, begun now. */
function program(name: string, args: readonly string[]): Promise<Outcome> {
  const child = spawn(resolve(root, 'node_modules/.bin', name), args, { cwd: root })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => done({ passed: code === 0, output }))
  })
}

const report = (lines: readonly string[]): Outcome => ({
  passed: lines.length === 0,
  output: lines.map((line) => `${line}\n`).join(''),
})

const colours = process.stdout.isTTY ? 'force' : 'off'
/** Begun first; this process reads its own part meanwhile. */
const programs = {
  types: program('tsc', ['-p', '.']),
  'lint and format': program('biome', ['check', '--error-on-warnings', `--colors=${colours}`, '.']),
  unused: program('knip', ['--no-progress']),
}
const graph = importGraph(root)
const checks: Readonly<Record<string, Outcome | Promise<Outcome>>> = {
  imports: report(
    [...breaches(root), ...importsOfTests(graph)].map(
      ({ file, imports }) => `${file} may not import ${imports}`,
    ),
  ),
  facts: report(
    repeats(root).map(
      ({ file, line, fact }) => `${file}:${line} repeats ${fact} of packages/lifecycle: import it`,
    ),
  ),
  circles: report(circles(graph)),
  procedures: report(mixedProcedures(graph)),
  'tests that can fail': report(
    weakTests(root).map(({ file, line, why }) => `${file}:${line} ${why}`),
  ),
  tree: report(
    strays(root).map(({ file, line, text }) => `${file}:${line} does not belong here: ${text}`),
  ),
  ...programs,
}

const failed: string[] = []
for (const [title, check] of Object.entries(checks)) {
  const { passed, output } = await check
  console.log(`check: ${title}`)
  process.stdout.write(output)
  if (!passed) failed.push(title)
}
if (failed.length > 0) {
  console.error(`check failed: ${failed.join(', ')}`)
  process.exit(1)
}
