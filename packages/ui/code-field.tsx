/** The field for a secret: one kind of secret a field. Paste and password managers are allowed (WCAG 2.2 §3.3.8). */
import { useEffect, useId, useRef, useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { Button } from './button.tsx'
import { useComposed } from './composed.ts'
import { DigitBoxes } from './digit-boxes.tsx'
import { Icon } from './icon.tsx'
import { type SecretChange, tidySecret } from './secret.ts'
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: {
    show: '入力内容を表示する',
    hide: '入力内容を隠す',
    capitals: '小文字を大文字に変えました。',
    halfWidth: '全角の文字を半角に変えました。',
    tooLong: '16文字より長くなっています。多い分を消してください。',
    moreDigits: '数字は4つまでです。5つ目からは入っていません。',
  },
  en: {
    show: 'Show what I typed',
    hide: 'Hide what I typed',
    capitals: 'Small letters have been changed to capitals.',
    halfWidth: 'Full-width characters have been changed to half-width.',
    tooLong: 'This is longer than 16 characters. Please delete the extra ones.',
    moreDigits: 'A PIN has only 4 digits. The fifth was not entered.',
  },
})

export function CodeField(props: {
  /** `password`: letters and digits, 6–16; `pin`: four digits, number pad. */
  readonly kind: 'password' | 'pin'
  readonly label: string
  readonly hint?: string
  /** Id of what describes it, above it. */
  readonly describedBy?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string
  /** `new-password` where one is being set, so that password managers offer to keep it. */
  readonly autoComplete: 'current-password' | 'new-password' | 'off'
  readonly name: string
}) {
  const t = useTexts(texts)
  const [shown, setShown] = useState(false)
  const [changed, setChanged] = useState<SecretChange>()
  const said = useId()
  const note = useRef<HTMLParagraphElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { error } = props
  useEffect(() => {
    if (error !== undefined) input.current?.focus() // brings the field and its error into view
  }, [error])
  useEffect(() => {
    // Below the field, it would come under the actions at the end of a low window.
    if (changed !== undefined) note.current?.scrollIntoView({ block: 'nearest' })
  }, [changed])
  useEffect(() => {
    // Nobody is shown what was typed for the screen before, nor on a page that the browser brings back.
    const hide = () => setShown(false)
    const form = input.current?.form
    form?.addEventListener('submit', hide)
    window.addEventListener('pageshow', hide)
    return () => {
      form?.removeEventListener('submit', hide)
      window.removeEventListener('pageshow', hide)
    }
  }, [])
  const onTyped = (typed: string) => {
    const tidy = tidySecret(typed, props.kind)
    // About the whole field, not the last character alone.
    setChanged((before) => {
      if (tidy.value === '') return undefined
      const stays = before === 'tooLong' || before === 'moreDigits' ? undefined : before
      return tidy.changed ?? stays
    })
    props.onChange(tidy.value)
  }
  const onChange = useComposed(input, onTyped, props.onChange)
  const isPin = props.kind === 'pin'
  const wrong = changed === 'tooLong' || changed === 'moreDigits'
  return (
    <div className="flex flex-col gap-1">
      <TextField
        name={props.name}
        value={props.value}
        type={shown ? 'text' : 'password'}
        inputMode={isPin ? 'numeric' : 'text'}
        autoComplete={props.autoComplete}
        isInvalid={props.error !== undefined}
        {...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy })}
        onChange={onChange}
        className="flex flex-col gap-1"
      >
        <Label className="font-bold">{props.label}</Label>
        {props.hint !== undefined && (
          <Text slot="description" className="text-base text-ink-soft">
            {props.hint}
          </Text>
        )}
        {isPin ? (
          <DigitBoxes
            input={input}
            value={props.value}
            shown={shown}
            invalid={props.error !== undefined}
          />
        ) : (
          <Input
            ref={input}
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            className="min-h-14 w-full rounded-8 border-2 border-edge bg-field px-4 font-mono text-2xl tracking-[0.12em] data-[invalid]:border-bad large:px-3"
          />
        )}
        <FieldError className="flex gap-2 font-bold text-bad">
          <Icon name="error" size="sign" tone="mt-1.5" />
          <span>{props.error}</span>
        </FieldError>
      </TextField>
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <p
          ref={note}
          id={said}
          role="status"
          className={wrong ? 'font-bold text-bad' : 'text-base text-good'}
        >
          {changed === undefined ? '' : t[changed]}
        </p>
        <Button look="plain" onPress={() => setShown(!shown)}>
          <Icon name={shown ? 'eyeoff' : 'eye'} />
          {shown ? t.hide : t.show}
        </Button>
      </div>
    </div>
  )
}
