/** 2-C ⑤⑥: the choice of certificates, the notes to the end, 「確認しました」, 「申請する」: one screen, as in the course. */
import { certificateKinds } from '@kazashi/lifecycle'
import { consentText, currentConsentVersion } from '@kazashi/phone'
import { Button, CheckBox, CommonFault, Disclosure, Screen, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import type { Frame } from '../../frame.ts'
import type { ApplyEvent, ApplyState } from '../table.ts'
import { texts } from './texts.ts'

const notes = (consentText(currentConsentVersion) ?? '').split('\n')

export function ChooseCertificates(props: {
  state: Extract<ApplyState, { name: 'choose' }>
  send: (event: ApplyEvent) => void
  frame: Frame
}) {
  const { state, send, frame } = props
  const fault = useId()
  const t = useTexts(texts)
  const [heading, ...paragraphs] = notes
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={<Button onPress={() => send({ type: 'apply' })}>{t.apply}</Button>}
    >
      <p>{t.lead}</p>
      <div className="rounded-12 border border-line px-4 py-1">
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
      <p>{t.notesLead}</p>
      {t.japaneseOnly !== '' && <p className="text-ink-soft">{t.japaneseOnly}</p>}
      <section lang="ja" className="rounded-12 bg-surface px-4 py-3">
        <h3 className="text-base">{heading}</h3>
        <ul className="mt-2 flex list-disc flex-col gap-2 pl-5">
          {paragraphs.map((paragraph) => (
            <li key={paragraph}>{paragraph.replace(/^・/, '')}</li>
          ))}
        </ul>
      </section>
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
