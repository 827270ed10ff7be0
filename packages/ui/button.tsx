/** Buttons and links that look like buttons: 44 px and more, one look for the main action of a screen. */
import type { ReactNode } from 'react'
import { Button as AriaButton, Link as AriaLink } from 'react-aria-components'

/** A border that cannot be seen is drawn where a person has chosen the colours (forced colours): without, no button is left. */
const looks = {
  main: 'w-full border border-transparent bg-accent text-on-accent font-bold text-lg hover:bg-accent-deep',
  second: 'w-full border border-accent text-accent bg-ground font-bold hover:bg-accent-soft',
  small: 'border border-edge text-ink bg-ground text-sm px-3! hover:bg-surface',
  choice: 'w-full border border-edge text-accent bg-ground hover:bg-accent-soft min-h-14!',
  danger:
    'w-full border border-transparent bg-bad text-on-bad font-bold text-lg min-h-14! hover:brightness-90',
  call: 'border border-transparent bg-accent text-on-accent font-bold hover:bg-accent-deep',
  plain: 'quiet-link px-1!',
} as const
const shape =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-8 px-4 py-2 text-center cursor-pointer'

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

export function Button({ look = 'main', label, lang, describedBy, pressed, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={`${shape} ${looks[look]} ${look === 'main' || look === 'second' ? 'min-h-14!' : ''}`}
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
  const look = props.look ?? 'plain'
  return (
    <AriaLink
      href={props.href}
      className={`${shape} ${looks[look]} ${look === 'main' || look === 'second' ? 'min-h-14!' : ''}`}
    >
      {props.children}
    </AriaLink>
  )
}
