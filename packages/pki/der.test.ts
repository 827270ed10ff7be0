import { base64, hex } from '@kazashi/octets'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../tools/code-of.ts'
import * as der from './der.ts'

const bytes = hex.decode

describe('DER there and back', () => {
  test('X.690 §8.3 integers', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 200n }), (value) => {
        expect(der.readBigInt(der.readDer(der.integer(value)))).toBe(value)
      }),
    )
    expect(hex.encode(der.integer(0))).toBe('020100')
    expect(hex.encode(der.integer(128))).toBe('02020080')
    expect(hex.encode(der.integer(bytes('0000ff')))).toBe('020200ff')
  })

  test('X.690 §8.19 object identifiers', () => {
    const arcs = fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 39 }),
      fc.array(fc.nat(), { maxLength: 8 }),
    )
    fc.assert(
      fc.property(arcs, ([first, second, rest]) => {
        const text = [first, second, ...rest].join('.')
        expect(der.readOid(der.readDer(der.oid(text)))).toBe(text)
      }),
    )
    expect(hex.encode(der.oid('1.2.392.200149.8.5.5.1'))).toBe(
      '060a2a83088c9b55080505 01'.replace(' ', ''),
    )
    expect(der.readOid(der.readDer(der.oid('2.999.3')))).toBe('2.999.3')
  })

  test('X.690 §8.6 named bits', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20), { maxLength: 10 }), (positions) => {
        const sorted = [...positions].sort((a, b) => a - b)
        expect(der.readNamedBits(der.readDer(der.namedBits(positions)))).toEqual(sorted)
      }),
    )
    expect(hex.encode(der.namedBits([0]))).toBe('03020780')
    expect(hex.encode(der.namedBits([]))).toBe('030100')
  })

  test('X.690 §8.23 strings of every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(text.isWellFormed())
        expect(der.readText(der.readDer(der.utf8String(text)))).toBe(text)
      }),
    )
  })

  test('RFC 5280 §4.1.2.5 times: UTCTime through 2049, then GeneralizedTime', () => {
    const seconds = fc.integer({ min: -631_152_000, max: 200_000_000_000 })
    fc.assert(
      fc.property(seconds, (second) => {
        const date = new Date(second * 1000)
        const read = der.readTime(der.readDer(der.time(date)))
        expect(read.date).toEqual(date)
        expect(read.form).toBe(date.getUTCFullYear() < 2050 ? 'utc' : 'generalized')
      }),
    )
  })

  test('X.690 §8.1.3 lengths of every size', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536, 70_000])
      expect(der.readDer(der.octetString(new Uint8Array(length))).content.length).toBe(length)
  })

  test('RFC 4648 §4, §8 base64 and hex', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (value) => {
        expect(base64.parse(base64.encode(value))).toEqual(value)
        expect(hex.parse(hex.encode(value))).toEqual(value)
      }),
    )
  })
})

