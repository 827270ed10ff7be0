/** What the words of refusals are made of, in every language. */
import type { ErrorWords } from '@kazashi/ui'

export interface FaultTexts {
  readonly words: Readonly<Record<string, ErrorWords>>
  readonly unexpected: ErrorWords
  readonly triesLeft: (left: number) => string
}
