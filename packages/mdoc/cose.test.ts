/** COSE by the example of RFC 9052, and what may deviate from it. */
import { parseCertificate } from '@kazashi/pki'
import { encode } from 'cborg'
import { describe, expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import type { CborMap } from './cbor.ts'
import { decodeCbor } from './cbor-reader.ts'
import { readCoseKey, readSign1, sign1Holds } from './cose.ts'
import { parseMdoc } from './mdoc.ts'
import { issueForTest } from './testing.ts'

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const base64url = (hex: string) => Buffer.from(hex, 'hex').toString('base64url')

/** RFC 9052 appendix C.2.1, signed by the key «11» of appendix C.7.1. */
const example = octets(
  'd28443a10126a10442313154546869732069732074686520636f6e74656e742e58408eb33e4ca31d1c465ab05aac34cc6b23' +
    'd58fef5c083106c4d25a91aef0b0117e2af9a291aa32e14ab834dc56ed2a223444547e01f11d3b0916e5a4c345cacb36',
)
const x = 'bac5b11cad8f99f9c72b05cf4b9e26d244dc189f745228255a219a86d6a09eff'
const y = '20138bf82dc1b6d562be0fa54ab7804a3a64b6d72ccfed6b6fb6ed28bbfc117e'
/** SubjectPublicKeyInfo (RFC 5480 §2) of a point on P-256. */
const spki = octets(`3059301306072a8648ce3d020106082a8648ce3d03010703420004${x}${y}`)

describe('COSE_Sign1', () => {
  test('RFC 9052 appendix C.2.1 the example is read with its tag, and its signature holds', async () => {
    const sign1 = readSign1(decodeCbor(example))
    expect(sign1).toMatchObject({
      algorithm: 'ES256',
      protectedHeader: octets('a10126'),
      chain: [],
      payload: new TextEncoder().encode('This is the content.'),
    })
    expect(await sign1Holds(sign1, spki)).toBe(true)
    expect(await sign1Holds({ ...sign1, payload: Uint8Array.of(0) }, spki)).toBe(false)
  })

  test('RFC 9053 §2.1 r and s have as many octets as the key, no more and no fewer', async () => {
    const sign1 = readSign1(decodeCbor(example))
    const halves = [sign1.signature.subarray(0, 32), sign1.signature.subarray(32)]
    const longer = new Uint8Array(halves.flatMap((half) => [0, ...half]))
    expect(await sign1Holds({ ...sign1, signature: longer }, spki)).toBe(false)
    expect(await sign1Holds({ ...sign1, signature: new Uint8Array() }, spki)).toBe(false)
    const { iaca, signer, bytes } = await issueForTest('ES384')
    const { issuerAuth } = parseMdoc(bytes)
    expect(issuerAuth).toMatchObject({ algorithm: 'ES384', chain: [signer.certificate.der] })
    expect(issuerAuth.signature).toHaveLength(96)
    expect(await sign1Holds(issuerAuth, signer.certificate.spki)).toBe(true)
    expect(await sign1Holds(issuerAuth, iaca.certificate.spki)).toBe(false)
  })

  const es256 = encode(new Map([[1, -7]]))
  const parts = [es256, new Map(), new Uint8Array(), new Uint8Array(64)]
  const read = (...changed: unknown[]) => readSign1(decodeCbor(encode(changed)))

  test('RFC 9052 §4.2 it has four parts', () => {
    expect(read(...parts).payload).toEqual(new Uint8Array())
    expect(codeOf(() => read(...parts.slice(0, 3)))).toBe('MDOC_MALFORMED')
    expect(codeOf(() => read(...parts, new Uint8Array()))).toBe('MDOC_MALFORMED')
  })

  test('RFC 9052 §3 no octets are a protected header without members, and so without an algorithm', () => {
    const [, ...rest] = parts
    expect(codeOf(() => read(new Uint8Array(), ...rest))).toBe('ALGORITHM_UNSUPPORTED')
    expect(codeOf(() => read(encode(new Map()), ...rest))).toBe('ALGORITHM_UNSUPPORTED')
  })

  test('RFC 9360 §2 a certificate stands alone, several in a list, the signer’s first', () => {
    const chain = (value: unknown) => {
      const [, , ...rest] = parts
      return read(es256, new Map([[33, value]]), ...rest).chain
    }
    const [first, second] = [Uint8Array.of(1), Uint8Array.of(2, 2)]
    expect(chain(first)).toEqual([first])
    expect(chain([first, second])).toEqual([first, second])
    expect(chain(new Uint8Array())).toEqual([])
    expect(read(...parts).chain).toEqual([])
  })
})

describe('COSE_Key', () => {
  const key = (entries: readonly (readonly [number, unknown])[]) => {
    const map = decodeCbor(encode(new Map(entries)))
    if (!(map instanceof Map)) throw new TypeError('no map')
    return readCoseKey(map satisfies CborMap)
  }

  test('RFC 9052 appendix C.7.1 the key «11», which signed the example', () => {
    const members = [
      [1, 2],
      [2, octets('3131')],
      [-1, 1],
      [-2, octets(x)],
      [-3, octets(y)],
    ] as const
    expect(key(members)).toEqual({ kty: 'EC', crv: 'P-256', x: base64url(x), y: base64url(y) })
  })

  test('RFC 9053 §7.1.1 a key on P-384 has 48 octets a coordinate', async () => {
    const { signer } = await issueForTest('ES384')
    const point = parseCertificate(signer.certificate.der).spki.subarray(-96)
    const members = (length: number) =>
      [
        [1, 2],
        [-1, 2],
        [-2, point.subarray(0, length)],
        [-3, point.subarray(96 - length)],
      ] as const
    expect(key(members(48))).toEqual({
      kty: 'EC',
      crv: 'P-384',
      x: Buffer.from(point.subarray(0, 48)).toString('base64url'),
      y: Buffer.from(point.subarray(48)).toString('base64url'),
    })
    for (const length of [32, 47, 49])
      expect(codeOf(() => key(members(length)))).toBe('MDOC_MALFORMED')
  })

  test.each([
    ['on P-521', [2, 3]],
    ['Ed25519', [1, 6]],
    ['of another kind with the number of a curve', [1, 1]],
    ['symmetric', [4, undefined]],
  ])('RFC 9053 §7.1 a key that is %s is refused', (_, [kty, curve]) => {
    const coordinate = new Uint8Array(32)
    const members = [[1, kty], ...(curve === undefined ? [] : [[-1, curve] as const])] as const
    const all = [...members, [-2, coordinate], [-3, coordinate]] as [number, unknown][]
    expect(codeOf(() => key(all))).toBe('ALGORITHM_UNSUPPORTED')
  })
})
