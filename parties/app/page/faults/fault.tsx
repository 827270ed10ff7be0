/** A refusal on the screen where it happened. */
import { ErrorSummary, type ErrorWords, type Texts, useTexts } from '@kazashi/ui'
import { createContext, use } from 'react'
import { type FaultCode, type SpecialCode, sameAs } from './codes.ts'
import { isSpokenCode } from './known-codes.ts'
import type { Refusal } from './refusal.ts'
import { texts } from './texts.ts'

export type SpecialTexts = { readonly [code in SpecialCode]?: ErrorWords }
const nothing: Texts<SpecialTexts> = { ja: {}, en: {} }

/** Words that come first on some screens: by code, or where the code is about one of several secrets by `CODE secret`. */
export const SpecialWords = createContext<Texts<SpecialTexts>>(nothing)

const others: { readonly [code in FaultCode]?: FaultCode } = sameAs

export function Fault({ refusal }: { refusal: Refusal }) {
  const t = useTexts(texts)
  const special = useTexts(use(SpecialWords))
  const { secret, triesLeft: left, aheadBy } = refusal
  const code = others[refusal.code] ?? refusal.code
  const words =
    (secret && special[`${code} ${secret}`]) ??
    special[code] ??
    (isSpokenCode(code) ? t.words[code] : t.unexpected)
  return (
    <ErrorSummary key={refusal.code} words={words} code={refusal.answered ?? refusal.code}>
      {left !== undefined && left > 0 && <p className="font-bold">{t.triesLeft(left)}</p>}
      {aheadBy !== undefined && <p className="font-bold">{t.clock(aheadBy)}</p>}
    </ErrorSummary>
  )
}
