import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collectRows, heads, parseCourse } from './rows.ts'
import { testTitles } from './test-titles.ts'

const names = ['1-A①', '2-C', '2-D', '2-E', '5-B1']

test('rows: one title may carry several names, step numbers between them', () => {
  expect(heads('2-C 2-D the way through', names)).toEqual(['2-C', '2-D'])
  expect(heads('2-C ⑦ ⑧, 2-D: reads', names)).toEqual(['2-C', '2-D'])
  expect(heads('1-A① both kinds', names)).toEqual(['1-A①'])
  expect(heads('2-C…2-E, 1-A① all', names)).toEqual(['2-C', '2-D', '2-E', '1-A①'])
})

test('rows: a name inside a sentence, or the beginning of a longer one, is not its head', () => {
  expect(heads('after 2-C nothing', names)).toEqual([])
  expect(heads('2-C2 x', names)).toEqual([])
  expect(heads('ISO 7816-4 §7.5.6 x', names)).toEqual([])
})

test('rows: titles are found in every form, and idle tests are not counted', () => {
  const source = `
    test('one', () => {})
    test.each([1])('two %s', () => {})
    it(\`three \${x}\`, { timeout: 1 }, () => {})
    describe('group', () => { test("four", () => {}) })
    test.skip('five', () => {}); test.todo('six'); other('seven')`
  expect(testTitles('a.ts', source)).toEqual(['one', 'two %s', 'three …', 'four'])
})

test('rows: a row is driven by ways, unit tests stand apart, and a row without any is empty', () => {
  const root = mkdtempSync(join(tmpdir(), 'kazashi-rows-'))
  for (const folder of ['docs', 'parties/app/tests', 'packages/card']) {
    mkdirSync(join(root, folder), { recursive: true })
  }
  writeFileSync(join(root, 'docs/course.md'), '# Course\n### 2-C Apply\ntext\n### 5-B1 Loss\n')
  writeFileSync(join(root, 'parties/app/tests/a.test.ts'), "test('2-C a way', () => {})")
  writeFileSync(join(root, 'packages/card/b.test.ts'), "test('2-C a rule', () => {})")
  const rows = collectRows(root)
  rmSync(root, { recursive: true })
  expect(rows.map(({ row, what, ways, unit }) => [row, what, ways.length, unit.length])).toEqual([
    ['2-C', 'Apply', 1, 1],
    ['5-B1', 'Loss', 0, 0],
  ])
})

test('rows: only third-level headings that begin with a name are rows', () => {
  expect(parseCourse('## 2 Android\n### How\n### 1-A① Certificates').map(({ row }) => row)).toEqual(
    ['1-A①'],
  )
})
