import { readFileSync } from 'node:fs'
import { mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { inspect } from 'node:util'
import { CardError } from '@kazashi/card'
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { CardCommandError } from './card/card-command-error.ts'
import { exitCodeWords } from './exit-codes.ts'
import { reportError } from './report-error.ts'
import { ScenarioError } from './scenario/scenario-error.ts'
import { StartError } from './start/start-error.ts'

afterEach(() => {
  vi.restoreAllMocks()
  process.exitCode = undefined
})

function reported(error: unknown): string[] {
  const lines: string[] = []
  vi.spyOn(console, 'error').mockImplementation((...said: unknown[]) => {
    lines.push(said.map((one) => (typeof one === 'string' ? one : inspect(one))).join(' '))
  })
  reportError(error)
  return lines
}

test('exit codes: a typed error is printed with its code and next step in words, and ends with 1', () => {
  const lines = reported(new CardError('SECRET_WRONG', { triesLeft: 2 }))
  expect(lines[0]).toMatch(/^SECRET_WRONG: .*2 attempts left/)
  expect(lines[1]).toMatch(/^Next: try again with the right value/)
  expect(process.exitCode).toBe(1)
})

test('exit codes: an error whose next step is in words keeps them', () => {
  expect(reported(new StartError('PORT_IN_USE', 'port 8080'))).toEqual([
    'PORT_IN_USE: port 8080',
    expect.stringContaining('--port'),
  ])
})

test('exit codes: an error of no table is printed with its stack and its causes, for the developers', () => {
  const [told = ''] = reported(new TypeError('oh', { cause: new Error('deep') }))
  expect(told).toMatch(/TypeError: oh\n +at .*Caused by: Error: deep\n +at /s)
  expect(process.exitCode).toBe(1)
  expect(reported('a word')).toEqual(['a word'])
})

test('CWE-532 what hangs on an error is not printed: it can be a connection with its password', () => {
  const lost = () =>
    Object.assign(new Error('connection lost'), {
      code: '57P01',
      client: { connectionParameters: { host: 'db.example', key: 's3cret' } },
    })
  const said = (error: unknown) => reported(error).join('\n')
  expect(said(lost())).toContain('connection lost')
  expect(said(lost())).not.toMatch(/s3cret|db\.example/)
  vi.stubEnv('KAZASHI_DEBUG', '1')
  const typed = said(new StartError('DATABASE_UNREACHABLE', { detail: 'x', cause: lost() }))
  vi.unstubAllEnvs()
  expect(typed).toMatch(/DATABASE_UNREACHABLE: x.*Caused by: Error: connection lost/s)
  expect(typed).not.toMatch(/s3cret|db\.example/)
})

test.each([
  ['wrong usage', 2, new ScenarioError('SCENARIO_UNKNOWN', 'x')],
  ['wrong usage', 2, new ScenarioError('READER_NOT_USED', 'x')],
  ['wrong usage', 2, new CardError('SECRET_FORM')],
  ['wrong usage', 2, new CardCommandError('SECRET_MISSING')],
  ['wrong usage', 2, new StartError('PURPOSE_MISSING', 'https://{party}.example')],
  ['failed', 1, new ScenarioError('SERVER_UNREACHABLE')],
  ['failed', 1, new CardCommandError('SERVER_UNREACHABLE')],
  ['refused', 1, new CardError('SECRET_WRONG', { triesLeft: 1 })],
  ['interrupted', 130, new ScenarioError('INTERRUPTED', 'SIGINT')],
])('exit codes: %s ends with %i: %s', (_, code, error) => {
  reported(error)
  expect(process.exitCode).toBe(code)
})

test('exit codes: README has the words of --help', () => {
  const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')
  const readme = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8')
  expect(oneLine(readme)).toContain(oneLine(exitCodeWords))
})

describe('POSIX.1-2024 §2.3 an error of the file system has a code of ours and a next step', () => {
  async function folder(): Promise<string> {
    const made = await mkdtemp(join(tmpdir(), 'kazashi-files-'))
    onTestFinished(() => rm(made, { recursive: true }))
    return made
  }
  const loop = async () => {
    const path = join(await folder(), 'loop')
    await symlink(path, path)
    return path
  }
  const full = async () => {
    const file = await open('/dev/full', 'w')
    try {
      await file.writeFile('x')
    } finally {
      await file.close()
    }
  }

  test.each([
    ['FILE_MISSING', async () => readFile(join(await folder(), 'none'))],
    ['FILE_KIND_WRONG', async () => readFile(await folder())],
    ['FILE_KIND_WRONG', () => readdir(import.meta.filename)],
    ['FILE_NAME_INVALID', async () => readFile(join(await folder(), 'a'.repeat(5000)))],
    ['FILE_NAME_INVALID', async () => readFile(await loop())],
    ['FILE_EXISTS', async () => writeFile(import.meta.filename, '', { flag: 'wx' })],
    ['DISK_FULL', full],
  ])('POSIX.1-2024 §2.3 %s', async (code, work) => {
    const [ended] = await Promise.allSettled([work()])
    const [first = '', second] = reported(ended.status === 'rejected' ? ended.reason : ended)
    expect(first.startsWith(`${code}: `)).toBe(true)
    expect(second).toMatch(/^Next: [a-z]+ .* .*/)
    expect(process.exitCode).toBe(1)
  })

  test.each([
    ['FILE_REFUSED', 'EACCES'],
    ['FILE_REFUSED', 'EROFS'],
    ['FILES_TOO_MANY', 'EMFILE'],
    ['FILE_UNUSABLE', 'EIO'],
  ])('POSIX.1-2024 §2.3 %s for %s', (code, system) => {
    const error = { code: system, syscall: 'open', path: '/x', message: `${system}: open '/x'` }
    expect(reported(Object.assign(new Error(error.message), error))[0]).toBe(`${code}: /x`)
  })

  test('POSIX.1-2024 §2.3 a program or a socket that is not there is no missing file', async () => {
    const path = join(await folder(), 'socket')
    const error = await new Promise((done) => connect(path).once('error', done))
    expect(reported(error)[0]).toMatch(/^ENOENT: /)
  })
})
