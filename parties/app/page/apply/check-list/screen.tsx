/** 2-A, 2-B: the things to have at hand and in order before anything is typed. The app checks itself whatever it can see. */
import type { ApplicationPurpose } from '@kazashi/lifecycle'
import { Button, CheckBox, CommonFault, Disclosure, Screen, Spinner, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import { Fault } from '../../faults/fault.tsx'
import type { Frame } from '../../frame.ts'
import type { Go } from '../../place-name.ts'
import { type ApplyEvent, type ApplyState, type CheckItem, checkItems } from '../table.ts'
import { texts } from './texts.ts'

export function CheckList(props: {
  state: Extract<ApplyState, { name: 'check-list' }>
  send: (event: ApplyEvent) => void
  frame: Frame
  purpose: ApplicationPurpose
  go: Go
}) {
  const { state, send, frame, purpose, go } = props
  const t = useTexts(texts)
  const fault = useId()
  const { refusals } = state
  const codes = refusals?.map(({ code }) => code) ?? []
  const blocked = codes.length > 0
  const missing = !blocked && state.asked && state.ticked.length < checkItems.length
  /** The app's own findings are shown only once they are known. */
  const noteOf = (item: CheckItem) => {
    if (item === 'card' || item === 'password') return t.notes[item]
    if (refusals === undefined) return t.checking
    return blocked ? '' : t.notes[item]
  }
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={
        <>
          {codes.includes('NETWORK') && (
            <Button onPress={() => send({ type: 'again' })}>{t.again}</Button>
          )}
          {codes.includes('CREDENTIAL_SUSPENDED') && (
            <Button onPress={() => go('resume')}>{t.resume}</Button>
          )}
          {blocked ? (
            <Button look="second" onPress={frame.onHome}>
              {t.home}
            </Button>
          ) : (
            <Button onPress={() => send({ type: 'next' })}>{t.next}</Button>
          )}
        </>
      }
    >
      {state.ended !== undefined && <Fault refusal={state.ended} />}
      {refusals?.map((refusal) => (
        <Fault key={refusal.code} refusal={refusal} />
      ))}
      {!blocked && (
        <>
          {purpose !== 'new' && (
            <p className="rounded-12 bg-accent-soft px-4 py-3 large:px-3">{t.why[purpose]}</p>
          )}
          <p>{t.lead}</p>
          {missing && <CommonFault id={fault}>{t.missing}</CommonFault>}
          <div className="grouped flex flex-col divide-y divide-line">
            {checkItems.map((item) => (
              <CheckBox
                key={item}
                checked={state.ticked.includes(item)}
                onChange={(checked) => send({ type: 'ticked', item, checked })}
                faultId={missing && !state.ticked.includes(item) ? fault : undefined}
                note={noteOf(item)}
              >
                {t.items[item]}
              </CheckBox>
            ))}
          </div>
          <Disclosure title={t.unsure}>
            <ul className="flex list-disc flex-col gap-2 pl-[1.4em]">
              {[...t.answers, t.phones[purpose], t.others].map((answer) => (
                <li key={answer}>{answer}</li>
              ))}
            </ul>
          </Disclosure>
        </>
      )}
      {(state.models ?? []).length > 0 && (
        <Disclosure title={t.models}>
          <ul className="list-disc pl-[1.4em]">
            {state.models?.map((model) => (
              <li key={model}>{model}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {state.asked && refusals === undefined && (
        <p role="status" className="flex items-center gap-2">
          <Spinner /> {t.checking}
        </p>
      )}
    </Screen>
  )
}
