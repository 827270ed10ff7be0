import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createSealing } from './sealing.ts'

const key = (fill: number) => new Uint8Array(32).fill(fill)
const sealing = createSealing(key(1))
const data = new TextEncoder().encode('東京都渋谷区')

test('NIST SP 800-38D §7 any data sealed for a place opens there', () => {
  fc.assert(
    fc.property(fc.string(), fc.uint8Array(), (place, bytes) => {
      expect(sealing.open(place, sealing.seal(place, bytes))).toEqual(bytes)
    }),
  )
})

test('NIST SP 800-38D §7.2 at another place, under another key, or changed in any byte it does not open', () => {
  const sealed = sealing.seal('row 1', data)
  expect(() => sealing.open('row 2', sealed)).toThrow()
  expect(() => createSealing(key(2)).open('row 1', sealed)).toThrow()
  for (const at of sealed.keys()) {
    const changed = Uint8Array.from(sealed)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(() => sealing.open('row 1', changed)).toThrow()
  }
})

test('NIST SP 800-38D §8.2 the same data is sealed differently each time', () => {
  expect(sealing.seal('row', data)).not.toEqual(sealing.seal('row', data))
})

test('RFC 5869 §3.2 keys and look-ups differ by purpose and by operator', () => {
  const other = createSealing(key(2))
  expect(sealing.derive('a', 16)).toHaveLength(16)
  expect(sealing.derive('a', 16)).toEqual(sealing.derive('a', 16))
  expect(sealing.derive('a', 16)).not.toEqual(sealing.derive('b', 16))
  expect(sealing.lookup('n', '1')).not.toEqual(sealing.lookup('n', '2'))
  expect(sealing.lookup('n', '1')).not.toEqual(sealing.lookup('m', '1'))
  expect(sealing.lookup('n', '1')).not.toEqual(other.lookup('n', '1'))
})
