/** Buttons and links that look like buttons: 44 px and more, one look for the main action of a screen. */
import type { ReactNode } from 'react'
import { Button as AriaButton, Link as AriaLink } from 'react-aria-components'

const looks = {
  main: 'w-full bg-accent text-on-accent font-bold text-lg hover:bg-accent-deep',
  second: 'w-full border border-accent text-accent bg-ground font-bold hover:bg-accent-soft',
  small: 'border border-edge text-ink bg-ground text-sm px-3! hover:bg-surface',
  call: 'bg-accent text-on-accent font-bold hover:bg-accent-deep',
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
  /** While true the button answers nothing and says that it is waiting. */
  readonly busy?: boolean
  readonly label?: string
  readonly lang?: string
}

export function Button({ look = 'main', busy = false, label, lang, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      isPending={busy}
      className={`${shape} ${looks[look]} ${look === 'main' || look === 'second' ? 'min-h-14!' : ''}`}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(lang === undefined ? {} : { lang })}
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
