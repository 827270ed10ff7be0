import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { authorityProblems } from './problems.ts'

const codes = Object.keys(authorityProblems)

function sources(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.ts$/.test(name) && !/node_modules|tests\//.test(name))
    .filter((name) => name !== 'problems.ts')
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

test('RFC 9457 every code is told in both languages, with a clause and a next step', () => {
  for (const [code, { title, next, clause, status }] of Object.entries(authorityProblems)) {
    expect(title.ja, code).toMatch(/[ぁ-ん]/)
    expect(next.ja, code).toMatch(/[ぁ-ん]/)
    expect(title.en, code).toMatch(/^[\x20-\x7e]+$/)
    expect(next.en, code).toMatch(/^[\x20-\x7e]+$/)
    expect(clause, code).not.toBe('')
    expect(status, code).toBeGreaterThanOrEqual(400)
  }
})

test('RFC 9457 every code of the table is thrown somewhere, or comes from a rule that is asked', () => {
  const text = sources(import.meta.dirname)
  const fromLifecycle = [
    'ALREADY_ON_THIS_PHONE',
    'APPLICATION_ON_ITS_WAY',
    'NOTHING_TO_SWITCH',
    'SIGNING_UNDER_AGE',
  ]
  const unused = codes.filter(
    (code) => !text.includes(`'${code}'`) && !fromLifecycle.includes(code),
  )
  expect(unused).toEqual([])
})
