/** A row to press: a place to go, or one of several ways; below its title its purpose. The whole row takes the press. */
import { type ReactNode, useId } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'
import { onePress } from './one-press.ts'

export function Choice(props: {
  readonly text: string
  readonly note?: string
  readonly icon?: IconName
  /** A state, before the sign that it leads on. */
  readonly chip?: ReactNode
  /** What it leads to cannot be undone. */
  readonly grave?: boolean
  readonly onPress: () => void
}) {
  const about = useId()
  const { note, icon, chip, grave = false } = props
  const tone = grave ? 'text-bad' : 'text-accent'
  return (
    <div className="row-tint flex min-h-15 items-center gap-4 py-1 large:gap-3">
      {icon !== undefined && <Icon name={icon} tone={tone} />}
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
        <div className="min-w-[min(100%,8em)] flex-1">
          <AriaButton
            onClick={onePress(props.onPress)}
            className={`flex min-h-11 w-full cursor-pointer text-left leading-snug font-bold after:absolute after:inset-0 ${note === undefined ? 'items-center' : '-mt-1.5 items-end pt-3'} ${grave ? 'text-bad' : 'text-ink'}`}
            {...(note === undefined ? {} : { 'aria-describedby': about })}
          >
            {props.text}
          </AriaButton>
          {note !== undefined && (
            <p id={about} className="pb-2 text-sm leading-normal text-ink-soft">
              {note}
            </p>
          )}
        </div>
        {chip}
      </div>
      <Icon name="next" size="sign" tone={grave ? 'text-bad' : 'text-ink-soft'} />
    </div>
  )
}
