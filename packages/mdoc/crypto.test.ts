import { decodeEcdsa } from '@kazashi/pki'
import { newSigner } from '@kazashi/pki/test-chain'
import { describe, expect, test } from 'vitest'
import * as browser from './crypto.browser.ts'
import * as node from './crypto.node.ts'
import { type DigestAlgorithm, digestAlgorithms } from './digest-algorithm.ts'
import type { PublicJwk } from './jwk.ts'
import { newDeviceKey } from './testing.ts'

const message = new TextEncoder().encode('かざし')

test.each(digestAlgorithms)('FIPS 180-4 %s is the same on Node and in a page', (algorithm) => {
  expect(Buffer.from(browser.digest(algorithm, message)).toString('hex')).toBe(
    Buffer.from(node.digest(algorithm, message)).toString('hex'),
  )
})

/** What both are to the rest of the package. */
interface Implementation<Key extends { readonly curve: string }> {
  readonly importKey: (key: Uint8Array | PublicJwk) => Promise<Key | undefined>
  readonly verifyRaw: (
    key: Key,
    hash: DigestAlgorithm,
    data: Uint8Array,
    signature: Uint8Array,
  ) => Promise<boolean>
}

describe('on Node', () => holds(node))
describe('in a page', () => holds(browser))

function holds<Key extends { readonly curve: string }>(implementation: Implementation<Key>): void {
  const { importKey, verifyRaw } = implementation
  test.each([
    ['ES256', 'P-256', 'SHA-256', 32],
    ['ES384', 'P-384', 'SHA-384', 48],
  ] as const)(
    'FIPS 186-5 §6.4 a signature by %s holds, a changed one does not',
    async (algorithm, curve, hash, octets) => {
      const { signer } = await newSigner(algorithm)
      const signature = decodeEcdsa(await signer.sign(message), octets) ?? new Uint8Array()
      const key = await importKey(signer.publicKey)
      if (key === undefined) throw new TypeError('no key')
      expect(key.curve).toBe(curve)
      expect(await verifyRaw(key, hash, message, signature)).toBe(true)
      expect(await verifyRaw(key, hash, message.with(0, 0), signature)).toBe(false)
      const changed = signature.with(0, (signature[0] ?? 0) ^ 1)
      expect(await verifyRaw(key, hash, message, changed)).toBe(false)
      expect(await verifyRaw(key, hash, message, new Uint8Array(2 * octets))).toBe(false)
    },
  )

  test('RFC 7518 §6.2 a JWK is read; no point of the curve, another kind of key, and no key at all are none', async () => {
    const jwk = await newDeviceKey()
    expect((await importKey(jwk))?.curve).toBe('P-256')
    expect(await importKey({ ...jwk, y: jwk.x })).toBeUndefined()
    expect(await importKey({ ...jwk, crv: 'P-384' })).toBeUndefined()
    expect(await importKey((await newSigner('RS256')).signer.publicKey)).toBeUndefined()
    expect(await importKey(new Uint8Array(4))).toBeUndefined()
  })
}
