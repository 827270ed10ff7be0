/** A state at a glance, in a tinted panel: a word with its icon or a drawing, a sentence; and facts as name and value. */
import type { ReactNode } from 'react'
import { Drawing, type DrawingName } from './drawing.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

const tones = {
  plain: { box: 'bg-surface', word: 'text-ink', icon: undefined },
  wait: { box: 'bg-accent-soft', word: 'text-accent', icon: 'clock' },
  good: { box: 'bg-good-soft', word: 'text-good', icon: 'check' },
  stop: { box: 'bg-warn-soft', word: 'text-warn', icon: 'warn' },
} as const satisfies Record<string, { box: string; word: string; icon: IconName | undefined }>

export function StateCard(props: {
  readonly tone: keyof typeof tones
  readonly state: string
  readonly drawing?: DrawingName
  readonly children: ReactNode
}) {
  const { box, word, icon } = tones[props.tone]
  return (
    <section
      aria-live="polite"
      className={`flex flex-col gap-2 rounded-16 p-4 forced-colors:border large:px-3 ${box}`}
    >
      <div className="flex items-center gap-4 large:flex-col large:items-start">
        {props.drawing !== undefined && <Drawing name={props.drawing} size="beside" />}
        <p className={`flex gap-2 text-xl leading-snug font-bold ${word}`}>
          {icon !== undefined && props.drawing === undefined && (
            <Icon name={icon} size="sign" tone="mt-1" />
          )}
          <span>{props.state}</span>
        </p>
      </div>
      {props.children}
    </section>
  )
}

/** @param facts pairs of name and value; names differ from each other */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="divide-y divide-line">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-4 py-2">
          {/* A value that has no room beside its name begins where the name does. */}
          <dt className="grow text-ink-soft">{name}</dt>
          <dd className="font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
