/** A refusal on the screen where it happened. */
import { ErrorSummary, useTexts } from '@kazashi/ui'
import type { Refusal } from '../procedures/problem.ts'
import { sameAs, texts } from './texts.ts'

export function Fault({ refusal }: { refusal: Refusal }) {
  const t = useTexts(texts)
  const words = t.words[sameAs[refusal.code] ?? refusal.code] ?? t.unexpected
  const left = refusal.triesLeft
  return (
    <ErrorSummary key={refusal.code} words={words} code={refusal.code}>
      {left !== undefined && left > 0 && <p className="font-bold">{t.triesLeft(left)}</p>}
    </ErrorSummary>
  )
}
