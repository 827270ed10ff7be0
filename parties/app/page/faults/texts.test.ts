import { expect, test } from 'vitest'
import { iphoneWords } from './iphone-words.tsx'
import { sameAs, texts } from './texts.ts'

test('1-D every refusal that has words has them in both languages, with what to do next', () => {
  for (const { ja, en } of [{ ja: texts.ja.words, en: texts.en.words }, iphoneWords]) {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(ja).toSorted())
    for (const words of [...Object.values(ja), ...Object.values(en)]) {
      expect(words.what, JSON.stringify(words)).not.toBe('')
      expect(words.next.length, words.what).toBeGreaterThan(0)
    }
  }
})

test('1-D a code that is told as another has none of its own, and that other has words', () => {
  for (const [code, other] of Object.entries(sameAs)) {
    expect(texts.ja.words[code], code).toBeUndefined()
    expect(texts.ja.words[other], code).toBeDefined()
  }
})
