import { softwareSigner, verifySignature } from '@kazashi/pki'
import { expect, test } from 'vitest'
import { nextKeyOfSandbox, nextRsaKey, type RsaKey, rsaKeysOf } from './index.ts'

const hex = ({ privateKey }: { readonly privateKey: Uint8Array }) =>
  Buffer.from(privateKey).toString('hex')

test('RFC 8017 §3.2 a key from its two primes: both halves belong together, and no two keys are the same, in tests and in their sandbox', async () => {
  const keys: RsaKey[] = []
  for (let number = 0; number < 80; number += 1)
    keys.push(await nextRsaKey(), await nextKeyOfSandbox())
  expect(new Set(keys.map(hex)).size).toBe(160)
  const data = new TextEncoder().encode('かざし')
  for (const { privateKey, publicKey } of keys.slice(0, 20)) {
    const signer = await softwareSigner(privateKey, 'RS256')
    expect(signer.publicKey).toEqual(publicKey)
    expect(await verifySignature(publicKey, 'RS256', data, await signer.sign(data))).toBe(true)
  }
})

test('tools when all kept keys are given, new ones are made', async () => {
  const next = rsaKeysOf([])
  const [first, second] = [await next(), await next()]
  expect(hex(first)).not.toBe(hex(second))
  const signer = await softwareSigner(first.privateKey, 'RS256')
  expect(signer.publicKey).toEqual(first.publicKey)
})
