/** Ctrl-C in the middle of `kazashi scenario run`: the sandbox's clock is put back. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { localFetch } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Running, startKazashi } from './running-kazashi.ts'

const program = join(import.meta.dirname, '../bin.js')

let running: Running
beforeAll(async () => {
  running = await startKazashi('interrupted')
})
afterAll(() => running.stop())

const offset = async () => {
  const authority = running.url.replace('localhost', 'authority.kazashi.localhost')
  return (await (await localFetch(`${authority}/sandbox/clock`)).json()).offsetSeconds
}

test.each([
  ['SIGINT', ['after-hours']],
  ['SIGTERM', ['after-hours', '--json']],
] as const)(
  '5-A1 a scenario that is ended by %s has put the clock back, says so, and ends with 130',
  async (signal, args) => {
    const command = ['scenario', 'run', ...args, '--server', running.url]
    const child = spawn(process.execPath, [program, ...command], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = { stdout: '', stderr: '' }
    for (const name of ['stdout', 'stderr'] as const)
      child[name].setEncoding('utf8').on('data', (text: string) => {
        said[name] += text
      })
    const ended = new Promise((done) => child.once('close', done))
    await expect.poll(offset, { timeout: 60_000 }).not.toBe(0)
    child.kill(signal)
    expect(await ended).toBe(130)
    expect(await offset()).toBe(0)
    expect(said.stderr).toMatch(
      new RegExp(`^${signal}: ending.*\nINTERRUPTED: ${signal}\nNext: `, 's'),
    )
    expect(said.stderr).not.toMatch(/\n +at /)
    expect(said.stdout).toContain('サンドボックスの時計を戻す')
    // --json is one whole document all the same.
    if (args.length === 2) {
      const { passed, failure } = JSON.parse(said.stdout)
      expect([passed, failure.code]).toEqual([false, 'INTERRUPTED'])
    }
  },
)
