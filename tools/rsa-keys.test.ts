import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { softwareSigner, verifySignature } from '@kazashi/pki'
import { afterAll, expect, test } from 'vitest'
import { rsaKeysIn } from './rsa-keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'kazashi-keys-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('tools a test file gets each key once, also when it asks for several at a time; the next file gets the same', async () => {
  const first = rsaKeysIn(join(folder, 'keys'))
  const keys = await Promise.all([first(), first(), first()])
  expect(new Set(keys.map(({ privateKey }) => Buffer.from(privateKey).toString('hex'))).size).toBe(
    3,
  )
  expect(await rsaKeysIn(join(folder, 'keys'))()).toEqual(keys[0])
})

test('RFC 8017 §3 both halves belong together', async () => {
  const { privateKey, publicKey } = await rsaKeysIn(join(folder, 'keys'))()
  const signer = await softwareSigner(privateKey, 'RS256')
  expect(signer.publicKey).toEqual(publicKey)
  const data = new TextEncoder().encode('かざし')
  expect(await verifySignature(publicKey, 'RS256', data, await signer.sign(data))).toBe(true)
})
