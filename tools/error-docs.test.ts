import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { undescribed, unprovoked } from './answered-codes.ts'
import { codeTests, namedCodes } from './code-tests.ts'
import { chapters, errorDocs, isStale } from './error-docs.ts'

const root = resolve(import.meta.dirname, '..')

test('RFC 9457 docs/errors.md says what the tables and the tests say', () => {
  expect(isStale(root), 'run: node tools/error-docs.ts').toBe(false)
})

test('RFC 9457 docs/errors.md has no placeholder of a title', () => {
  expect(errorDocs(root).match(/.*%[a-zA-Z].*/g)).toBeNull()
})

describe.each(chapters)('RFC 9457 $title', ({ folders, table }) => {
  test('every code is provoked by a test', () => {
    const tests = codeTests(root, folders)
    expect(Object.keys(table).filter((code) => !tests.has(code))).toEqual([])
  })
})

test('RFC 9457 a code counts where a test names it, in its body or in its table of cases', () => {
  const source = `
    const beside = ['NAMED_BESIDE', 'not a code', 'Neither']
    test('one', () => expect(x).toEqual(code('NAMED_INSIDE')))
    test.each([['case', 'NAMED_IN_TABLE']])('two %s', () => {})
    test.skip('three', () => expect(x).toEqual('NAMED_IN_VAIN'))`
  expect(namedCodes('a.ts', source)).toEqual(
    new Map([
      ['NAMED_INSIDE', 'one'],
      ['NAMED_IN_TABLE', 'two case'],
      ['NAMED_BESIDE', undefined],
      ['NAMED_IN_VAIN', undefined],
    ]),
  )
})

test('RFC 9457 a code that nobody answered is found, and so is an exception that is none', () => {
  const exceptions = { C: 'why', D: 'why' }
  expect(unprovoked(new Set(['A', 'D']), ['A', 'B', 'C', 'D'], exceptions)).toEqual([
    'B was answered by no way through the authority',
    'D is no exception: it was answered, or is no code any more',
  ])
})

test('OpenAPI 3.1 a code that a route answered though it is not described with it is found', () => {
  const given = [
    { code: 'NONCE_USED', route: '/applications' },
    { code: 'NONCE_USED', route: '/counter/cards/:id/end' },
    { code: 'NOT_FOUND', route: '' },
  ]
  expect(undescribed(given)).toEqual([
    '/counter/cards/:id/end answered NONCE_USED, which StaffProblem does not name',
  ])
})