describe('octets that are not DER are refused', () => {
  test.each<[string, string, (bytes: Uint8Array) => unknown]>([
    ['X.690 §10.1 an indefinite length', '3080020100 0000', der.readDer],
    ['X.690 §10.1 a length that is not minimal', '308103020100', der.readDer],
    ['X.690 §10.1 a length with a leading zero', '3082000302 0100', der.readDer],
    ['X.690 §8.1.3.5 a length of five octets', '3085000000000100', der.readDer],
    ['X.690 §8.1.1 octets after the end', '02010000', der.readDer],
    ['X.690 §8.1.1 an element that is cut off', '300502', der.readDer],
    ['X.690 §8.1.1 nothing at all', '', der.readDer],
    ['X.690 §8.1.2.4 a high tag number', '1f8101020100', der.readDer],
    [
      'X.690 §8.3.2 an integer with a needless zero',
      '02020001',
      (b) => der.readMagnitude(der.readDer(b)),
    ],
    ['X.690 §8.3.1 an integer without octets', '0200', (b) => der.readMagnitude(der.readDer(b))],
    [
      'X.690 §8.3.3 a negative integer where none may be',
      '0201ff',
      (b) => der.readMagnitude(der.readDer(b)),
    ],
    ['X.690 §11.1 a boolean that is 1', '010101', (b) => der.readBoolean(der.readDer(b))],
    [
      'X.690 §11.2.1 unused bits that are not zero',
      '03020781',
      (b) => der.readBits(der.readDer(b)),
    ],
    [
      'X.690 §11.2.2 named bits with trailing zeros',
      '03020080',
      (b) => der.readNamedBits(der.readDer(b)),
    ],
    [
      'X.690 §8.6.2.3 an empty bit string with unused bits',
      '030101',
      (b) => der.readBits(der.readDer(b)),
    ],
    ['X.690 §8.19.2 an arc that begins with 80', '06032a8001', (b) => der.readOid(der.readDer(b))],
    ['X.690 §8.19.2 an identifier that is cut off', '06022a83', (b) => der.readOid(der.readDer(b))],
    ['X.690 §8.8.2 NULL with content', '050100', (b) => der.readNull(der.readDer(b))],
    ['X.690 §11.6 a set out of order', '3106020102020101', (b) => der.elements(der.readDer(b))],
    ['X.690 §8.21 a PrintableString with @', '130140', (b) => der.readText(der.readDer(b))],
    ['X.690 §8.21 a UTF8String that is no UTF-8', '0c01ff', (b) => der.readText(der.readDer(b))],
    [
      'RFC 5280 §4.1.2.5.1 a UTCTime without seconds',
      '170b323631313233303130305a',
      (b) => der.readTime(der.readDer(b)),
    ],
    [
      'RFC 5280 §4.1.2.5 the 31st of June',
      '170d3236303633313031303030305a',
      (b) => der.readTime(der.readDer(b)),
    ],
    [
      'RFC 5280 §4.1.2.5.2 fractions of a second',
      '181132303530303130313030303030302e315a',
      (b) => der.readTime(der.readDer(b)),
    ],
  ])('%s', (_, hex, read) => {
    expect(verdictOf(() => read(bytes(hex.replaceAll(' ', ''))))).toBe('DER_INVALID')
  })

  test('X.690 whatever octets come, the answer is an element or a typed refusal', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (value) => {
        const reads = [
          der.readText,
          der.readTime,
          der.readOid,
          der.readMagnitude,
          der.readNamedBits,
          der.elements,
        ]
        for (const read of reads)
          expect(['accepted', 'DER_INVALID']).toContain(verdictOf(() => read(der.readDer(value))))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('more than anything real has', () => {
  const longest = (kind: keyof typeof der.limits) => der.limits[kind]
  const long = (tag: number, length: number, octet: number) =>
    der.readDer(der.tlv(tag, new Uint8Array(length).fill(octet)))

  test.each([
    ['integer', der.tags.integer, 1, (one: der.Element) => der.readBigInt(one)],
    ['oid', der.tags.oid, 1, (one: der.Element) => der.readOid(one)],
    ['text', der.tags.utf8String, 0x61, (one: der.Element) => der.readText(one)],
    ['text', der.tags.ia5String, 0x61, (one: der.Element) => der.readText(one)],
  ] as const)(
    'X.690 §8 an %s at the limit is read, one octet more is refused',
    (kind, tag, octet, read) => {
      expect(verdictOf(() => read(long(tag, longest(kind), octet)))).toBe('accepted')
      expect(verdictOf(() => read(long(tag, longest(kind) + 1, octet)))).toBe('DER_INVALID')
    },
  )

  test('X.690 §8.6 named bits at the limit are read, one octet more is refused', () => {
    const bits = (octets: number) => der.readDer(der.namedBits([8 * octets - 1]))
    expect(der.readNamedBits(bits(longest('namedBits')))).toEqual([8 * longest('namedBits') - 1])
    expect(verdictOf(() => der.readNamedBits(bits(longest('namedBits') + 1)))).toBe('DER_INVALID')
  })

  test('X.690 §8.10 a list may have as many elements as it likes', () => {
    const parts = Array.from({ length: 200_000 }, () => der.nothing())
    expect(der.elements(der.readDer(der.sequenceOf(parts))).length).toBe(200_000)
  })
})
