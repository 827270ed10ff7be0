/**
 * A telephone number. In a sandbox it is to be read and never a link, as it is the real line's, and practice must not ring there;
 * where a Kazashi operates, pressing it calls.
 */
import { isOperating } from './operating.ts'
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: { practice: '（練習のため、押してもかかりません）' },
  en: { practice: '(practice: this is not a link, and calls nobody)' },
})

const look = 'text-lg whitespace-nowrap'

export function Telephone({ number }: { readonly number: string }) {
  const t = useTexts(texts)
  if (isOperating())
    return (
      <a href={`tel:${number}`} data-telephone={number} className={`font-bold underline ${look}`}>
        {number}
      </a>
    )
  return (
    <>
      <b data-telephone={number} className={look}>
        {number}
      </b>{' '}
      <span className="inline-block text-base text-ink-soft">{t.practice}</span>
    </>
  )
}
