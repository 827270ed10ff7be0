import { expect, test } from 'vitest'
import { momentText, pastText } from './moment.ts'

test('5-A4.expired what is over is dated with its year, in Japan’s time', () => {
  const at = '2031-04-03T14:59:59Z'
  expect(pastText(at, 'ja')).toBe('2031年4月3日(木) 23:59')
  expect(pastText(at, 'en')).toBe('Thu, 3 Apr 2031, 23:59')
  expect(momentText(at, 'ja')).toBe('4月3日(木) 23:59')
})
