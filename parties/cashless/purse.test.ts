import { expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { states } from './identity.ts'
import {
  charge,
  chargedIn,
  emptyPurse,
  isMinor,
  limitsOf,
  pay,
  transfer,
  withCode,
} from './purse.ts'

/** The last minute of a month in Japan. */
const now = new Date('2026-11-30T14:59:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const grown = limitsOf('opened', false)

test('1-B② the identity check raises the limit and opens transfers; nothing else does', () => {
  const found = states.map((state) => [
    limitsOf(state, false).balance,
    limitsOf(state, false).transfers,
  ])
  expect(found).toEqual([
    [300_000, false],
    [300_000, false],
    [1_000_000, true],
    [300_000, false],
  ])
})

test('1-B② a wallet is charged up to its limit to the yen, and says how much is left', async () => {
  const full = charge(emptyPurse, 300_000, grown, now)
  expect(full).toMatchObject({ balance: 300_000, entries: [{ kind: 'charge', balance: 300_000 }] })
  await expect(async () => charge(full, 1, grown, now)).rejects.toMatchObject({
    code: 'BALANCE_LIMIT',
    members: { most: 0 },
  })
  expect(charge(full, 1, limitsOf('identified', false), now).balance).toBe(300_001)
  // What was held before the limit fell stays, and can be spent.
  const rich = charge(full, 100_000, limitsOf('identified', false), now)
  await expect(async () => charge(rich, 1, grown, now)).rejects.toMatchObject({
    members: { most: 0 },
  })
})

test('1-B② somebody under 18 charges so much in a month of Japan, identified or not', async () => {
  for (const state of states) {
    const limits = limitsOf(state, true)
    const most = charge(charge(emptyPurse, 15_000, limits, now), 5000, limits, now)
    await expect(async () => charge(most, 1, limits, now)).rejects.toMatchObject({
      code: 'MINOR_LIMIT',
      members: { most: 0 },
    })
    expect(chargedIn(most, now)).toBe(20_000)
    expect(chargedIn(most, later(1))).toBe(0)
    expect(charge(most, 20_000, limits, later(1)).balance).toBe(40_000)
  }
  const at = (day: string) => new Date(`${day}T00:00:00+09:00`)
  expect(isMinor('2008-12-01', new Date(at('2026-12-01').getTime() - 1))).toBe(true)
  expect(isMinor('2008-12-01', at('2026-12-01'))).toBe(false)
  expect(isMinor('2030-01-01', now)).toBe(true)
})

test('1-B② a code pays once, within five minutes, and a new one ends it', async () => {
  const code = '123456789012'
  const purse = withCode(charge(emptyPurse, 1000, grown, now), code, now)
  const paid = pay(purse, 480, code, later(4))
  expect(paid).toMatchObject({ balance: 520, entries: [{ kind: 'payment' }, { kind: 'charge' }] })
  expect(await codeOf(async () => pay(paid, 1, code, later(4)))).toBe('PAYMENT_CODE_INVALID')
  expect(await codeOf(async () => pay(purse, 1, code, later(5)))).toBe('PAYMENT_CODE_INVALID')
  const anew = withCode(purse, '210987654321', now)
  expect(await codeOf(async () => pay(anew, 1, code, now))).toBe('PAYMENT_CODE_INVALID')
  expect(await codeOf(async () => pay(purse, 1001, code, now))).toBe('BALANCE_SHORT')
})

test('1-B② only an identified wallet sends to a bank account, and no more than it has', async () => {
  const purse = charge(emptyPurse, 1000, grown, now)
  expect(await codeOf(async () => transfer(purse, 1, grown, now))).toBe('NOT_IDENTIFIED')
  const limits = limitsOf('identified', false)
  expect(transfer(purse, 1000, limits, now).balance).toBe(0)
  expect(await codeOf(async () => transfer(purse, 1001, limits, now))).toBe('BALANCE_SHORT')
})

test('1-B② a history keeps the newest hundred', () => {
  const one = (purse: typeof emptyPurse) => charge(purse, 1, grown, now)
  const many = Array.from({ length: 120 }).reduce<typeof emptyPurse>(one, emptyPurse)
  expect(many).toMatchObject({ balance: 120, charged: { amount: 120 } })
  expect(many.entries).toHaveLength(100)
  expect(many.entries[0]?.balance).toBe(120)
})
