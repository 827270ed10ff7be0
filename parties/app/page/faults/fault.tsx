/** A refusal on the screen where it happened. */
import { ErrorSummary, type ErrorWords, type Texts, useTexts } from '@kazashi/ui'
import { createContext, use } from 'react'
import type { Refusal } from '../procedures/problem.ts'
import { sameAs, texts } from './texts.ts'

type Words = Readonly<Record<string, ErrorWords>>
const nothing: Texts<Words> = { ja: {}, en: {} }

/** Words that come first on some screens: by code, or where the code is about one of several secrets by `CODE secret`. */
export const SpecialWords = createContext<Texts<Words>>(nothing)

export function Fault({ refusal }: { refusal: Refusal }) {
  const t = useTexts(texts)
  const special = useTexts(use(SpecialWords))
  const code = sameAs[refusal.code] ?? refusal.code
  const words =
    special[`${code} ${refusal.secret ?? ''}`] ?? special[code] ?? t.words[code] ?? t.unexpected
  const left = refusal.triesLeft
  return (
    <ErrorSummary key={refusal.code} words={words} code={refusal.code}>
      {left !== undefined && left > 0 && <p className="font-bold">{t.triesLeft(left)}</p>}
    </ErrorSummary>
  )
}
