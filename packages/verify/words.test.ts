import { expect, test } from 'vitest'
import { verifyErrors } from './errors.ts'
import { verifyWords } from './words.ts'

const rows = Object.entries(verifyWords).map(([code, words]) => ({ code, words }))

test('CONTRIBUTING each refusal has words, and no words are of something that is no refusal', () => {
  expect(rows.map(({ code }) => code).toSorted()).toEqual(Object.keys(verifyErrors).toSorted())
})

test.each(rows)(
  'CONTRIBUTING $code says in both languages what happened, why, and what can be done',
  ({ words: { title, cause, next } }) => {
    for (const { ja, en } of [title, cause, next]) {
      expect(ja).toMatch(/^[^。].*[ぁ-ん].*[^。]$/)
      expect(en).toMatch(/^[A-Z].{9,160}[A-Za-z)]$/)
      expect(en).not.toMatch(/[ぁ-んァ-ヶ一-龠]/)
    }
  },
)

test('CONTRIBUTING no two refusals say that the same happened', () => {
  const said = rows.flatMap(({ words: { title, cause } }) => [
    title.ja,
    title.en,
    cause.ja,
    cause.en,
  ])
  expect(new Set(said).size).toBe(said.length)
})
