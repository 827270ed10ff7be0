/** A refusal on the screen where it happened. */
import { ErrorSummary, useTexts } from '@kazashi/ui'
import type { Refusal } from '../procedures/problem.ts'
import { sameAs, texts } from './texts.ts'

export function Fault({ refusal }: { refusal: Refusal }) {
  const t = useTexts(texts)
  const words = t.words[sameAs[refusal.code] ?? refusal.code] ?? t.unexpected
  return <ErrorSummary key={refusal.code} words={words} code={refusal.code} />
}
