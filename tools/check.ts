/** `npm run check`: types, lint and format, the import rule. The first that fails ends it with exit code 1. */
import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { breaches } from './check-imports.ts'

const root = resolve(import.meta.dirname, '..')
const bin = (name: string) => resolve(root, 'node_modules/.bin', name)

function run(title: string, command: string, args: string[]): void {
  console.log(`check: ${title}`)
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(1)
}

run('types', bin('tsc'), ['-p', '.'])
run('lint and format', bin('biome'), ['check', '--error-on-warnings', '.'])
console.log('check: imports')
const found = breaches(root)
for (const { file, imports } of found) console.error(`${file} may not import ${imports}`)
if (found.length > 0) process.exit(1)
