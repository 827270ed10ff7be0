/** A check box whose whole line can be pressed, with an explanation and an error in words. */
import { type ReactNode, useId } from 'react'
import { Checkbox } from 'react-aria-components'

export function CheckBox(props: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  readonly note?: string
  readonly error?: string
}) {
  const about = useId()
  const hasAbout = props.note !== undefined || props.error !== undefined
  return (
    <div className="py-1">
      <Checkbox
        isSelected={props.checked}
        onChange={props.onChange}
        isInvalid={props.error !== undefined}
        {...(hasAbout ? { 'aria-describedby': about } : {})}
        className="group flex min-h-11 cursor-pointer items-center gap-3 rounded-8 py-1 font-bold"
      >
        <span
          aria-hidden="true"
          className="flex size-7 shrink-0 items-center justify-center rounded-6 border-2 border-edge bg-ground text-on-accent group-data-[invalid]:border-bad group-data-[selected]:border-accent group-data-[selected]:bg-accent"
        >
          <svg
            aria-hidden="true"
            viewBox="0 0 20 20"
            className="size-5 opacity-0 group-data-[selected]:opacity-100"
            fill="none"
            stroke="currentColor"
            strokeWidth="3"
          >
            <path d="M4 10.5l4 4 8-9" />
          </svg>
        </span>
        <span>{props.children}</span>
      </Checkbox>
      {hasAbout && (
        <div id={about} className="pb-2 pl-10 text-base">
          {props.note !== undefined && <p className="text-ink-soft">{props.note}</p>}
          {props.error !== undefined && <p className="font-bold text-bad">✕ {props.error}</p>}
        </div>
      )}
    </div>
  )
}
