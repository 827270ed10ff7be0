/** The portal, tried from outside as any relying party: every fault of an answer, and what others could do to it. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cases } from '@kazashi/cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attackNames } from '../../../cli/check/attacks.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

/** People and errors lead to the same few places: some of them stand for the rest. */
const answers: ReadonlySet<string> = new Set(['callback', 'token', 'id-token'])
const bin = join(import.meta.dirname, '../../../cli/bin.js')

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await borrowSandbox()
})
afterAll(() => sandbox?.stop())

test('1-B①.refused OpenID Connect Core 1.0 the portal lets in whom it should, and nobody else', async () => {
  const portal = sandbox.origin('portal')
  const { port } = new URL(portal)
  const at = ['--login', `${portal}/login`, '--in', `${portal}/me`]
  const names = cases.flatMap(({ group, name }) => (answers.has(group) ? [name] : []))
  const only = ['--only', [...names, 'suspended', 'resumed', ...attackNames].join(',')]
  const words = [bin, 'check', ...at, ...only, '--server', `http://localhost:${port}`]
  const { stdout } = await promisify(execFile)(process.execPath, words).catch(
    (error: { readonly stdout: string }) => error,
  )
  expect(stdout.split('\n').filter((line) => line.startsWith('×'))).toEqual([])
  expect(stdout).toContain(
    `\n${names.length + 2 + attackNames.length} right, 0 wrong, 0 not tried\n`,
  )
})
