/** Buttons and links that look like buttons: 44 px and more, one look for the main action of a screen. */
import type { ReactNode } from 'react'
import { Button as AriaButton, Link as AriaLink } from 'react-aria-components'
import { onePress } from './one-press.ts'

/** A border that cannot be seen is drawn where a person has chosen the colours (forced colours): without, no button is left. */
const looks = {
  /** The next step: one on a screen, filled. */
  main: 'w-full min-h-14! border-2 border-transparent bg-accent text-on-accent font-bold text-lg hover:bg-accent-deep',
  /** The way out of it. */
  second:
    'w-full min-h-14! border-2 border-accent text-accent bg-transparent font-bold text-lg hover:bg-accent-soft',
  small: 'border border-edge text-ink bg-field text-sm px-3! hover:bg-surface',
  /** One of several answers: the one chosen has a ring, a tint and a tick, and is never filled. */
  choice:
    'w-full border-2 border-line text-accent bg-field hover:bg-accent-soft min-h-14! font-bold aria-pressed:border-accent aria-pressed:bg-accent-soft',
  danger:
    'w-full min-h-14! border-2 border-transparent bg-bad text-on-bad font-bold text-lg hover:brightness-90',
  call: 'border-2 border-transparent bg-accent text-on-accent font-bold hover:bg-accent-deep',
  plain: 'quiet-link px-1!',
  /** In the head of a screen: a word with its icon. */
  head: 'text-accent font-bold px-1! gap-1! hover:underline underline-offset-4',
} as const
const shape =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-button px-4 py-2 text-center leading-snug cursor-pointer'

/** Looks of a screen's next step, which is never under the fold. */
const nextSteps: ReadonlySet<keyof typeof looks> = new Set(['main', 'danger'])

/** Looks of buttons that stay where they are, so that two presses may be meant. */
const repeated: ReadonlySet<keyof typeof looks> = new Set(['small', 'choice'])

export interface ButtonProps {
  readonly look?: keyof typeof looks
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly type?: 'button' | 'submit'
  /** Id of the form that a submit button outside it belongs to. */
  readonly form?: string
  readonly label?: string
  readonly lang?: string
  /** For one of several answers: whether it is the one chosen. */
  readonly pressed?: boolean
  /** Id of the button's description. */
  readonly describedBy?: string
}

export function Button(props: ButtonProps) {
  const { look = 'main', label, lang, describedBy, pressed, onPress, ...rest } = props
  const onClick = repeated.has(look) ? () => onPress?.() : onePress(onPress)
  return (
    <AriaButton
      {...rest}
      onClick={onClick}
      className={`${shape} ${looks[look]}`}
      {...(nextSteps.has(look) ? { 'data-next-step': '' } : {})}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(lang === undefined ? {} : { lang })}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
    />
  )
}

/** A link to another place; `look` as of a button. */
export function ButtonLink(props: {
  readonly look?: keyof typeof looks
  readonly href: string
  readonly children: ReactNode
}) {
  const { look = 'plain' } = props
  return (
    <AriaLink
      href={props.href}
      className={`${shape} ${looks[look]}`}
      {...(nextSteps.has(look) ? { 'data-next-step': '' } : {})}
    >
      {props.children}
    </AriaLink>
  )
}
