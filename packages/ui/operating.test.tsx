import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { noteSandbox } from './operating.ts'
import { Telephone } from './telephone.tsx'
import { defineTexts, LanguageProvider, useTexts } from './texts.tsx'

afterEach(() => noteSandbox(undefined))

const texts = defineTexts({
  ja: { name: '窓口（練習用）', words: { a: { what: 'あ' }, b: { what: 'い' } } },
  en: { name: 'Counter (practice)', words: { a: { what: 'a' }, b: { what: 'b' } } },
  operating: {
    ja: { name: '窓口', words: { b: { what: 'う' } } },
    en: { name: 'Counter' },
  },
})

const Shown = () => JSON.stringify(useTexts(texts))

function shownIn(language: 'ja' | 'en'): string | null {
  cleanup()
  render(
    <LanguageProvider first={language}>
      <Shown />
    </LanguageProvider>,
  )
  return document.body.textContent
}

test('1-C② words for an operating Kazashi stand in place of those that speak of practice, at any depth, and nowhere else', () => {
  expect(shownIn('ja')).toBe(JSON.stringify(texts.ja))
  noteSandbox({ sandbox: false })
  const words = { a: { what: 'あ' }, b: { what: 'う' } }
  expect(shownIn('ja')).toBe(JSON.stringify({ name: '窓口', words }))
  expect(shownIn('en')).toBe(JSON.stringify({ ...texts.en, name: 'Counter' }))
})

test('1-D a number is called by a press only where a Kazashi operates: in a sandbox it is the real line’s', () => {
  const shown = () => {
    cleanup()
    render(<Telephone number="0120-95-0178" />)
    return screen.queryByRole('link')?.getAttribute('href')
  }
  expect(shown()).toBeUndefined()
  noteSandbox({ sandbox: false })
  expect(shown()).toBe('tel:0120-95-0178')
})
