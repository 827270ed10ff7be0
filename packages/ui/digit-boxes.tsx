/** Four digits as on the paper: one field for fingers, screen readers and paste, drawn as four boxes (3-C ⑤, 3-D ①②). */
import type { RefObject } from 'react'
import { Input } from 'react-aria-components'
import { pinLength } from './secret.ts'

const places = Array.from({ length: pinLength }, (_, place) => place)

/** Inside a `TextField`. The field itself lies over the boxes and cannot be seen; the next box to fill has the mark of the focus. */
export function DigitBoxes(props: {
  readonly input: RefObject<HTMLInputElement | null>
  readonly value: string
  /** Shows the digits, not dots. */
  readonly shown: boolean
  readonly invalid: boolean
}) {
  const { input, value, shown, invalid } = props
  const next = Math.min(value.length, pinLength - 1)
  return (
    <span className="group relative w-full max-w-56 large:max-w-none">
      <Input
        ref={input}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        className="absolute inset-0 z-10 size-full cursor-text opacity-0"
      />
      <span aria-hidden="true" className="grid grid-cols-4 gap-[3%]">
        {places.map((place) => (
          <span
            key={place}
            data-testid="digit-box"
            className={`flex h-14 min-w-0 items-center large:h-16 justify-center rounded-8 border-2 bg-field font-mono text-2xl ${invalid ? 'border-bad' : 'border-edge'} ${place === next ? 'group-focus-within:outline-3 group-focus-within:outline-offset-2 group-focus-within:outline-ink' : ''}`}
          >
            {shown ? value[place] : value[place] && '●'}
          </span>
        ))}
      </span>
    </span>
  )
}
