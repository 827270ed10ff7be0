import fc from 'fast-check'
import { expect, test } from 'vitest'
import { verdictOf } from '../../tools/code-of.ts'
import { encodeTlv, parseTlv, parseTlvs, tlvLength, tlvValue } from './tlv.ts'

const tag = fc.oneof(
  fc.integer({ min: 1, max: 0xff }).filter((t) => (t & 0x1f) !== 0x1f),
  fc
    .tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 0x7f }))
    .map(([high, low]) => ((high << 5) | 0x1f) * 0x100 + low),
)
const value = fc.uint8Array({ maxLength: 700 })

test('ISO 7816-4 §5.2.2 an object goes there and back, whatever follows it', () => {
  fc.assert(
    fc.property(tag, value, fc.uint8Array({ maxLength: 5 }), (t, v, filler) => {
      const encoded = encodeTlv(t, v)
      expect(tlvLength(encoded)).toBe(encoded.length)
      expect(parseTlv(Uint8Array.of(...encoded, ...filler))).toEqual({ tag: t, value: v })
    }),
  )
})

test('ISO 7816-4 §5.2.2 a constructed object holds its parts in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(tag, value), { maxLength: 6 }), (parts) => {
      const inner = parts.map(([t, v]) => encodeTlv(t, v))
      const outer = parseTlv(encodeTlv(0xff20, inner))
      expect(parseTlvs(outer.value)).toEqual(parts.map(([t, v]) => ({ tag: t, value: v })))
    }),
  )
})

test('ISO 7816-4 §5.2.2 random bytes parse or are refused by a typed error', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(['accepted', 'DATA_OBJECT_MALFORMED']).toContain(verdictOf(() => parseTlvs(bytes)))
    }),
    { numRuns: 2000 },
  )
})

test('X.690 §8.1.3 the head of a certificate tells its whole length', () => {
  expect(tlvLength(Uint8Array.of(0x30, 0x82, 0x06, 0x7a))).toBe(0x67a + 4)
  expect(tlvLength(Uint8Array.of(0x30, 0x82, 0x06))).toBeUndefined()
})

test('ISO 7816-4 §5.2.2.1 a number that is no tag is not encoded, and a missing object is named', () => {
  for (const bad of [0, 0x1f, 0xdf80, 0x8101, 1.5]) {
    expect(() => encodeTlv(bad, new Uint8Array())).toThrow('VALUE_OUT_OF_RANGE')
  }
  expect(() => tlvValue([], 0xdf22)).toThrow('DF22')
})
