/** `npm run check`: types, lint and format, the import rule, one home for each fact, what must not be in the tree. All run; any breach ends it with exit code 1. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { repeats } from './check-facts.ts'
import { breaches } from './check-imports.ts'
import { circles } from './check-loops.ts'
import { strays } from './check-tree.ts'
import { importGraph } from './import-graph.ts'

const root = resolve(import.meta.dirname, '..')
const bin = (name: string) => resolve(root, 'node_modules/.bin', name)

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0
}

function report(lines: readonly string[]): boolean {
  for (const line of lines) console.error(line)
  return lines.length === 0
}

const checks: Readonly<Record<string, () => boolean>> = {
  types: () => run(bin('tsc'), ['-p', '.']),
  'lint and format': () => run(bin('biome'), ['check', '--error-on-warnings', '.']),
  imports: () =>
    report(breaches(root).map(({ file, imports }) => `${file} may not import ${imports}`)),
  facts: () =>
    report(
      repeats(root).map(
        ({ file, line, fact }) =>
          `${file}:${line} repeats ${fact} of packages/lifecycle: import it`,
      ),
    ),
  circles: () => report(circles(importGraph(root))),
  tree: () =>
    report(
      strays(root).map(({ file, line, text }) => `${file}:${line} does not belong here: ${text}`),
    ),
}

const failed = Object.entries(checks).filter(([title, check]) => {
  console.log(`check: ${title}`)
  return !check()
})
if (failed.length > 0) {
  console.error(`check failed: ${failed.map(([title]) => title).join(', ')}`)
  process.exit(1)
}
