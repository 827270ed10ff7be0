import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { completed, headings, procedures } from './procedures.ts'

const page = join(import.meta.dirname, '../../parties/app/page')

test('every heading that tells a procedure is complete is a heading of the app, in both languages', () => {
  const texts = globSync('**/texts.ts', { cwd: page })
    .map((file) => readFileSync(join(page, file), 'utf8'))
    .join('\n')
  const all = Object.values(headings).flat()
  expect(all.filter((heading) => !texts.includes(`'${heading}'`))).toEqual([])
  expect(all).toHaveLength(2 * procedures.length)
})

test('a procedure is known by its last screen, and by no other', () => {
  expect(completed('申請が完了しました')).toBe('2-D applied')
  expect(completed('Deleted')).toBe('3-E 3-F deleted')
  expect(completed('メニュー')).toBeUndefined()
})
