import { expect, test } from 'vitest'
import { namedCodes } from './code-tests.ts'

test('RFC 9457 a title is filled in from the row that names the code; the body is that of the first row', () => {
  const source = `
    test.each([
      ['a text', 3, 'STUB_FIRST'],
      [{ model: 'Pixel 3', tags: ['old', 1] }, made(), 'STUB_SECOND'],
    ] as const)('%s then %d, 100%%', () => expect(x).toBe('STUB_BODY'))
    test.each(somewhere)('%j', () => expect(x).toBe('STUB_ELSEWHERE'))
    test.each(['one', 'two'])('only %s', () => expect(x).toBe('STUB_SINGLE'))`
  expect(namedCodes('a.ts', source)).toEqual(
    new Map([
      ['STUB_FIRST', 'a text then 3, 100%'],
      ['STUB_SECOND', 'model Pixel 3, tags old, 1 then …, 100%'],
      ['STUB_BODY', 'a text then 3, 100%'],
      ['STUB_ELSEWHERE', '…'],
      ['STUB_SINGLE', 'only one'],
    ]),
  )
})
