import { base64url } from '@kazashi/octets'
import { decodeEcdsa, generateKeyPair, softwareSigner } from '@kazashi/pki'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { decodeBase45, encodeBase45 } from './base45.ts'
import { checkCode, type PaperFacts, type PaperKey, type RawSign, signCode } from './code.ts'

const octets = (text: string) => new TextEncoder().encode(text)

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
  ['ietf!', 'QED8WEX0'],
])('RFC 9285 §4.3, §4.4 %s', (plain, encoded) => {
  expect(encodeBase45(octets(plain))).toBe(encoded)
  expect(decodeBase45(encoded)).toEqual(octets(plain))
})

test.each(['GGW0', ':::', 'Z', '::', 'aB8'])('RFC 9285 §6 %s is refused', (text) => {
  expect(decodeBase45(text)).toBeUndefined()
})

test('RFC 9285 any octets come back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(decodeBase45(encodeBase45(bytes))).toEqual(bytes)
    }),
  )
})

const facts: PaperFacts = {
  issuer: '13113',
  number: '2026-13113-000001',
  issuedAt: new Date('2026-11-28T01:02:03Z'),
  type: 'residence',
  name: '𠮷野\u3000髙子',
  birthDate: '1990-01-02',
  address: '東京都渋谷区見本町１－２－３',
  people: 3,
  text: '00112233445566778899aabbccddeeff',
}
let sign: RawSign
let key: PaperKey
beforeAll(async () => {
  const pair = await generateKeyPair('ES256')
  const signer = await softwareSigner(pair.privateKey, 'ES256')
  sign = async (data) => decodeEcdsa(await signer.sign(data), 32) ?? new Uint8Array()
  key = {
    issuer: '13113',
    name: '渋谷区長',
    id: '0011223344556677',
    spki: base64url.encode(pair.publicKey),
  }
})
const code = (changed: Partial<PaperFacts> = {}) =>
  signCode({ ...facts, ...changed }, { keyId: key.id, sign })

test('1-B③ the code says what is on the paper, and who signed it', async () => {
  expect(await checkCode(await code(), [key])).toEqual({ verdict: 'valid', facts, by: '渋谷区長' })
  expect(await checkCode(`${await code()}\n`, [key])).toMatchObject({ verdict: 'valid' })
})

test('1-B③ one character changed is forged, or no code at all', async () => {
  const text = await code()
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 5, max: text.length - 1 }), async (at) => {
      const other = text[at] === '0' ? '1' : '0'
      const { verdict } = await checkCode(text.slice(0, at) + other + text.slice(at + 1), [key])
      expect(verdict).not.toBe('valid')
    }),
    { numRuns: 40 },
  )
})

test('1-B③ the key of one municipality signs for no other, and an unknown one for nobody', async () => {
  expect(await checkCode(await code({ issuer: '13104' }), [key])).toEqual({ verdict: 'forged' })
  expect(await checkCode(await code(), [])).toEqual({ verdict: 'unknown-key' })
  const swapped = { ...key, spki: base64url.encode((await generateKeyPair('ES256')).publicKey) }
  expect(await checkCode(await code(), [swapped])).toEqual({ verdict: 'forged' })
  for (const text of ['', 'HC1:ABC', 'KZK1:', 'KZK1:AB', 'x'.repeat(2000)])
    expect(await checkCode(text, [key])).toEqual({ verdict: 'other' })
})
