import { expect, test } from 'vitest'
import { contacts, isOpenNow } from './contacts.ts'
import { isHoliday } from './holidays.ts'

const asks = (moment: string) => isOpenNow(contacts.questions, new Date(`${moment}+09:00`))

test('1-D on a weekday guidance 4 answers from 9:30 to 20:00', () => {
  expect(asks('2026-11-24T09:29:59')).toBe(false)
  expect(asks('2026-11-24T09:30:00')).toBe(true)
  expect(asks('2026-11-24T19:59:59')).toBe(true)
  expect(asks('2026-11-24T20:00:00')).toBe(false)
})

test('1-D on weekends and holidays guidance 4 answers until 17:30', () => {
  expect(asks('2026-11-22T17:29:59')).toBe(true)
  expect(asks('2026-11-22T17:30:00')).toBe(false)
  expect(asks('2026-11-23T17:30:00')).toBe(false)
})

test('5-B1 the line for loss and theft is open at every hour', () => {
  for (const hour of ['00', '03', '12', '23']) {
    expect(isOpenNow(contacts.loss, new Date(`2026-01-01T${hour}:59:59+09:00`))).toBe(true)
  }
})

test('国民の祝日に関する法律 Articles 2 and 3: the holidays of 2026, with a substitute and a day between', () => {
  const found: string[] = []
  for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 86_400_000) {
    const date = new Date(at)
    const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()]
    if (isHoliday({ year: 2026, month, day })) found.push(`${month}/${day}`)
  }
  expect(found.join(' ')).toBe(
    '1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23',
  )
})
