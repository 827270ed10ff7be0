import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { collectRows, isDriven, linesOf } from './rows.ts'
import { testTitles } from './test-titles.ts'

test('rows: titles are found in every form, and idle tests are not counted', () => {
  const source = `
    test('one', () => {})
    test.each([1])('two %s', () => {})
    it(\`three \${x}\`, { timeout: 1 }, () => {})
    describe('group', () => { test("four", () => {}) })
    test.skip('five', () => {}); test.todo('six'); other('seven')`
  expect(testTitles('a.ts', source)).toEqual(['one', 'two %s', 'three …', 'four'])
})

const course = `### 2-C Applying
- \`2-C⑥.tick\`: what is missing is said
- \`2-C⑦.read\`: the card is read
### 5-B1 Lost
- \`5-B1.one-call\`: one call stops it
`

/** A project of these files. */
function collected(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'kazashi-rows-'))
  try {
    for (const [path, text] of Object.entries({ 'docs/course.md': course, ...files })) {
      mkdirSync(join(root, path, '..'), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return collectRows(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

test('rows: a promise is driven by a way that names it, not by a unit test and not by the name of its row', () => {
  const { rows, faults } = collected({
    'parties/app/tests/a.test.ts': "test('2-C⑥.tick 5-B1 a way', () => {})",
    'packages/card/b.test.ts': "test('2-C⑦.read 2-C⑥.tick a rule', () => {})",
    'cli/tests/c.test.ts': "test('5-B1 a row alone', () => {})",
  })
  expect(faults).toEqual([])
  const told = rows.flatMap(({ promises }) =>
    promises.map((one) => [one.name, isDriven(one), one.tests.map(({ kind }) => kind)]),
  )
  expect(told).toEqual([
    ['2-C⑥.tick', true, ['unit', 'way']],
    ['2-C⑦.read', false, ['unit']],
    ['5-B1.one-call', false, []],
  ])
  expect(rows[0]?.promises[1]?.tests).toEqual([
    { file: 'packages/card/b.test.ts', title: '2-C⑦.read 2-C⑥.tick a rule', kind: 'unit' },
  ])
})

test('rows: at the end stand the count and the promises without', () => {
  const title = '2-C⑥.tick a way'
  const report = collected({ 'parties/app/tests/a.test.ts': `test('${title}', () => {})` })
  const lines = [...linesOf(report)]
  expect(lines.slice(0, 4)).toEqual([
    '2-C  Applying',
    '  ● 2-C⑥.tick  what is missing is said',
    '      way   a way  (parties/app/tests/a.test.ts)',
    '  ○ 2-C⑦.read  the card is read',
  ])
  expect(lines.slice(-4)).toEqual([
    '1 of 3 promises are driven by a way through the system; 0 of 2 rows whole.',
    'Without:',
    '  2-C⑦.read  the card is read',
    '  5-B1.one-call  one call stops it',
  ])
})

test('rows: a title with a name that the course does not have is found, with its file', () => {
  const { faults } = collected({
    'packages/card/b.test.ts': "test('2-C⑥.tack a rule', () => {})",
    'docs/course.md': `${course}### 5-B2 Found\n`,
  })
  expect(faults).toEqual([
    '5-B2 has no promise',
    'packages/card/b.test.ts: 2-C⑥.tack is not in docs/course.md: 2-C⑥.tack a rule',
  ])
})

test('rows: here every name in a title is one of docs/course.md, and the course has no fault', () => {
  const { rows, faults } = collectRows(resolve(import.meta.dirname, '..'))
  expect(faults).toEqual([])
  expect(rows).toHaveLength(32)
})
