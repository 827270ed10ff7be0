/** A check box whose whole line can be pressed, with an explanation and an error in words, which takes the focus to it. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Checkbox } from 'react-aria-components'

export function CheckBox(props: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly children: ReactNode
  readonly note?: string
  readonly error?: string
  /** Id of a fault that several boxes have in common (`CommonFault`). */
  readonly faultId?: string | undefined
}) {
  const about = useId()
  const input = useRef<HTMLInputElement>(null)
  const { error, faultId } = props
  const hasAbout = props.note !== undefined || error !== undefined
  const isInvalid = error !== undefined || faultId !== undefined
  const described = [...(hasAbout ? [about] : []), ...(faultId === undefined ? [] : [faultId])]
  useEffect(() => {
    // Of several faults on a screen the first has the focus.
    if (isInvalid && !document.activeElement?.matches('[aria-invalid=true]')) {
      input.current?.focus()
    }
  }, [isInvalid])
  return (
    <div className="py-1">
      <Checkbox
        inputRef={input}
        isSelected={props.checked}
        onChange={props.onChange}
        isInvalid={isInvalid}
        {...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {})}
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
          {error !== undefined && <p className="font-bold text-bad">✕ {error}</p>}
        </div>
      )}
    </div>
  )
}

/** A fault of several check boxes together. */
export const CommonFault = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} role="alert" className="font-bold text-bad">
    ✕ {children}
  </p>
)
