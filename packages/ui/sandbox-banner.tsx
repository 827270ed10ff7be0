/** Says on every page that nothing here is real, unless its server said that it operates. */
import { isOperating } from './operating.ts'
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: { sandbox: '練習用（SANDBOX）本物の手続きではありません' },
  en: { sandbox: 'Practice (SANDBOX). Nothing here is real.' },
})

export function SandboxBanner() {
  const t = useTexts(texts)
  if (isOperating()) return undefined
  return (
    <p
      role="note"
      className="bg-[#1a1a1a] px-2 py-0.5 text-center text-xs leading-normal text-white dark:border-b dark:border-line"
    >
      {t.sandbox}
    </p>
  )
}
