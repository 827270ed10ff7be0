/** Every refusal in words (ja.ts, en.ts): what, why, what next. A code without words of its own gets `unexpected`. */
import { defineTexts } from '@kazashi/ui'
import { en } from './en.ts'
import type { FaultTexts } from './fault-texts.ts'
import { ja } from './ja.ts'

export const texts = defineTexts<FaultTexts>({ ja, en })
