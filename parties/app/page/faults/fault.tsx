/** A refusal on the screen where it happened. */
import { ButtonLink, ErrorSummary, type ErrorWords, type Texts, useTexts } from '@kazashi/ui'
import { createContext, use } from 'react'
import { type FaultCode, type SpecialCode, sameAs } from './codes.ts'
import { isSpokenCode } from './known-codes.ts'
import type { Refusal } from './refusal.ts'
import { texts } from './texts.ts'

export type SpecialTexts = { readonly [code in SpecialCode]?: ErrorWords }
const nothing: Texts<SpecialTexts> = { ja: {}, en: {} }

/** Words that come first on some screens: by code, or where the code is about one of several secrets by `CODE secret`. */
export const SpecialWords = createContext<Texts<SpecialTexts>>(nothing)

/** Address of the page that has the cards and their reader; undefined: there is none to lead to. */
export const DeskAddress = createContext<string | undefined>(undefined)

/** The field to correct is on the same screen. */
const corrected: ReadonlySet<string> = new Set([
  'CARD_SECRET_WRONG',
  'SECRET_WRONG',
  'CARD_LAST_TRY',
  'LAST_TRY',
  'CODE_WRONG',
])

const others: { readonly [code in FaultCode]?: FaultCode } = sameAs

export function Fault({ refusal }: { refusal: Refusal }) {
  const t = useTexts(texts)
  const special = useTexts(use(SpecialWords))
  const desk = use(DeskAddress)
  const { secret, triesLeft: left, aheadBy } = refusal
  const code = others[refusal.code] ?? refusal.code
  const words =
    (secret && special[`${code} ${secret}`]) ??
    special[code] ??
    (isSpokenCode(code) ? t.words[code] : t.unexpected)
  return (
    <ErrorSummary
      key={refusal.code}
      words={words}
      code={refusal.answered ?? refusal.code}
      brief={corrected.has(code) && left !== 0}
    >
      {left !== undefined && left > 0 && <p className="font-bold">{t.triesLeft(left)}</p>}
      {aheadBy !== undefined && <p className="font-bold">{t.clock(aheadBy)}</p>}
      {code === 'READER_MISSING' && desk !== undefined && (
        <p className="mt-2">
          <ButtonLink look="second" href={desk}>
            {t.toDesk}
          </ButtonLink>
        </p>
      )}
    </ErrorSummary>
  )
}
