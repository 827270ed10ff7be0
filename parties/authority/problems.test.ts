import { expect, test } from 'vitest'
import { authorityProblems } from './problems.ts'

test('RFC 9457 every code is told in both languages, with a clause and a next step', () => {
  for (const [code, { title, next, clause, status }] of Object.entries(authorityProblems)) {
    expect(title.ja, code).toMatch(/[ぁ-ん]/)
    expect(next.ja, code).toMatch(/[ぁ-ん]/)
    expect(title.en, code).toMatch(/^[\x20-\x7e’“”]+$/)
    expect(next.en, code).toMatch(/^[\x20-\x7e’“”]+$/)
    expect(clause, code).not.toBe('')
    expect(status, code).toBeGreaterThanOrEqual(400)
  }
})
