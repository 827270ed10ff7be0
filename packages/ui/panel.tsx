/** A tinted panel without a border: a state that needs a sentence, with a drawing beside it where there is one. */
import type { ReactNode } from 'react'

const tones = {
  info: 'bg-accent-soft',
  good: 'bg-good-soft',
  warn: 'bg-warn-soft',
  plain: 'bg-surface',
} as const

export function Panel(props: {
  readonly tone: keyof typeof tones
  readonly title?: string
  readonly drawing?: ReactNode
  readonly children?: ReactNode
}) {
  const { tone, title, drawing, children } = props
  return (
    <div
      className={`flex items-center gap-4 rounded-12 p-4 large:flex-col large:items-start large:px-3 ${tones[tone]}`}
    >
      {drawing}
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        {title !== undefined && <p className="leading-snug font-bold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
