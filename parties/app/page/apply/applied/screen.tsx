/** 2-D ③: the application goes out, and is complete: when to expect the notice, also after hours. */
import { Button, FactRows, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import type { ReactNode } from 'react'
import { Fault } from '../../faults/fault.tsx'
import type { Frame } from '../../frame.ts'
import { isAfterHours, isSameDay, momentText } from '../../moment.ts'
import type { NoticeWay } from '../../push/push.ts'
import { StorageNote } from '../../storage-note/note.tsx'
import type { ApplyEvent, ApplyState } from '../table.ts'
import { texts } from './texts.ts'

export function Submitting(props: {
  state: Extract<ApplyState, { name: 'submitting' }>
  send: (event: ApplyEvent) => void
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const refused = state.refusal !== undefined
  return (
    <Screen
      {...frame}
      title={refused ? t.unsent : t.sending}
      actions={refused && <Button onPress={() => send({ type: 'again' })}>{t.again}</Button>}
    >
      {state.refusal === undefined ? (
        <Waiting>{t.sendingLead}</Waiting>
      ) : (
        <>
          <Fault refusal={state.refusal} />
          {state.refusal.code === 'NETWORK' && <p role="status">{t.goesOn}</p>}
        </>
      )}
    </Screen>
  )
}

export function Applied(props: {
  state: Extract<ApplyState, { name: 'applied' }>
  frame: Frame
  /** The notice came while the screen was open: leads to 「登録する」. */
  onRegister: (() => void) | undefined
  /** Push notices, offered. */
  push: ReactNode
  noticeWay: NoticeWay
}) {
  const { application } = props.state
  const { onRegister } = props
  const inApp = props.noticeWay === 'app'
  const t = useTexts(texts)
  const { language } = useLanguage()
  const after = isAfterHours(application)
  const later = isSameDay(application) ? t.laterToday : t.later
  const time = momentText(application.expectedAt, language)
  const [fact, note] = after
    ? [later, t.laterMore(time)]
    : inApp
      ? [t.soonInApp, t.soonMoreInApp(time)]
      : [t.soon, t.soonMore(time)]
  return (
    <Screen
      {...props.frame}
      drawing="applied"
      title={t.title}
      actions={
        <>
          {onRegister !== undefined && <Button onPress={onRegister}>{t.toRegister}</Button>}
          <Button look={onRegister === undefined ? 'main' : 'second'} onPress={props.frame.onHome}>
            {t.home}
          </Button>
        </>
      }
    >
      <div role="status">
        <FactRows
          facts={[
            {
              icon: 'notice',
              about: t.comes,
              fact: onRegister !== undefined ? t.ready : fact,
              note: onRegister !== undefined ? undefined : note,
            },
            { icon: 'hand', about: t.todo, fact: t.next },
            { icon: 'document', about: t.receipt, fact: application.receiptNumber },
          ]}
        />
      </div>
      {onRegister === undefined && props.push}
      <StorageNote platform="android" />
    </Screen>
  )
}
