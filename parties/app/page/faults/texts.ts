/** Every refusal in words (ja.ts, en.ts): the fact, the reason, the next step. A code without words of its own gets `unexpected`. */
import { defineTexts } from '@kazashi/ui'
import { en } from './en.ts'
import type { FaultTexts } from './fault-texts.ts'
import { ja } from './ja.ts'
import { readerMissing } from './operating.ts'

export const texts = defineTexts<FaultTexts>({
  ja,
  en,
  operating: {
    ja: { words: { READER_MISSING: readerMissing.ja } },
    en: { words: { READER_MISSING: readerMissing.en } },
  },
})
