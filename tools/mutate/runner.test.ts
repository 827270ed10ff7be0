/** The two guards of the runner, on a tree of its own: without either, nearly everything looks killed. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const top = resolve(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'kazashi-runner-'))
const packages = join(root, 'packages')
const source = 'export const isSmall = (n: number) => n < 10\n'
const testFile = (name: string, body: string) =>
  [name, `import { expect, test } from 'vitest'\n${body}`] as const
const files = [
  ['rule.ts', source],
  testFile(
    'sharp.test.ts',
    "import { isSmall } from './rule.ts'\ntest('sharp', () => expect(isSmall(10)).toBe(false))",
  ),
  testFile(
    'blunt.test.ts',
    "import { isSmall } from './rule.ts'\ntest('blunt', () => expect(isSmall(3)).toBe(true))",
  ),
  testFile('apart.test.ts', "test('apart', () => expect(1).toBe(1))"),
  testFile(
    'turning.test.ts',
    `import { writeFileSync } from 'node:fs'
test('turning', async () => {
  writeFileSync(String(process.env['KAZASHI_MUTANT']), '5')
  expect(await import('./rule.ts')).toBeDefined()
})`,
  ),
] as const

let runner: ChildProcess
let told = ''
const answer = () =>
  new Promise((done) => {
    runner.once('message', done)
    runner.once('exit', () => done(told))
  })

beforeAll(() => {
  mkdirSync(packages)
  symlinkSync(join(top, 'node_modules'), join(root, 'node_modules'))
  for (const [name, text] of files) writeFileSync(join(packages, name), text)
})
afterAll(() => {
  runner.kill('SIGKILL')
  rmSync(root, { recursive: true })
})

/** A runner for `rule.ts`; its mutants: 0 `11`, 1 `<=`, 2 `>=`. */
async function begin() {
  told = ''
  const setup = {
    root,
    switchFile: join(root, 'switch'),
    files: [[join(packages, 'rule.ts'), { source, first: 0 }]],
  }
  runner = fork(join(import.meta.dirname, 'runner.ts'), [JSON.stringify(setup)], { silent: true })
  runner.stderr?.on('data', (text) => {
    told += text
  })
  expect(await answer()).toEqual({ ready: true })
}
const run = (mutant: number, name: string) => {
  const verdict = answer()
  runner.send({ mutant, tests: [join(packages, name)] })
  return verdict
}

test('mutants: a mutant that one test file has killed is judged anew by each other file', async () => {
  await begin()
  expect(await run(-1, 'sharp.test.ts')).toMatchObject({ killed: false, errors: [] })
  expect(await run(0, 'sharp.test.ts')).toMatchObject({ killed: true })
  expect(await run(0, 'blunt.test.ts')).toMatchObject({ killed: false, by: [] })
  expect(await run(2, 'blunt.test.ts')).toMatchObject({ killed: true })
  expect(await run(-1, 'sharp.test.ts')).toMatchObject({ killed: false })
})

test('mutants: a test file in which no module asked which mutant is awake ends the run', async () => {
  expect(await run(0, 'apart.test.ts')).toContain('mutant 0 was to be awake, and it was none')
})

test('mutants: a module that took another mutant for the one awake ends the run', async () => {
  await begin()
  expect(await run(0, 'turning.test.ts')).toContain('mutant 0 was to be awake, and it was 5')
})
