/** Keys and signatures of the corpus: those of the standard's examples, and the same ones each time. */
import { hex } from '@kazashi/octets'
import { decodeEcdsa, verifySignature } from '@kazashi/pki'
import { expect, test } from 'vitest'
import { drawKey, signerBy } from './keys.ts'
import { drawFrom } from './seed.ts'

const sample = new TextEncoder().encode('sample')

test.each([
  [
    'ES256',
    'c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721',
    'efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716',
    'f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8',
  ],
  [
    'ES384',
    '6b9d3dad2e1b8c1c05b19875b6659f4de23c3b667bf297ba9aa47740787137d896d5724e4c70a825f872c9ea60d2edf5',
    '94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c81a648152e44acf96e36dd1e80fabe46',
    '99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94fa329c145786e679e7b82c71a38628ac8',
  ],
] as const)(
  'RFC 6979 A.2 %s over “sample” is the signature of the standard',
  async (algorithm, secret, r, s) => {
    const signature = await signerBy(algorithm, hex.decode(secret)).sign(sample)
    const raw = decodeEcdsa(signature, secret.length / 2)
    expect(hex.encode(raw ?? new Uint8Array())).toBe(r + s)
  },
)

test.each(['RS256', 'ES256', 'ES384'] as const)(
  'RFC 5869 a key for %s is drawn from the seed: the same one again, and another by another label',
  async (algorithm) => {
    const draw = drawFrom(7)
    const [one, again, other] = await Promise.all(
      ['a', 'a', 'b'].map((label) => drawKey(draw, label, algorithm)),
    )
    expect(one?.signer.publicKey).toEqual(again?.signer.publicKey)
    expect(one?.signer.publicKey).not.toEqual(other?.signer.publicKey)
    const spki = one?.signer.publicKey ?? new Uint8Array()
    const signature = (await one?.signer.sign(sample)) ?? new Uint8Array()
    expect(await again?.signer.sign(sample)).toEqual(signature)
    expect(await verifySignature(spki, algorithm, sample, signature)).toBe(true)
  },
)
