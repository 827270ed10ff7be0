/** 1-A②: opened without a request: the steps to read a QR code with this phone, and a field for its address. */
import { parsePresentationLink } from '@kazashi/phone/presentation'
import { Button, Icon, Screen, useTexts } from '@kazashi/ui'
import { useId, useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import type { Frame } from '../frame.ts'
import { texts } from './texts.ts'

const isLink = (text: string): boolean => {
  try {
    parsePresentationLink(text)
    return true
  } catch {
    return false
  }
}

export function PresentAddress(props: { onOpen: (link: string) => void; frame: Frame }) {
  const t = useTexts(texts).address
  const form = useId()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <Screen
      {...props.frame}
      onBack={props.frame.onLeave}
      title={t.title}
      actions={
        <Button type="submit" form={form}>
          {t.next}
        </Button>
      }
    >
      <ol className="flex list-decimal flex-col gap-2 pl-[1.4em]">
        {t.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (isLink(text)) props.onOpen(text)
          else setWrong(true)
        }}
      >
        <TextField
          name="present-address"
          type="url"
          inputMode="url"
          autoComplete="off"
          value={text}
          isInvalid={wrong}
          onChange={(typed) => {
            setText(typed)
            setWrong(false)
          }}
          className="flex flex-col gap-1"
        >
          <Label className="font-bold">{t.label}</Label>
          <Text slot="description" className="text-base text-ink-soft">
            {t.hint}
          </Text>
          <Input
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            className="min-h-14 w-full rounded-8 border-2 border-edge bg-field px-3 text-base data-[invalid]:border-bad"
          />
          <FieldError className="flex gap-2 font-bold text-bad">
            <Icon name="error" size="sign" tone="mt-1.5" />
            <span>{t.wrong}</span>
          </FieldError>
        </TextField>
      </form>
    </Screen>
  )
}
