/** `kazashi phone`: a robot phone made, listed, used and put away from a command line. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { borrowSandbox } from '../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../tools/running-app/sandbox.ts'

const bin = join(import.meta.dirname, '../bin.js')
const run = promisify(execFile)

let sandbox: Sandbox
let server: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  await sandbox.moveClock('10:00')
  server = `http://localhost:${new URL(sandbox.origin('desk')).port}`
})
afterAll(() => sandbox?.stop())

const kazashi = async (...words: readonly string[]) => {
  const { stdout } = await run(process.execPath, [bin, 'phone', ...words, '--server', server])
  return stdout
}
const failed = async (...words: readonly string[]) => {
  try {
    await kazashi(...words)
  } catch (error) {
    if (error instanceof Error && 'code' in error && 'stderr' in error)
      return { code: error.code, said: String(error.stderr) }
    throw error
  }
  throw new Error('it did not fail')
}

test('1-B①.login a robot phone logs in at the portal by one command, and says what keeps it from it', async () => {
  const name = `cli-${crypto.randomUUID().slice(0, 8)}`
  const made = JSON.parse(await kazashi('new', name, '--json'))
  expect(made).toMatchObject({ name, platform: 'android', state: 'registered' })
  expect(await kazashi('list')).toContain(`${name}  `)
  const { appUrl, code } = await sandbox.askLogin()
  expect(await kazashi('login', name, '--address', appUrl, '--code', code)).toBe('accepted\n')
  const again = await failed('login', name, '--address', appUrl, '--code', code)
  expect(again.code).toBe(1)
  expect(again.said).toMatch(/^PHONE_REFUSED: .*\(LOGIN_REQUEST/)
  expect(await failed('new', name)).toMatchObject({ code: 1 })
  expect(await kazashi('lose', name)).toContain(name)
  expect(JSON.parse(await kazashi('resume', name, '--json'))).toMatchObject({ name })
  expect(await kazashi('switch', name, `${name}-new`)).toContain(`${name}-new`)
  await kazashi('remove', name)
  expect((await failed('remove', name)).said).toMatch(/^PHONE_UNKNOWN: .*\nNext: /)
  expect((await failed('new')).code).toBe(2)
})

test('PHONE_SERVER_UNREACHABLE without a server it says how to start one', async () => {
  const said = await run(process.execPath, [bin, 'phone', 'list', '--server', 'http://localhost:9'])
    .then(() => 'done')
    .catch((error: { readonly stderr: string }) => error.stderr)
  expect(said).toMatch(/^PHONE_SERVER_UNREACHABLE: .*\nNext: start one/)
})
