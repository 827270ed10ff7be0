import { expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { decodeCbor } from './cbor.ts'

const octets = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

test.each([
  ['RFC 8949 §5.6 a key that comes twice', 'a2616101616102'],
  ['RFC 8949 §3.2 an indefinite length', '9fff'],
  ['RFC 8949 §5.7 undefined', 'f7'],
  ['RFC 8949 §3.3 NaN', 'f97e00'],
  ['RFC 8949 §3.3 Infinity', 'f97c00'],
  ['RFC 8949 §3.4.1 a number as date and time', 'c001'],
  ['RFC 8949 §3.4.1 a text that is no date and time', 'c06178'],
  ['RFC 8949 §3.4.5.1 a number as encoded CBOR', 'd81801'],
  ['RFC 8943 §1.1 a number as a date', 'd903ec01'],
  ['RFC 8943 §1.1 a text that is no date', 'd903ec6178'],
  ['RFC 8943 §1.1 the thirtieth of February', 'd903ec6a323032362d30322d3330'],
])('%s is refused', (_, hex) => {
  expect(codeOf(() => decodeCbor(octets(hex)))).toBe('MDOC_MALFORMED')
})
