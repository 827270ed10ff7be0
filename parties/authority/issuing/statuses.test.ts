import { expect, test } from 'vitest'
import { firstIndex } from '../database/numbering.ts'
import { Statuses } from './statuses.ts'

test('5-B1 an older change that arrives after a newer one of the same certificate is left out', () => {
  const statuses = new Statuses()
  statuses.hear('4 card-authentication 3 hold')
  statuses.set({ series: 'card-authentication', index: 3, status: 'good', change: 7 })
  statuses.hear('5 card-authentication 3 hold')
  expect(statuses.get('card-authentication', 3)).toBe('good')
  statuses.hear('8 card-authentication 3 hold')
  expect(statuses.get('card-authentication', 3)).toBe('hold')
  expect(statuses.get('card-signing', 3)).toBe('never-issued')
})

test('2-E a certificate that is only signed is treated as never issued', () => {
  const statuses = new Statuses()
  statuses.set({ series: 'phone-signing', index: 0, status: 'signed', change: 1 })
  expect(statuses.get('phone-signing', 0)).toBe('never-issued')
  statuses.hear('2 phone-signing 0 good')
  expect(statuses.get('phone-signing', 0)).toBe('good')
})

test('RFC 6960 §2.2 each generation counts from its own first number, and takes memory only for certificates it issued', () => {
  const statuses = new Statuses()
  const third = firstIndex('phone-signing', 3)
  statuses.set({ series: 'phone-signing', index: third, status: 'good', change: 1 })
  expect(statuses.get('phone-signing', third)).toBe('good')
  for (const index of [0, third - 1, third + 1, Number.MAX_SAFE_INTEGER]) {
    expect(statuses.get('phone-signing', index)).toBe('never-issued')
  }
})

test('5-B1 a text that is no status is refused', () => {
  const statuses = new Statuses()
  for (const text of ['', '1 card-signing 0', '1 card-signing 0 well', 'x card-signing 0 good']) {
    expect(() => statuses.hear(text)).toThrow()
  }
})
