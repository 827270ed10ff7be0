import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64, base64url, concat, equalBytes, hex, latin1 } from './index.ts'

const ascii = (text: string) => new TextEncoder().encode(text)

/** RFC 4648 §10. */
test.each([
  ['', '', ''],
  ['f', 'Zg==', '66'],
  ['fo', 'Zm8=', '666f'],
  ['foo', 'Zm9v', '666f6f'],
  ['foob', 'Zm9vYg==', '666f6f62'],
  ['fooba', 'Zm9vYmE=', '666f6f6261'],
  ['foobar', 'Zm9vYmFy', '666f6f626172'],
])('RFC 4648 §10 %j is %s and %s', (text, sixtyFour, sixteen) => {
  expect(base64.encode(ascii(text))).toBe(sixtyFour)
  expect(base64url.encode(ascii(text))).toBe(sixtyFour.replaceAll('=', ''))
  expect(hex.encode(ascii(text))).toBe(sixteen)
})

const bytes = fc.uint8Array({ maxLength: 300 })

test.each([
  ['base64', base64, (all: Buffer) => all.toString('base64')],
  ['base64url', base64url, (all: Buffer) => all.toString('base64url')],
  ['hex', hex, (all: Buffer) => all.toString('hex')],
] as const)('RFC 4648 §3 %s goes there and back, as Node has it', (_, encoding, ofNode) => {
  fc.assert(
    fc.property(bytes, (value) => {
      const text = encoding.encode(value)
      expect(text).toBe(ofNode(Buffer.from(value)))
      expect(encoding.decode(text)).toEqual(value)
      expect(encoding.is(text)).toBe(true)
    }),
  )
})

const malformed: Readonly<Record<'base64' | 'base64url' | 'hex', [why: string, text: string][]>> = {
  base64: [
    ['no padding', 'Zg'],
    ['half of the padding', 'Zg='],
    ['padding where none belongs', 'Zm9v===='],
    ['padding inside', 'Zg==Zm9v'],
    ['bits left over in one octet', 'Zh=='],
    ['bits left over in two octets', 'Zm9='],
    ['a lone character', 'Z'],
    ['a blank', 'Zm 9v'],
    ['a line end', 'Zm9v\n'],
    ['a blank before it', ' Zm9v'],
    ['characters of base64url', '-_8='],
    ['a character outside ASCII', 'Zm9ｖ'],
    ['a NUL', 'Zm9v\0'],
  ],
  base64url: [
    ['padding', 'Zg=='],
    ['bits left over in one octet', 'Zh'],
    ['bits left over in two octets', 'Zm9'],
    ['a lone character', 'Z'],
    ['a blank', 'Zm 9v'],
    ['a line end', 'Zm9v\n'],
    ['characters of base64', '+/8'],
    ['a character outside ASCII', 'Zm9ｖ'],
  ],
  hex: [
    ['an odd number of digits', '123'],
    ['another letter', '0g'],
    ['a blank', '01 02'],
    ['a line end', '01\n'],
    ['a prefix', '0x01'],
    ['a sign', '-1'],
  ],
}

describe.each([
  ['base64', base64],
  ['base64url', base64url],
  ['hex', hex],
] as const)('RFC 4648 §3 %s is refused', (name, encoding) => {
  test.each(malformed[name])('with %s: %j', (_, text) => {
    expect(encoding.parse(text)).toBeUndefined()
    expect(encoding.is(text)).toBe(false)
    expect(() => encoding.decode(text)).toThrow(new TypeError(`not ${name}`))
  })
})

test('RFC 4648 §3.5 an accepted text is the one that would be written for its value', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ABYZabyz0189+/-_=g \n'), maxLength: 9 })
  fc.assert(
    fc.property(text, (any) => {
      for (const encoding of [base64, base64url]) {
        const value = encoding.parse(any)
        if (value) expect(encoding.encode(value)).toBe(any)
      }
      const value = hex.parse(any)
      if (value) expect(hex.encode(value)).toBe(any.toLowerCase())
    }),
    { numRuns: 2000 },
  )
})

test('RFC 4648 §8 hex is read in either case', () => {
  expect(hex.decode('00aAFf')).toEqual(Uint8Array.of(0, 0xaa, 0xff))
})

test('joining takes as many parts as there are, and nothing is lost', () => {
  const parts = Array.from({ length: 300_000 }, (_, i) => Uint8Array.of(i & 0xff))
  const whole = concat(parts)
  expect(whole.length).toBe(300_000)
  expect(whole[299_999]).toBe(299_999 & 0xff)
  expect(concat([])).toEqual(new Uint8Array())
  fc.assert(
    fc.property(fc.array(bytes), (all) => {
      expect(concat(all)).toEqual(new Uint8Array(Buffer.concat(all)))
    }),
  )
})

test('equal bytes are equal, and no others', () => {
  fc.assert(
    fc.property(bytes, bytes, (one, other) => {
      expect(equalBytes(one, one.slice())).toBe(true)
      expect(equalBytes(one, other)).toBe(Buffer.compare(one, other) === 0)
    }),
  )
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false)
})

test('ISO/IEC 8859-1 each byte is the character of its number, however many there are', () => {
  const all = Uint8Array.from({ length: 300_000 }, (_, i) => i & 0xff)
  const text = latin1(all)
  expect(text.length).toBe(300_000)
  expect(Array.from(text.slice(0, 256), (one) => one.charCodeAt(0))).toEqual([
    ...all.subarray(0, 256),
  ])
})
