/** 2-D ②: the phone's own authentication PIN, twice, with 「入力内容を表示する」 on both. */
import { isPin, type PhonePlatform } from '@kazashi/lifecycle'
import { Button, CheckBox, Disclosure, Screen, SecretForm, useTexts, Warning } from '@kazashi/ui'
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
  const [insists, setInsists] = useState(false)
  const { warnings } = state
  return (
    <Screen
      {...frame}
      title={t.title[platform]}
      actions={
        <Button type="submit" form={form}>
          {t.next}
        </Button>
      }
    >
      <p className="font-bold">{t.lead[platform]}</p>
      <p className="rounded-12 bg-accent-soft px-4 py-3 large:px-3">{t.whose[platform]}</p>
      <SecretForm
        id={form}
        kind="pin"
        name="new-pin"
        label={t.label[platform]}
        hint={t.hint[platform]}
        repeat={{ lead: t.repeat, label: t.again[platform] }}
        secret="new"
        fits={isPin}
        fault={state.fault}
        faults={{ form: t.faults.form[platform], differs: t.faults.differs }}
        onChange={() => setInsists(false)}
        onEnter={({ value, repeated }) =>
          send({ type: 'pin-entered', pin: value, repeated, insists })
        }
      >
        {warnings.length > 0 && (
          <Warning title={t.weakTitle}>
            <ul className="list-disc pl-[1.4em]">
              {warnings.map((warning) => (
                <li key={warning}>{t.warnings[warning]}</li>
              ))}
            </ul>
            <CheckBox checked={insists} onChange={setInsists}>
              {t.insist}
            </CheckBox>
          </Warning>
        )}
      </SecretForm>
      <Disclosure title={t.about[platform]}>
        <p>{t.aboutText}</p>
      </Disclosure>
    </Screen>
  )
}
