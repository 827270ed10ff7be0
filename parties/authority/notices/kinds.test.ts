import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { noticeKinds } from '@kazashi/lifecycle'
import { expect, test } from 'vitest'
import { noticeKindTable, noticeWords } from './kinds.ts'

const course = readFileSync(join(import.meta.dirname, '../../../docs/course.md'), 'utf8')

test('5-A1 every kind of notice has words in both languages and a row of the course', () => {
  for (const kind of noticeKinds) {
    expect(course, kind).toContain(`### ${noticeKindTable[kind].row} `)
    const [android, iphone] = [noticeWords(kind, 'android'), noticeWords(kind, 'iphone')]
    for (const texts of [android.title, android.text, iphone.title, iphone.text]) {
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

test('3-D ⑦ an iPhone’s words never mention 登録 and スマホ用電子証明書, which it does not have', () => {
  const own = noticeKinds.filter((kind) => 'iphone' in noticeKindTable[kind])
  expect(own).toContain('ready-to-register')
  for (const kind of own) {
    const { title, text } = noticeWords(kind, 'iphone')
    expect(title.ja + text.ja, kind).not.toMatch(/登録|スマホ用/)
    expect(noticeWords(kind, 'android').title.ja, kind).not.toBe(title.ja)
  }
})
