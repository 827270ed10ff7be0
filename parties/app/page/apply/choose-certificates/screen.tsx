/** 2-C ⑤⑥: the choice of certificates, the notes to the end, 「確認しました」, 「申請する」: one screen, as in the course. */
import type { ApplicationPurpose } from '@kazashi/lifecycle'
import { certificateKinds } from '@kazashi/lifecycle'
import { Button, CheckBox, CommonFault, Disclosure, Screen, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import { ConsentNotes } from '../../consent/consent-notes.tsx'
import type { Frame } from '../../frame.ts'
import type { ApplyEvent, ApplyState } from '../table.ts'
import { texts } from './texts.ts'

export function ChooseCertificates(props: {
  state: Extract<ApplyState, { name: 'choose' }>
  send: (event: ApplyEvent) => void
  frame: Frame
  purpose: ApplicationPurpose
}) {
  const { state, send, frame, purpose } = props
  const fault = useId()
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={<Button onPress={() => send({ type: 'apply' })}>{t.apply}</Button>}
    >
      <p>{t.lead}</p>
      <div className="grouped py-1">
        {certificateKinds.map((kind) => (
          <CheckBox
            key={kind}
            checked={state.kinds.includes(kind)}
            onChange={(checked) => send({ type: 'chosen', kind, checked })}
            faultId={state.faults.includes('kinds') ? fault : undefined}
          >
            {t[kind]}
          </CheckBox>
        ))}
        {state.faults.includes('kinds') && <CommonFault id={fault}>{t.kindsMissing}</CommonFault>}
      </div>
      <Disclosure title={t.aboutSigning}>
        <p>{t.aboutSigningText}</p>
      </Disclosure>
      <Disclosure title={t.aboutAuthentication}>
        <p>{t.aboutAuthenticationText}</p>
      </Disclosure>
      <h2 className="text-xl">{t.notesTitle}</h2>
      <p>{t.notesLead[purpose]}</p>
      <ConsentNotes />
      <CheckBox
        checked={state.confirmed}
        onChange={(checked) => send({ type: 'confirmed', checked })}
        {...(state.faults.includes('confirmed') ? { error: t.confirmMissing } : {})}
      >
        {t.confirm}
      </CheckBox>
    </Screen>
  )
}
