/** A state in one word: never by its colour alone. */
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

const tones = {
  good: { look: 'bg-good-soft text-good', icon: 'check' },
  wait: { look: 'bg-accent-soft text-accent', icon: 'clock' },
  warn: { look: 'bg-warn-soft text-warn', icon: 'warn' },
  stop: { look: 'bg-bad-soft text-bad', icon: 'lock' },
  plain: { look: 'bg-surface text-ink', icon: 'info' },
} as const satisfies Record<string, { look: string; icon: IconName }>

export type ChipTone = keyof typeof tones

export function Chip(props: {
  readonly tone: ChipTone
  /** Default: that of the tone. */
  readonly icon?: IconName
  readonly children: ReactNode
}) {
  const { look, icon } = tones[props.tone]
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full px-3 py-0.5 text-sm leading-normal font-bold forced-colors:border ${look}`}
    >
      <Icon name={props.icon ?? icon} size="sign" />
      <span>{props.children}</span>
    </span>
  )
}
