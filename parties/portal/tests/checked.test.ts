/** The portal, tried from outside as any relying party: some cases of the catalogue, and what others could do to it. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attackNames } from '../../../cli/check/attacks.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

/** Which library it logs in by is tried with every fault in parties/gate; here is what the portal does by itself. */
const names = [
  'nonce-wrong',
  'state-wrong',
  'signature-wrong',
  'assurance-low',
  'key-rotated',
  'code-and-error',
  'token-unavailable',
  'suspended',
  'resumed',
]
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
  const only = ['--only', [...names, ...attackNames].join(',')]
  const words = [bin, 'check', ...at, ...only, '--server', `http://localhost:${port}`]
  const { stdout } = await promisify(execFile)(process.execPath, words).catch(
    (error: { readonly stdout: string }) => error,
  )
  expect(stdout.split('\n').filter((line) => line.startsWith('×'))).toEqual([])
  expect(stdout).toContain(`\n${names.length + attackNames.length} right, 0 wrong, 0 not tried\n`)
})
