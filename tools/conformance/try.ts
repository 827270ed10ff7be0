import { rowOf, type Suite } from './suite.ts'

const [file, name] = process.argv.slice(2)
const suite = ((await import(file ?? '')) as Record<string, Suite>)[name ?? '']
if (suite)
  console.log(JSON.stringify(await rowOf(suite, process.env['KAZASHI_SUITES'] ?? ''), null, 1))
