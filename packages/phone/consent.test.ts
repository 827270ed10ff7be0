import { expect, test } from 'vitest'
import { consentHash, consentText, currentConsent, currentConsentVersion } from './consent.ts'

test('2-C ⑥ 4-B ⑤ the current text is that of two senders, and every line of it is shown', () => {
  const parts = currentConsent()
  expect(parts.map(({ heading }) => heading)).toEqual([
    '【地方公共団体情報システム機構からのお知らせ】スマホ用電子証明書のご利用にあたっての注意事項',
    '【かざしからのお知らせ】',
  ])
  expect(parts.map(({ notes }) => notes.length)).toEqual([5, 2])
  const shown = parts.flatMap(({ heading, notes }) => [heading, ...notes]).join('\n')
  expect(shown).toBe(consentText(currentConsentVersion))
})

test('2-C ⑥ what was agreed to before stays as it was', () => {
  expect(consentHash('2026-11')).toBe('0d37jGqB2Q0R5s4C8t7HBQOBajiFyFBTgfEourx-JmQ')
  expect(consentHash('2026-11.1')).toBe('rPO94aWaFUR-Wt9uMqcKwMet2S5HfEz5jvwInhMhIgQ')
  expect(consentText('2026-10')).toBeUndefined()
})
