import { generateKeyPairSync } from 'node:crypto'
import { exportJWK } from 'jose'
import { expect, test } from 'vitest'
import { verdictOf } from '../../../tools/code-of.ts'
import { encrypted } from './result.ts'

const pairs = {
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  X25519: () => generateKeyPairSync('x25519'),
  Ed25519: () => generateKeyPairSync('ed25519'),
  'RSA-2048': () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'RSA-1024': () => generateKeyPairSync('rsa', { modulusLength: 1024 }),
} as const
const keyOf = async (name: keyof typeof pairs, more: object = { use: 'enc' }) => ({
  ...(await exportJWK(pairs[name]().publicKey)),
  ...more,
})
const plain = Buffer.from('{}')

test.each([
  ['P-256', 'accepted'],
  ['P-384', 'accepted'],
  ['X25519', 'accepted'],
  ['RSA-2048', 'accepted'],
  ['Ed25519', 'SIGN_KEY_MISSING'],
  ['RSA-1024', 'SIGN_KEY_MISSING'],
] as const)('RFC 7518 §4.1 a key %s: %s', async (name, verdict) => {
  expect(await verdictOf(encrypted(plain, [await keyOf(name)]))).toBe(verdict)
})

test('RFC 7517 §4.2 a key for signatures, or for another algorithm, is passed over; without any there is no result', async () => {
  const unfit = [
    await keyOf('P-256', { use: 'sig' }),
    await keyOf('P-256', {}),
    await keyOf('P-256', { use: 'enc', alg: 'ECDH-ES+A256KW' }),
    { use: 'enc' },
    'no key',
  ]
  expect(await verdictOf(encrypted(plain, unfit))).toBe('SIGN_KEY_MISSING')
  expect(await verdictOf(encrypted(plain))).toBe('SIGN_KEY_MISSING')
  const [header = ''] = (await encrypted(plain, [...unfit, await keyOf('P-256')])).split('.')
  expect(JSON.parse(Buffer.from(header, 'base64url').toString())).toMatchObject({
    alg: 'ECDH-ES',
    enc: 'A256GCM',
  })
})
