import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { isStale, lifecycleDocs, lives, stepsOf } from './draw-lifecycle.ts'

const root = resolve(import.meta.dirname, '..')

test('2-C…5-B3 docs/lifecycle.md draws the tables as they are', () => {
  expect(isStale(root), 'run: node tools/draw-lifecycle.ts').toBe(false)
})

test('2-C…5-B3 every cell of every table is in a diagram and in a table of the document', () => {
  const chapters = lifecycleDocs().split('\n## ').slice(1)
  expect(chapters).toHaveLength(lives.length + 1)
  for (const [i, { table, title }] of lives.entries()) {
    const chapter = chapters[i] ?? ''
    expect(chapter.startsWith(title)).toBe(true)
    for (const { from, event, to } of stepsOf(table)) {
      const arrow = `${from.replaceAll('-', '_')} --> ${to.replaceAll('-', '_')} :`
      const line = chapter.split('\n').find((one) => one.includes(arrow)) ?? ''
      expect(line.split(/ : |, /), arrow).toContain(event)
      expect(chapter).toContain(`| ${from} | ${event} | ${to} |`)
    }
  }
})

test('4-A the eight cases of changing phones are in the document', () => {
  const [, chapter = ''] = lifecycleDocs().split('## Changing phones')
  const rows = chapter.split('\n').filter((line) => /^\| (android|iphone) /.test(line))
  expect(new Set(rows).size).toBe(8)
  expect(chapter).toContain(
    '| iphone | android | yes | 3-E on the old phone, then 2-C on the new phone |',
  )
})
