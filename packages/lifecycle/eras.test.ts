import { expect, test } from 'vitest'
import { eraAt } from './index.ts'

test.each([
  ['明治', 1, '1868-01-25', '1912-07-29'],
  ['大正', 2, '1912-07-30', '1926-12-24'],
  ['昭和', 3, '1926-12-25', '1989-01-07'],
  ['平成', 4, '1989-01-08', '2019-04-30'],
  ['令和', 5, '2019-05-01', '2040-12-31'],
])('JIS X 0301 %s is number %d, from %s to %s', (name, number, first, last) => {
  expect(eraAt(first)).toMatchObject({ name, number })
  expect(eraAt(last)).toMatchObject({ name, number })
})

test('JIS X 0301 before Meiji there is no era', () => {
  expect(eraAt('1868-01-24')).toBeUndefined()
})
