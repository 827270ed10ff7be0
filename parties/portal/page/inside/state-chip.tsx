/** The state of an application in a word. */
import { Chip, type ChipTone, useTexts } from '@kazashi/ui'
import type { Line } from './shapes.ts'
import { texts } from './texts.ts'

const tones: Readonly<Record<Line['state'], ChipTone>> = {
  draft: 'plain',
  received: 'wait',
  checking: 'wait',
  done: 'good',
}

export function StateChip({ line }: { readonly line: Line }) {
  const t = useTexts(texts)
  const { state, at = 0, of = 0 } = line
  return (
    <span>
      <Chip tone={tones[state]}>{state === 'draft' ? t.draftOf(at, of) : t.states[state]}</Chip>
    </span>
  )
}
