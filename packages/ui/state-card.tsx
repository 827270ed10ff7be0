/** A state at a glance: a word, a mark and a colour; and facts as name and value. */
import type { ReactNode } from 'react'

const tones = {
  plain: { box: 'border-line bg-surface', word: 'text-ink', mark: '' },
  wait: { box: 'border-accent bg-accent-soft', word: 'text-accent', mark: '●' },
  good: { box: 'border-good bg-good-soft', word: 'text-good', mark: '✓' },
  stop: { box: 'border-warn bg-warn-soft', word: 'text-warn', mark: '■' },
} as const

export function StateCard(props: {
  readonly tone: keyof typeof tones
  readonly state: string
  readonly children: ReactNode
}) {
  const tone = tones[props.tone]
  return (
    <section
      aria-live="polite"
      className={`flex flex-col gap-3 rounded-16 border-2 px-4 py-4 ${tone.box}`}
    >
      <p className={`text-xl font-bold ${tone.word}`}>
        {tone.mark !== '' && <span aria-hidden="true">{tone.mark} </span>}
        {props.state}
      </p>
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
          <dt>{name}</dt>
          <dd className="ml-auto font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
