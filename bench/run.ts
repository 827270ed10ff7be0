/** `npm run bench -- NAME [--json]`: one benchmark, one report. Exit codes: 0 measured, 1 failed, 2 wrong usage. */
import { globSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { readArguments, refuseUsage } from '../tools/arguments.ts'
import { type Benchmark, reportOf, table } from './report.ts'

const form = new Set(['run', 'report', 'seconds'])
const names = globSync('*.ts', { cwd: import.meta.dirname })
  .map((file) => basename(file, '.ts'))
  .filter((name) => !form.has(name) && !name.endsWith('.test'))
  .sort()

const usage = `usage: npm run bench -- NAME [--json]

  NAME    ${names.join(', ')}
  --json  the report as JSON`

const options = { json: { type: 'boolean', default: false } } as const
const { values, positionals } = readArguments(usage, options, 1)
const [name = ''] = positionals
if (!names.includes(name)) {
  refuseUsage(usage, name === '' ? 'name a benchmark' : `there is no benchmark "${name}"`)
}
const module: { readonly benchmark: Benchmark } = await import(
  resolve(import.meta.dirname, `${name}.ts`)
)
const measured = await module.benchmark.measure()
const report = reportOf(module.benchmark, measured, new Date())
console.log(values.json ? JSON.stringify(report, undefined, 2) : table(report))
process.exit(0)
