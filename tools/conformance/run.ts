/** `npm run conformance [-- --json]`: other people's suites, ours beside OpenSSL and pkijs; writes docs/conformance.md. Exit code 1 for a surprise. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readArguments } from '../arguments.ts'
import { documentOf, type PeerFigures, table } from './document.ts'
import { openssl, opensslVersion } from './peers/openssl.ts'
import { patient } from './peers/patience.ts'
import type { Peer } from './question.ts'
import { type Row, rowOf, type Suite } from './suite.ts'
import { suites } from './suites.ts'

const { values } = readArguments(
  `usage: npm run conformance [-- --json]

  --json  the rows as JSON, and nothing written

KAZASHI_SUITES names the folder with the suites. Ends with 1 for a surprise or a wrong accept.`,
  { json: { type: 'boolean', default: false } },
)
const folder = process.env['KAZASHI_SUITES']
if (folder === undefined) {
  console.error('KAZASHI_SUITES names no folder with the suites')
  process.exit(1)
}

async function figuresOf(suite: Suite, ask: Peer): Promise<PeerFigures | undefined> {
  const questions = suite.questions?.(folder ?? '')
  if (questions === undefined) return undefined
  let passed = 0
  let wrongAccepts = 0
  for (const question of questions) {
    const took = await ask(question)
    if (took === question.shouldTake) passed += 1
    else if (took) wrongAccepts += 1
  }
  return { passed, wrongAccepts }
}

const pkijs = patient(new URL('./peers/ask-pkijs.ts', import.meta.url))
const rows: (Row & { peers: Readonly<Record<string, PeerFigures | undefined>> })[] = []
const peers = { [await opensslVersion()]: openssl, 'pkijs 4.0.0': pkijs.ask }
for (const suite of suites) {
  const row = await rowOf(suite, folder)
  const figures: Record<string, PeerFigures | undefined> = {}
  for (const [name, ask] of Object.entries(peers)) figures[name] = await figuresOf(suite, ask)
  rows.push({ ...row, peers: figures })
  for (const fault of row.faults) console.error(fault)
}
await pkijs.close()
if (values.json) console.log(JSON.stringify(rows, undefined, 2))
else {
  console.log(table(rows))
  writeFileSync(
    join(resolve(import.meta.dirname, '../..'), 'docs/conformance.md'),
    documentOf(rows),
  )
}
if (rows.some(({ faults, wrongAccepts }) => faults.length > 0 || wrongAccepts > 0))
  process.exitCode = 1
