import { expect, test } from 'vitest'
import { codeOf } from '../../tools/code-of.ts'
import { judgeCustomer, judgeGuardian, type Signer } from './decision.ts'
import { type Order, order as orderForm } from './form.ts'
import { checkOrder, isMinor, ordered } from './order.ts'

const jst = (text: string) => new Date(`${text}+09:00`)
const now = jst('2026-11-27T14:00:00')
const zeros = (text: string) => '0'.repeat(Array.from(text).length)
const signer = (
  name: string,
  birthDate: string,
  address = '埼玉県例示市1',
  key = name,
): Signer => ({
  attributes: {
    name,
    address,
    birthDate,
    sex: 'male',
    nameFlags: zeros(name),
    addressFlags: zeros(address),
  },
  key,
})
const order: Order = {
  plan: 'light',
  line: { kind: 'new' },
  name: '例示　太郎',
  address: '埼玉県例示市1',
  birthDate: '2010-05-01',
  guardian: { name: '例示　花子', relation: 'parent' },
}

test.each([
  ['2008-11-28', '2026-11-27T23:59:59', true],
  ['2008-11-28', '2026-11-28T00:00:00', false],
  ['2008-02-29', '2026-02-28T23:59:59', true],
  ['2008-02-29', '2026-03-01T00:00:00', false],
  ['2012-02-29', '2030-02-28T23:59:59', true],
  ['2012-02-29', '2030-03-01T00:00:00', false],
])('1-B② 民法 §4 born on %s, at %s in Japan: under age %s', (birthDate, moment, expected) => {
  expect(isMinor(birthDate, jst(moment))).toBe(expected)
})

test.each([
  ['2011-11-28', '2026-11-27T23:59:59', 'CUSTOMER_TOO_YOUNG'],
  ['2011-11-28', '2026-11-28T00:00:00', 'none'],
  ['2012-02-29', '2027-02-28T23:59:59', 'CUSTOMER_TOO_YOUNG'],
  ['2012-02-29', '2027-03-01T00:00:00', 'none'],
  ['2030-01-01', '2026-11-28T00:00:00', 'CUSTOMER_TOO_YOUNG'],
])(
  '1-B② from fifteen on somebody signs: born on %s, at %s in Japan: %s',
  async (birthDate, moment, expected) => {
    const attempt = async () => checkOrder({ ...order, birthDate }, jst(moment))
    const told = expected === 'none' ? undefined : expected
    const [settled] = await Promise.allSettled([attempt()])
    expect(settled.status === 'rejected' ? settled.reason.code : undefined).toBe(told)
  },
)

test('1-B② whoever is of age makes the contract alone, whatever was sent: nobody is named in it who does not sign', () => {
  const lastDay = jst('2028-04-30T23:59:59')
  expect(ordered(order, lastDay)).toEqual(order)
  const { guardian: _, ...alone } = order
  expect(ordered(order, jst('2028-05-01T00:00:00'))).toEqual(alone)
})

test.each([
  ['09012345678', true],
  ['09001000007', false],
  ['0901234567', false],
  ['0312345678', false],
])('電気通信番号計画 別表第4 %s is a number that may be brought: %s', (number, may) => {
  const line = { kind: 'mnp', number, reservation: '1234567890' }
  expect(orderForm.safeParse({ ...order, line }).success).toBe(may)
})

test('1-B② the certificate says who is under age, and what differs is named', async () => {
  const own = signer('例示　太郎', '2010-05-01')
  expect(judgeCustomer(order, own, now)).toEqual({
    looks: [],
    substitutes: [],
    needsGuardian: true,
  })
  expect(judgeCustomer(order, own, jst('2028-05-01T00:00:00')).needsGuardian).toBe(false)
  const older = { ...order, birthDate: '2000-01-01' }
  expect(await codeOf(async () => judgeCustomer(older, own, now))).toBe('ATTRIBUTES_DIFFER')
  const stranger = signer('別の　人', '1990-01-01')
  expect(await codeOf(async () => judgeCustomer(order, stranger, now))).toBe('SIGNER_OTHER')
})

test('1-B② a guardian is another person, of age, and the one who is named; living elsewhere is only told', async () => {
  const own = signer('例示　太郎', '2010-05-01')
  const judge = (guardian: Signer) => judgeGuardian(order, own, guardian, now)
  expect(judge(signer('例示　花子', '1985-01-01'))).toEqual({ looks: [] })
  expect(judge(signer('例示　花子', '1985-01-01', '東京都架空市1')).looks).toEqual([
    'guardian-elsewhere',
  ])
  const refused = (guardian: Signer) => codeOf(async () => judge(guardian))
  expect(await refused(signer('例示　太郎', '2010-05-01', '東京都架空市1', 'another key'))).toBe(
    'GUARDIAN_SAME',
  )
  expect(await refused({ ...signer('例示　花子', '1985-01-01'), key: own.key })).toBe(
    'GUARDIAN_SAME',
  )
  expect(await refused(signer('例示　花子', '2008-11-28'))).toBe('GUARDIAN_UNDER_AGE')
  expect(await refused(signer('別の　人', '1985-01-01'))).toBe('GUARDIAN_OTHER')
})
