/** A field for one line of text that is no secret, with a hint above it and an error in words, which takes the focus to it. */
import { useEffect, useRef } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { Icon } from './icon.tsx'

export function TextLine(props: {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  /** HTML §4.10.5.1; default: text. */
  readonly type?: 'text' | 'tel' | 'date'
  /** HTML §4.10.18.7. */
  readonly autoComplete: string
}) {
  const { error, hint } = props
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (error !== undefined && !document.activeElement?.matches('[aria-invalid=true]'))
      input.current?.focus()
  }, [error])
  return (
    <TextField
      name={props.name}
      type={props.type ?? 'text'}
      value={props.value}
      onChange={props.onChange}
      isInvalid={error !== undefined}
      autoComplete={props.autoComplete}
      className="flex flex-col gap-1"
    >
      <Label className="font-bold">{props.label}</Label>
      {hint !== undefined && (
        <Text slot="description" className="text-base text-ink-soft">
          {hint}
        </Text>
      )}
      <Input
        ref={input}
        className="min-h-14 w-full rounded-8 border border-edge bg-field px-3 text-ink data-[invalid]:border-2 data-[invalid]:border-bad"
      />
      <FieldError className="flex gap-2 font-bold text-bad">
        <Icon name="error" size="sign" tone="mt-1.5" />
        <span>{error}</span>
      </FieldError>
    </TextField>
  )
}
