/** A check box whose whole line can be pressed, with an explanation and an error in words, which takes the focus to it. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Checkbox } from 'react-aria-components'
import { Icon } from './icon.tsx'

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
          className="flex size-[1.7em] shrink-0 items-center justify-center rounded-6 border-2 border-edge bg-field text-on-accent group-data-[invalid]:border-bad group-data-[selected]:border-accent group-data-[selected]:bg-accent"
        >
          <Icon name="check" tone="opacity-0 group-data-[selected]:opacity-100" />
        </span>
        <span>{props.children}</span>
      </Checkbox>
      {hasAbout && (
        <div id={about} className="pb-2 pl-[calc(1.7em+12px)] text-base">
          {props.note !== undefined && <p className="text-ink-soft">{props.note}</p>}
          {error !== undefined && <Fault>{error}</Fault>}
        </div>
      )}
    </div>
  )
}

const Fault = ({ children }: { readonly children: ReactNode }) => (
  <span className="flex gap-2 font-bold text-bad">
    <Icon name="error" size="sign" tone="mt-1.5" />
    <span>{children}</span>
  </span>
)

/** A fault of several check boxes together. */
export const CommonFault = ({ id, children }: { id: string; children: ReactNode }) => (
  <p id={id} role="alert">
    <Fault>{children}</Fault>
  </p>
)
