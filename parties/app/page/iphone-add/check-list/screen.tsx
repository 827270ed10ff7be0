/** 3-A: the things to have at hand before anything is typed. */
import { Button, CheckBox, CommonFault, Disclosure, Screen, useTexts } from '@kazashi/ui'
import { useId } from 'react'
import { Fault } from '../../faults/fault.tsx'
import type { Frame } from '../../frame.ts'
import { Models } from '../models.tsx'
import { type IphoneApplyEvent, type IphoneStateOf, iphoneCheckItems } from '../table.ts'
import { texts } from './texts.ts'

export function IphoneCheckList(props: {
  state: IphoneStateOf<'check-list'>
  send: (event: IphoneApplyEvent) => void
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const fault = useId()
  const { support } = state
  const missing = state.asked && state.ticked.length < iphoneCheckItems.length
  const known =
    support.name === 'checking' || support.name === 'unknown' ? support.name : 'supported'
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={<Button onPress={() => send({ type: 'next' })}>{t.next}</Button>}
    >
      {state.ended !== undefined && <Fault refusal={state.ended} />}
      <p>{t.lead}</p>
      {missing && <CommonFault id={fault}>{t.missing}</CommonFault>}
      <div className="grouped flex flex-col divide-y divide-line">
        {iphoneCheckItems.map((item) => (
          <CheckBox
            key={item}
            checked={state.ticked.includes(item)}
            onChange={(checked) => send({ type: 'ticked', item, checked })}
            faultId={missing && !state.ticked.includes(item) ? fault : undefined}
            note={item === 'phone' || item === 'app' ? t.notes[item][known] : t.notes[item]}
          >
            {t.items[item]}
          </CheckBox>
        ))}
      </div>
      <Disclosure title={t.unsure}>
        <ul className="flex list-disc flex-col gap-2 pl-[1.4em]">
          {t.answers.map((answer) => (
            <li key={answer}>{answer}</li>
          ))}
        </ul>
      </Disclosure>
      <Models models={state.models} />
    </Screen>
  )
}
