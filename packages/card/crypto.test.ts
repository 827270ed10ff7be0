import { constants, createVerify, generateKeyPairSync, publicDecrypt, verify } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import * as browser from './crypto.browser.ts'
import * as node from './crypto.node.ts'
import { digestInfo, padPkcs1, padPss } from './rsa-padding.ts'
import { rsaPair } from './testing/synthetic-card.ts'

const pair = rsaPair()
const message = new TextEncoder().encode('かざし')
const implementations = { Node: node, browser } as const
describe('RFC 8017 the card computes the same on Node and in a page', () => {
  it('RFC 8017 §5.2.1 both give the same signature on each of 20 blocks', () => {
    for (let i = 0; i < 20; i++) {
      const block = padPkcs1(256, node.sha256(Uint8Array.of(i)))
      expect(browser.rsaPrivate(pair.privateKey, block)).toEqual(
        node.rsaPrivate(pair.privateKey, block),
      )
    }
  })

  for (const [name, { rsaPrivate, rsaModulusLength, sha256, constantTimeEqual }] of Object.entries(
    implementations,
  )) {
    it(`RFC 8017 §8.2 a v1.5 signature of ${name} is verified by OpenSSL`, () => {
      const signature = rsaPrivate(pair.privateKey, padPkcs1(256, digestInfo(sha256(message))))
      expect(createVerify('sha256').update(message).verify(pair.publicKey, signature)).toBe(true)
      const raw = rsaPrivate(pair.privateKey, padPkcs1(256, message))
      expect(
        new Uint8Array(
          publicDecrypt({ key: pair.publicKey, padding: constants.RSA_PKCS1_PADDING }, raw),
        ),
      ).toEqual(message)
    })

    it(`RFC 8017 §8.1 a PSS signature of ${name} is verified by OpenSSL`, () => {
      const salt = new Uint8Array(32).fill(7)
      const signature = rsaPrivate(pair.privateKey, padPss(256, sha256(message), salt))
      const key = { key: pair.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 }
      expect(verify('sha256', message, key, signature)).toBe(true)
      expect(verify('sha256', new Uint8Array(1), key, signature)).toBe(false)
    })

    it(`RFC 8017 §5.2.1 ${name} refuses a block of the wrong length or above the modulus`, () => {
      for (const block of [new Uint8Array(255), new Uint8Array(257), new Uint8Array(256).fill(255)])
        expect(codeOf(() => rsaPrivate(pair.privateKey, block))).toBe('SIGNATURE_INPUT')
    })

    it(`RFC 5958 §2 ${name} refuses bytes that are no RSA private key`, () => {
      const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey
      const wrong = [
        new Uint8Array(),
        new Uint8Array(100),
        pair.privateKey.slice(0, -1),
        new Uint8Array(elliptic.export({ format: 'der', type: 'pkcs8' })),
      ]
      for (const key of wrong) expect(codeOf(() => rsaModulusLength(key))).toBe('KEY_MALFORMED')
      expect(rsaModulusLength(pair.privateKey)).toBe(256)
    })

    it(`FIPS 180-4 ${name} knows the hash of abc`, () => {
      expect(Buffer.from(sha256(new TextEncoder().encode('abc'))).toString('hex')).toBe(
        'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      )
    })

    it(`ISO 7816-4 §7.5.6 ${name} compares bytes, also of different lengths`, () => {
      expect(constantTimeEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true)
      expect(constantTimeEqual(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
      expect(constantTimeEqual(Uint8Array.of(1, 2), Uint8Array.of(1))).toBe(false)
    })
  }

  it('RFC 8017 §5.2.1 a page gives no signature from a key whose parts do not fit: it would betray the key', () => {
    const der = pair.privateKey.slice()
    // The last bytes are the CRT coefficient.
    const last = der.length - 1
    der[last] = (der[last] ?? 0) ^ 1
    expect(codeOf(() => browser.rsaPrivate(der, padPkcs1(256, message)))).toBe('KEY_MALFORMED')
  })

  it('RFC 8017 §9.2 padding refuses empty data and more than fits', () => {
    expect(codeOf(() => padPkcs1(256, new Uint8Array()))).toBe('SIGNATURE_INPUT')
    expect(codeOf(() => padPkcs1(256, new Uint8Array(246)))).toBe('SIGNATURE_INPUT')
    expect(padPkcs1(256, new Uint8Array(245)).subarray(0, 11)).toEqual(
      Uint8Array.of(0, 1, 255, 255, 255, 255, 255, 255, 255, 255, 0),
    )
  })
})
