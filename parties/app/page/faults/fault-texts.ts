/** The parts of a refusal's words, in every language. */
import type { ErrorWords } from '@kazashi/ui'
import type { SpokenCode } from './codes.ts'

export interface FaultTexts {
  readonly words: Readonly<Record<SpokenCode, ErrorWords>>
  readonly unexpected: ErrorWords
  /** To the page that has the cards and their reader. */
  readonly toDesk: string
  readonly triesLeft: (left: number) => string
  /** @param aheadBy milliseconds that the phone's clock is ahead; negative: behind */
  readonly clock: (aheadBy: number) => string
}
