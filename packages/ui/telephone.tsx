/** A telephone number to be read: never a link, as the number on these screens is the real line's, and practice must not ring there. */
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: { practice: '（練習のため、押してもかかりません）' },
  en: { practice: '(practice: pressing it does not call)' },
})

export function Telephone({ number }: { readonly number: string }) {
  const t = useTexts(texts)
  return (
    <>
      <b data-telephone={number} className="text-lg whitespace-nowrap">
        {number}
      </b>{' '}
      <span className="inline-block text-base text-ink-soft">{t.practice}</span>
    </>
  )
}
