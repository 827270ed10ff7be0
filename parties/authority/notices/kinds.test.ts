import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { noticeKinds, noticeKindTable } from './kinds.ts'

const course = readFileSync(join(import.meta.dirname, '../../../docs/course.md'), 'utf8')

test('5-A1 every kind of notice has words in both languages and a row of the course', () => {
  for (const [kind, { row, title, text }] of Object.entries(noticeKindTable)) {
    expect(course, kind).toContain(`### ${row} `)
    for (const texts of [title, text]) {
      expect(texts.ja, kind).toMatch(/[ぁ-ん]/)
      expect(texts.en, kind).toMatch(/^[\x20-\x7e]+$/)
    }
  }
})

test('5-A1 the list of kinds is the table, and the database takes these and no others', () => {
  const names = Object.keys(noticeKindTable)
  expect(noticeKinds).toEqual(names)
  const sql = readFileSync(
    join(import.meta.dirname, '../database/migrations/0005-notices.sql'),
    'utf8',
  )
  const [, list = ''] =
    /constraint notice_kind_check\s+check \(kind in \(([^)]+)\)\)/.exec(sql) ?? []
  expect([...list.matchAll(/'([^']+)'/g)].map(([, name]) => name)).toEqual(names)
})
