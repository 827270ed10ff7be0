import { expect, test } from 'vitest'
import { codeOf, outcomeOf } from '../../tools/code-of.ts'
import { as, type CborValue, DateTime, EncodedCbor, encodedCbor, FullDate } from './cbor.ts'
import { decodeCbor, longestMdoc } from './cbor-reader.ts'

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))
const text = (tag: string, content: string) =>
  octets(
    `${tag}78${content.length.toString(16).padStart(2, '0')}${Buffer.from(content).toString('hex')}`,
  )

test.each<[string, string, CborValue]>([
  ['a whole number', '1903e8', 1000],
  ['the highest whole number', '1bffffffffffffffff', 18446744073709551615n],
  ['a number below zero', '3863', -100],
  ['true', 'f5', true],
  ['null', 'f6', null],
  ['octets', '4401020304', octets('01020304')],
  ['text', '62c3bc', 'ü'],
  [
    'a map with an array in it',
    'a26161016162820203',
    new Map<CborValue, CborValue>([
      ['a', 1],
      ['b', [2, 3]],
    ]),
  ],
  [
    'a date and time',
    'c074323031332d30332d32315432303a30343a30305a',
    new DateTime('2013-03-21T20:04:00Z'),
  ],
  ['encoded CBOR', 'd818456449455446', new EncodedCbor(octets('6449455446'))],
])('RFC 8949 appendix A %s: %s', (_, hex, value) => {
  expect(decodeCbor(octets(hex))).toEqual(value)
})

test('RFC 8943 §1.1 the days of the birth and the death of John Lennon', () => {
  expect(decodeCbor(octets('d903ec6a313934302d31302d3039'))).toEqual(new FullDate('1940-10-09'))
  expect(decodeCbor(octets('d903ec6a313938302d31322d3038'))).toEqual(new FullDate('1980-12-08'))
})

test.each([
  ['RFC 8949 §5.6 a key that comes twice', 'a2616101616102'],
  ['RFC 8949 §3.2 an indefinite length', '9fff'],
  ['RFC 8949 §5.6 a number as a key twice, once in more octets', 'a20102180103'],
  ['RFC 8949 §3.1 a text that is no UTF-8', '62c0ae'],
  ['RFC 8949 §3.1 half of a character', '61e3'],
  ['RFC 8949 §3.1 octets as a key', 'a1410102'],
  ['RFC 8949 §5.7 undefined', 'f7'],
  ['RFC 8949 §3.3 a simple value without a meaning', 'f0'],
  ['RFC 8949 §3.3 a fraction', 'fb3ff199999999999a'],
  ['RFC 8949 §3.3 a whole number written with a point', 'fb3ff0000000000000'],
  ['RFC 8949 §3.3 NaN', 'f97e00'],
  ['RFC 8949 §3.3 Infinity', 'f97c00'],
  ['RFC 8949 §3.4.1 a number as date and time', 'c001'],
  ['RFC 8949 §3.4.2 seconds since 1970, which no mdoc has', 'c11a514b67b0'],
  ['RFC 8949 §3.4.3 a bignum, which no mdoc has', 'c249010000000000000000'],
  ['RFC 8949 §3.4.5.1 a number as encoded CBOR', 'd81801'],
  ['RFC 8943 §1.1 a number as a date', 'd903ec01'],
  ['RFC 8943 §1.1 a text that is no date', 'd903ec6178'],
  ['RFC 8943 §1.1 the thirtieth of February', 'd903ec6a323032362d30322d3330'],
])('%s is refused', (_, hex) => {
  expect(codeOf(() => decodeCbor(octets(hex)))).toBe('MDOC_MALFORMED')
})

test.each([
  ['1985-04-12T23:20:50.52Z', '1985-04-12T23:20:50.520Z'],
  ['1996-12-19T16:39:57-08:00', '1996-12-20T00:39:57.000Z'],
  ['1937-01-01T12:00:27.87+00:20', '1937-01-01T11:40:27.870Z'],
])('RFC 3339 §5.8 %s is %s', (written, moment) => {
  expect(as.date(decodeCbor(text('c0', written)), 'it').toISOString()).toBe(moment)
})

test.each([
  'x',
  '2026',
  '2026-11-23',
  'Nov 23 2026 01:00:00 GMT',
  '2026-11-23T01:00:00',
  '2026-11-23 01:00:00Z',
  '2026-11-23t01:00:00z',
  '2026-11-23T01:00Z',
  '2026-11-23T24:00:00Z',
  '2026-11-23T01:60:00Z',
  '2026-11-23T01:00:00.Z',
  '2026-11-23T01:00:00+24:00',
  '2026-11-23T01:00:00Z ',
  '+002026-11-23T01:00:00Z',
  '2026-02-30T01:00:00Z',
  '2026-13-01T01:00:00Z',
])(
  'RFC 3339 §5.6, RFC 4287 §3.3 %j is no date and time, and the refusal says so once',
  (written) => {
    expect(outcomeOf(() => decodeCbor(text('c0', written)))).toMatchObject({
      code: 'MDOC_MALFORMED',
      detail: 'tag 0: no date and time',
    })
  },
)

test('RFC 8949 §3.4.5.1 octets are encoded with tag 24', () => {
  expect(encodedCbor(octets('6449455446'))).toEqual(octets('d818456449455446'))
})

test('ISO/IEC 18013-5 §8.3.2.1.2.2 a mebioctet is read, one octet more is not', () => {
  const long = (length: number) => {
    const bytes = new Uint8Array(length)
    bytes.set([0x5a, ...octets((length - 5).toString(16).padStart(8, '0'))])
    return bytes
  }
  expect(longestMdoc).toBe(1_048_576)
  expect(decodeCbor(long(longestMdoc))).toHaveLength(longestMdoc - 5)
  expect(codeOf(() => decodeCbor(long(longestMdoc + 1)))).toBe('MDOC_TOO_LARGE')
})

test.each([
  ['a number over 2⁵³', '1bffffffffffffffff'],
  ['a number below zero', '20'],
  ['a text', '6131'],
])('ISO/IEC 18013-5 §8.3.2.1.2.2 %s is no uint', (_, hex) => {
  expect(as.whole(decodeCbor(octets('00')), 'it')).toBe(0)
  expect(codeOf(() => as.whole(decodeCbor(octets(hex)), 'it'))).toBe('MDOC_MALFORMED')
})
