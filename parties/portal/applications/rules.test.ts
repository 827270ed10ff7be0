/** Rules of the forms and of what becomes of an application, day by day. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayIn, plusDays } from '../days.ts'
import { noticesOf } from '../home/notices.ts'
import { filledIn } from '../signing/fill.ts'
import { attachmentTypeOf } from './attachment.ts'
import { allowanceEnds, monthlyAllowance } from './forms/child-allowance.ts'
import { forms } from './forms/index.ts'
import { stateAt, stateTimes } from './state.ts'
import { formFaults, tidyAnswers } from './validate.ts'

const today = '2026-11-28'
const person = {
  name: '𠮷田　髙子',
  birthDate: '1990-05-01',
  address: '東京都例示区模擬通1-1-22',
  phone: '0312345678',
}
const moving = (moveDate: string, visitDate = moveDate) => ({
  ...person,
  postalCode: '7000000',
  newAddress: '岡山県絵空市試験台7-10',
  moveDate,
  visitDate,
})
const faultsOf = (answers: ReturnType<typeof moving>) =>
  formFaults(forms.moving, answers, today).map(({ fault }) => fault)

test.each([
  [30, []],
  [31, ['move-too-early']],
  [0, []],
])('1-B① a move in %i days: %j', (days, faults) => {
  expect(faultsOf(moving(plusDays(today, days)))).toEqual(faults)
})

test('1-B① a move of 10 days ago can be told, of 11 days ago not; the visit is after it, not before today, within 14 days', () => {
  const past = plusDays(today, -10)
  expect(faultsOf(moving(past, today))).toEqual([])
  expect(faultsOf(moving(plusDays(today, -11), today))).toEqual(['move-too-late'])
  expect(faultsOf(moving(past, plusDays(past, 15)))).toEqual(['visit-too-late'])
  expect(faultsOf(moving(past, plusDays(past, 1)))).toEqual(['visit-before-move'])
  expect(faultsOf({ ...moving(today), newAddress: person.address })).toEqual(['same-address'])
})

test.each([
  ['2008-04-01', '2026-03-31'],
  ['2008-04-02', '2027-03-31'],
  ['2009-03-31', '2027-03-31'],
])('児童手当法 第3条 for a child born on %s it ends on %s', (born, end) => {
  expect(allowanceEnds(born)).toBe(end)
})

test('児童手当法 第6条 the amount goes by age and number of the children', () => {
  expect(monthlyAllowance(['2025-01-01'], today)).toBe(15_000)
  expect(monthlyAllowance(['2015-01-01', '2025-01-01'], today)).toBe(25_000)
  expect(monthlyAllowance(['2015-01-01', '2017-01-01', '2025-01-01'], today)).toBe(50_000)
})

test('digits come half-width and without commas; a name stays to the character', () => {
  const [first] = forms.moving.steps
  if (first === undefined) throw new TypeError('no step')
  const given = { ...person, name: ' 﨑𠮷髙 ', phone: '０３－１２３４－５６７８' }
  expect(tidyAnswers(first, given)).toMatchObject({ name: '﨑𠮷髙', phone: '0312345678' })
})

test('1-B① what the certificate tells stands in its fields, and what it did not tell stays', () => {
  const told = { name: '例示　太郎', birthdate: '19770928' }
  expect(filledIn(forms.moving, { address: 'x' }, told)).toEqual({
    address: 'x',
    name: '例示　太郎',
    birthDate: '1977-09-28',
  })
})

test('1-B① an application goes from 受付済 over 確認中 to 完了, never back as long as the clock goes on', () => {
  const order = ['received', 'checking', 'done']
  const time = fc.date({
    min: new Date('2026-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  })
  const later = fc.integer({ min: 0, max: 10 * 86_400_000 })
  fc.assert(
    fc.property(time, later, later, (at, first, second) => {
      const one = stateAt(at, new Date(at.getTime() + first))
      const two = stateAt(at, new Date(at.getTime() + first + second))
      expect(order.indexOf(two)).toBeGreaterThanOrEqual(order.indexOf(one))
      const { checkingAt, doneAt } = stateTimes(at)
      expect(checkingAt > at && doneAt > checkingAt).toBe(true)
      expect(dayIn(doneAt)).toBe(plusDays(dayIn(at), 3))
    }),
  )
})

test('1-B①.notices three months before the certificate ends its holder is told, and of nothing that has not happened', () => {
  const submittedAt = new Date('2026-11-28T03:00:00Z')
  const one = {
    id: 'a',
    procedure: 'moving',
    receiptNumber: 'M-1',
    submittedAt,
    notAfter: new Date('2027-02-01T14:59:59Z'),
  } as const
  const at = (now: string) => noticesOf([one], new Date(now)).map(({ kind }) => kind)
  expect(at('2026-11-28T03:00:01Z')).toEqual(['certificate-ends', 'received'])
  expect(at('2026-12-02T03:00:00Z')).toEqual(['certificate-ends', 'done', 'checking', 'received'])
  expect(at('2027-02-02T03:00:00Z')).not.toContain('certificate-ends')
})

test('ISO/IEC 15948 §5.2 a paper is what begins and ends as one', () => {
  const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
  const png = '\x89PNG\r\n\x1a\nIEND\xae\x42\x60\x82'
  expect(attachmentTypeOf(bytes('%PDF-1.7 …\n%%EOF\n'))).toBe('application/pdf')
  expect(attachmentTypeOf(bytes('\xff\xd8\xff…\xff\xd9'))).toBe('image/jpeg')
  expect(attachmentTypeOf(bytes(png))).toBe('image/png')
  for (const wrong of ['%PDF-1.7 cut off', '\xff\xd8\xff', png.slice(0, -1), '<html>', ''])
    expect(attachmentTypeOf(bytes(wrong))).toBeUndefined()
})
