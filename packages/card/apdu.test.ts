import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeOf, verdictOf } from '../../tools/code-of.ts'
import {
  type CommandApdu,
  command,
  encodeCommand,
  encodeResponse,
  parseCommand,
  parseResponse,
} from './apdu.ts'
import { bytes, hexOf } from './testing/synthetic-card.ts'

const header = { cla: 0x00, ins: 0xb0, p1: 0x01, p2: 0x02 }
const none = new Uint8Array()

describe('ISO 7816-4 §5.1 command APDU', () => {
  const long = '00'.repeat(0x100)
  const cases: [name: string, hex: string, expected: Partial<CommandApdu>][] = [
    ['case 1', '00B00102', { data: none, ne: undefined, extended: false }],
    ['case 2S', '00B0010204', { data: none, ne: 4, extended: false }],
    ['case 2S, Le 00', '00B0010200', { data: none, ne: 256, extended: false }],
    ['case 3S', '00B0010202AABB', { data: bytes('AABB'), ne: undefined, extended: false }],
    ['case 4S', '00B0010201AA00', { data: bytes('AA'), ne: 256, extended: false }],
    ['case 2E', '00B0010200 0004', { data: none, ne: 4, extended: true }],
    ['case 2E, Le 0000', '00B0010200 0000', { data: none, ne: 65_536, extended: true }],
    ['case 3E', `00B0010200 0100 ${long}`, { data: bytes(long), ne: undefined, extended: true }],
    ['case 4E', '00B0010200 0001 AA 0000', { data: bytes('AA'), ne: 65_536, extended: true }],
  ]
  for (const [name, hex, expected] of cases) {
    it(`ISO 7816-4 §5.1 table 1 ${name} is read and written`, () => {
      expect(parseCommand(bytes(hex))).toEqual({ ...header, ...expected })
      expect(hexOf(encodeCommand(parseCommand(bytes(hex))))).toBe(hexOf(bytes(hex)))
    })
  }

  const refused: [why: string, hex: string][] = [
    ['three bytes', '00B000'],
    ['no bytes', ''],
    ['data shorter than Lc', '00B0000003AABB'],
    ['two bytes after the data of a short command', '00B0000001AA0000'],
    ['Lc of zero with one byte after it', '00B000000001'],
    ['extended Lc of zero', '00B00000 00 0000 AA'],
    ['extended data shorter than Lc', '00B00000 00 0003 AABB'],
    ['one byte after extended data', '00B00000 00 0001 AA 00'],
  ]
  for (const [why, hex] of refused) {
    it(`ISO 7816-4 §5.1 ${why} is refused`, () => {
      expect(codeOf(() => parseCommand(bytes(hex)))).toBe('APDU_MALFORMED')
    })
  }

  it('ISO 7816-4 §5.1 any command goes there and back', () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const parts = fc.record({
      cla: byte,
      ins: byte,
      p1: byte,
      p2: byte,
      data: fc.uint8Array({ maxLength: 400 }),
      ne: fc.option(fc.integer({ min: 1, max: 65_536 }), { nil: undefined }),
      extended: fc.boolean(),
    })
    fc.assert(
      fc.property(parts, ({ extended, ...rest }) => {
        const c = command(extended ? { ...rest, extended } : rest)
        expect(parseCommand(encodeCommand(c))).toEqual(c)
      }),
      { numRuns: 2000 },
    )
  })

  it('ISO 7816-4 §5.1 any bytes that are read are written again unchanged', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (some) => {
        const code = verdictOf(() =>
          expect(hexOf(encodeCommand(parseCommand(some)))).toBe(hexOf(some)),
        )
        expect(['accepted', 'APDU_MALFORMED']).toContain(code)
      }),
      { numRuns: 5000 },
    )
  })

  it('ISO 7816-4 §5.1 a value that does not fit its field is refused', () => {
    const wrong: CommandApdu[] = [
      { ...header, cla: 256, data: none, ne: undefined, extended: false },
      { ...header, p1: -1, data: none, ne: undefined, extended: false },
      { ...header, data: new Uint8Array(256), ne: undefined, extended: false },
      { ...header, data: none, ne: 257, extended: false },
      { ...header, data: none, ne: 0, extended: false },
      { ...header, data: new Uint8Array(65_536), ne: undefined, extended: true },
    ]
    for (const c of wrong) expect(codeOf(() => encodeCommand(c))).toBe('VALUE_OUT_OF_RANGE')
  })
})

describe('ISO 7816-4 §5.1 response APDU', () => {
  it('ISO 7816-4 §5.1 data and status word are told apart', () => {
    expect(parseResponse(bytes('AABB9000'))).toEqual({ data: bytes('AABB'), sw: 0x9000 })
    expect(parseResponse(bytes('63C2'))).toEqual({ data: none, sw: 0x63c2 })
    expect(hexOf(encodeResponse({ data: bytes('AA'), sw: 0x6982 }))).toBe('aa6982')
  })

  it('ISO 7816-4 §5.1.3 an answer without a status word is refused', () => {
    for (const hex of ['', '90', '0000', '8000', '6000'])
      expect(codeOf(() => parseResponse(bytes(hex)))).toBe('CARD_ANSWER_MALFORMED')
    expect(codeOf(() => encodeResponse({ data: none, sw: 0x6000 }))).toBe('VALUE_OUT_OF_RANGE')
  })
})
