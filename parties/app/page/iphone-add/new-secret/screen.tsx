/** 3-D ①–④: PIN and password of the card on the iPhone, one entry a screen, each typed twice. */
import { isPin, isSigningPassword } from '@kazashi/lifecycle'
import {
  Button,
  CheckBox,
  Disclosure,
  Screen,
  SecretForm,
  useTexts,
  Waiting,
  Warning,
} from '@kazashi/ui'
import { useId, useState } from 'react'
import type { Frame } from '../../frame.ts'
import type { IphoneApplyEvent, IphoneStateOf } from '../table.ts'
import { texts } from './texts.ts'

type State = IphoneStateOf<'pin' | 'pin-again' | 'password' | 'password-again'>

/** The result of pressing 「次へ」 with the entry. */
function entered(
  name: State['name'],
  value: string,
  insists: boolean,
  sameAsCard: boolean,
): IphoneApplyEvent {
  switch (name) {
    case 'pin':
      return { type: 'pin-entered', value, insists }
    case 'password':
      return sameAsCard ? { type: 'same-as-card' } : { type: 'password-entered', value }
    default:
      return { type: 'repeated', value }
  }
}

export function IphoneNewSecret(props: {
  state: State
  send: (event: IphoneApplyEvent) => void
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const form = useId()
  const [insists, setInsists] = useState(false)
  const [sameAsCard, setSameAsCard] = useState(false)
  const { name, fault } = state
  const kind = name === 'pin' || name === 'pin-again' ? 'pin' : 'password'
  const again = name === 'pin-again' || name === 'password-again'
  const warnings = 'warnings' in state ? state.warnings : []
  return (
    <Screen
      {...frame}
      title={t.title[name]}
      actions={
        <>
          <Button type="submit" form={form}>
            {t.next}
          </Button>
          {again && fault === 'differs' && (
            <Button look="second" onPress={() => send({ type: 'back' })}>
              {t.chooseAgain}
            </Button>
          )}
        </>
      }
    >
      <p className="font-bold">{t.lead[name]}</p>
      <p className="rounded-12 bg-accent-soft px-4 py-3 large:px-3">{t.whose[name]}</p>
      <SecretForm
        id={form}
        kind={kind}
        name={`new-${name}`}
        label={t.label[kind]}
        hint={t.hint[kind]}
        secret="new"
        fits={kind === 'pin' ? isPin : isSigningPassword}
        fault={fault}
        faults={t.faults[kind]}
        unneeded={sameAsCard}
        onChange={() => setInsists(false)}
        onEnter={({ value }) => send(entered(name, value, insists, sameAsCard))}
      >
        {name === 'password' &&
          (state.cardPasswordKnown ? (
            <CheckBox checked={sameAsCard} onChange={setSameAsCard} note={t.sameNote}>
              {t.same}
            </CheckBox>
          ) : (
            <p className="text-base text-ink-soft">{t.sameGone}</p>
          ))}
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
      <Disclosure title={t.about[kind]}>
        <p>{t.aboutText[kind]}</p>
      </Disclosure>
    </Screen>
  )
}

export function SettingSecrets({ frame }: { frame: Frame }) {
  const t = useTexts(texts)
  return (
    <Screen {...frame} title={t.setting}>
      <Waiting>{t.settingLead}</Waiting>
    </Screen>
  )
}
