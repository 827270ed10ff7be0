/** 3-C ③: notes and terms. */
import { consentText, currentConsentVersion } from '@kazashi/phone'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show } from '../../test-screen.tsx'
import type { IphoneApplyEvent, IphoneStateOf } from '../table.ts'
import { IphoneNotes } from './screen.tsx'

const agreement = '注意事項を確認し、利用規約に同意します'
const notes = (more: Partial<IphoneStateOf<'notes'>> = {}, language: 'ja' | 'en' = 'ja') =>
  show<IphoneApplyEvent>(
    ({ send, frame }) => (
      <IphoneNotes
        state={{ name: 'notes', agreed: false, missing: false, ...more }}
        send={send}
        frame={frame}
      />
    ),
    language,
  )

test('3-C ③ the data read from the card, one phone a person, and the time of first use', () => {
  const shown = notes()
  expect(shown.heading()).toBe('注意事項と利用規約')
  expect(shown.text()).toContain(
    '氏名・住所・生年月日・性別・マイナンバー・顔写真をカードから読み取り',
  )
  expect(shown.text()).toContain('本人確認のために、顔の動きを撮影します。')
  expect(shown.text()).toContain('追加できるのは、お一人につき1台だけです。')
  expect(shown.text()).toContain('8:00～19:30に追加した場合はおおむね数分後')
  expect(shown.text()).toContain('それ以外は翌日8:00以降です（平日・土日祝日とも）。')
})

test('3-C ③ the terms are shown whole, as they are signed', () => {
  const paragraphs = (consentText(currentConsentVersion) ?? '').split('\n')
  expect(paragraphs.length).toBeGreaterThan(1)
  const text = notes().text()
  for (const paragraph of paragraphs) expect(text).toContain(paragraph)
})

test('3-C ③ 「次へ」 needs the tick, and says so at the box', async () => {
  const shown = notes()
  expect(shown.text()).not.toContain('読んでから、チェックを付けてください。')
  expect(shown.buttons()).toEqual(['次へ'])
  await shown.press('次へ')
  await shown.tick(agreement)
  expect(shown.sent).toEqual([{ type: 'next' }, { type: 'agreed', checked: true }])
  const missing = notes({ missing: true })
  expect(missing.text()).toContain('読んでから、チェックを付けてください。')
  expect(screen.getByRole('checkbox', { name: agreement })).toBe(document.activeElement)
})

test('3-C ③ the agreement can be taken back', async () => {
  const shown = notes({ agreed: true })
  await shown.tick(agreement)
  expect(shown.sent).toEqual([{ type: 'agreed', checked: false }])
})

test('3-C ③ in English the terms alone are Japanese, with the reason', () => {
  const shown = notes({ missing: true }, 'en')
  expect(shown.heading()).toBe('Notes and terms of use')
  expect(shown.text()).toContain('The official notes are in Japanese only.')
  const terms = document.querySelector('[lang=ja]:not(html)')?.textContent ?? ''
  expect(terms).toContain('虚偽の申請')
  expect(shown.text().replace(terms, '')).not.toMatch(
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
  )
  expect(notes().text()).not.toContain('The official notes')
})
