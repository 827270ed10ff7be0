import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PkiError } from './errors.ts'
import { cardSerial, cardSerialCapacity, phoneSerial } from './serial.ts'
import { type CertificateState, StatusTable } from './status-table.ts'

const key = Uint8Array.from({ length: 32 }, (_, i) => i)
const card = cardSerial(key)
const phone = phoneSerial(key)

describe('serial numbers', () => {
  test('JPKI profile: a card’s has exactly four octets, 01000000 to 7fffffff, and decodes to its index', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: cardSerialCapacity - 1 }), (index) => {
        const serial = card.encode(index)
        expect(serial).toMatch(/^(0[1-9a-f]|[1-7][0-9a-f])[0-9a-f]{6}$/)
        expect(card.decode(serial)).toBe(index)
      }),
      { numRuns: 500 },
    )
    for (const index of [0, 1, cardSerialCapacity - 1])
      expect(card.decode(card.encode(index))).toBe(index)
  })

  test('status and serials: no two indices share a card serial, and neighbours are not neighbours', () => {
    const serials = Array.from({ length: 2000 }, (_, index) => card.encode(index))
    expect(new Set(serials).size).toBe(2000)
    const steps = serials
      .slice(1)
      .map((serial, i) => Number.parseInt(serial, 16) - Number.parseInt(serials[i] ?? '', 16))
    expect(new Set(steps).size).toBeGreaterThan(1900)
  })

  test('NIST SP 800-38G a key of another authority gives other serials', () => {
    expect(cardSerial(new Uint8Array(16)).encode(5)).not.toBe(card.encode(5))
    expect(phoneSerial(new Uint8Array(16)).encode(5)).not.toBe(phone.encode(5))
  })

  test('JPKI profile: serials that no card has decode to nothing', () => {
    for (const serial of ['00ffffff', '80000000', 'ffffffff', '1', '0132C4AB', '', '0132c4ab00'])
      expect(card.decode(serial)).toBeUndefined()
  })

  test('status and serials: a phone’s has up to 128 bits and decodes to its index', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (index) => {
        const serial = phone.encode(index)
        expect(serial.length).toBeLessThanOrEqual(32)
        expect(phone.decode(serial)).toBe(index)
      }),
      { numRuns: 500 },
    )
  })

  test('status and serials: a phone serial with a leading zero octet is written without it and decodes', () => {
    const short = Array.from({ length: 3000 }, (_, index) => index).find(
      (index) => phone.encode(index).length < 32,
    )
    expect(short).toBeDefined()
    expect(phone.decode(phone.encode(short ?? 0))).toBe(short)
  })

  test('status and serials: a made-up serial decodes to nothing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 20 }), (octets) => {
        const serial = Buffer.from(octets).toString('hex')
        expect(phone.decode(serial)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  test('RFC 5280 §4.1.2.2 an index out of range is refused', () => {
    for (const index of [-1, 0.5, cardSerialCapacity, Number.NaN])
      expect(() => card.encode(index)).toThrow(PkiError)
    for (const index of [-1, 2 ** 53]) expect(() => phone.encode(index)).toThrow(PkiError)
  })
})

describe('the status table', () => {
  test('status and serials: it has the last status of every index, as a map has', () => {
    const state = fc.constantFrom<CertificateState>('good', 'revoked', 'hold', 'never-issued')
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(500), state), { maxLength: 200 }), (changes) => {
        const table = new StatusTable(4)
        const model = new Map<number, CertificateState>()
        for (const [index, next] of changes) {
          table.set(index, next)
          model.set(index, next)
        }
        for (let index = 0; index <= 501; index++)
          expect(table.get(index)).toBe(model.get(index) ?? 'never-issued')
        for (const one of ['good', 'revoked', 'hold'] as const) {
          const indices = [...model].filter(([, s]) => s === one).map(([i]) => i)
          expect(table.count(one)).toBe(indices.length)
          expect([...table.indices(one)]).toEqual(indices.sort((a, b) => a - b))
        }
        const length = Math.max(0, ...changes.map(([index]) => index + 1))
        expect(table.length).toBe(length)
        expect(table.count('never-issued')).toBe(
          Array.from({ length }, (_, i) => i).filter(
            (i) => (model.get(i) ?? 'never-issued') === 'never-issued',
          ).length,
        )
      }),
    )
  })

  test('status and serials: two bits an index: 200 million certificates in 50 MB', () => {
    const table = new StatusTable(200_000_000)
    table.set(199_999_999, 'hold')
    expect(table.byteLength).toBe(50_000_000)
    expect(table.get(199_999_999)).toBe('hold')
    expect(table.get(199_999_998)).toBe('never-issued')
  })

  test('status and serials: an index that cannot be is refused, and asked for it is never issued', () => {
    const table = new StatusTable()
    for (const index of [-1, 1.5, 2 ** 31]) {
      expect(() => table.set(index, 'good')).toThrow(PkiError)
      expect(table.get(index)).toBe('never-issued')
    }
  })
})
