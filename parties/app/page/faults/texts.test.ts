import { expect, test } from 'vitest'
import { iphoneOnly, sameAs, toldAsUnexpected } from './codes.ts'
import { iphoneWords } from './iphone-words.tsx'
import { isFaultCode, isSpokenCode } from './known-codes.ts'
import { texts } from './texts.ts'

test('1-D every refusal that has words has them in both languages, with a next step', () => {
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
    expect(isSpokenCode(code), code).toBe(false)
    expect(isSpokenCode(other), code).toBe(true)
  }
})

test('1-D a code is told in one way: in words, as another, on an iPhone only, or as unexpected', () => {
  const ways = [
    ...Object.keys(texts.ja.words),
    ...Object.keys(sameAs),
    ...iphoneOnly,
    ...toldAsUnexpected,
  ]
  expect(ways.filter((code, at) => ways.indexOf(code) !== at)).toEqual([])
  expect(ways.every(isFaultCode)).toBe(true)
  expect(isFaultCode('STUB_TOMORROW')).toBe(false)
  expect(isFaultCode('toString')).toBe(false)
})
