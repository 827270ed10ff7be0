/** 2-D ②: the phone's own authentication PIN, twice, with 「入力内容を表示する」 on both. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { Button, CheckBox, CodeField, Disclosure, Screen, useTexts, Warning } from '@kazashi/ui'
import { useId, useState } from 'react'
import type { NewSecretFault, PinEntered, PinWarning } from '../../card/card-steps.ts'
import type { Frame } from '../../frame.ts'
import { texts } from './texts.ts'

export function Pin(props: {
  state: { readonly fault?: NewSecretFault; readonly warnings: readonly PinWarning[] }
  send: (event: PinEntered) => void
  frame: Frame
  /** Default: Android. */
  platform?: PhonePlatform
}) {
  const { state, send, frame, platform = 'android' } = props
  const t = useTexts(texts)
  const form = useId()
  const [pin, setPin] = useState('')
  const [repeated, setRepeated] = useState('')
  const [insists, setInsists] = useState(false)
  const { fault, warnings } = state
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={
        <Button type="submit" form={form}>
          {t.next}
        </Button>
      }
    >
      <p className="font-bold">{t.lead[platform]}</p>
      <p className="rounded-8 bg-accent-soft px-3 py-2">{t.whose[platform]}</p>
      <form
        id={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send({ type: 'pin-entered', pin, repeated, insists })
        }}
        className="flex flex-col gap-4"
      >
        <CodeField
          kind="pin"
          name="new-pin"
          label={t.label}
          hint={t.hint}
          value={pin}
          onChange={(value) => {
            setPin(value)
            setInsists(false)
          }}
          autoComplete="new-password"
          {...(fault === 'form' ? { error: t.faults.form } : {})}
        />
        <CodeField
          kind="pin"
          name="new-pin-again"
          label={t.repeat}
          hint={t.hint}
          value={repeated}
          onChange={setRepeated}
          autoComplete="new-password"
          {...(fault === 'differs' ? { error: t.faults.differs } : {})}
        />
        {warnings.length > 0 && (
          <Warning title={t.weakTitle}>
            <ul className="list-disc pl-6">
              {warnings.map((warning) => (
                <li key={warning}>{t.warnings[warning]}</li>
              ))}
            </ul>
            <CheckBox checked={insists} onChange={setInsists}>
              {t.insist}
            </CheckBox>
          </Warning>
        )}
      </form>
      <Disclosure title={t.about[platform]}>
        <p>{t.aboutText}</p>
      </Disclosure>
    </Screen>
  )
}
