/** 3-D ⑤⑥⑦: 「Appleウォレットに追加」 (the sandbox's own wallet, and it says so), 「続ける」, and when it can be used. */
import { Button, Drawing, FactRows, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import type { ReactNode } from 'react'
import { Fault } from '../../faults/fault.tsx'
import type { Frame } from '../../frame.ts'
import { isAfterHours, momentText } from '../../moment.ts'
import type { NoticeWay } from '../../push/push.ts'
import { StorageNote } from '../../storage-note/note.tsx'
import type { IphoneApplyEvent, IphoneStateOf } from '../table.ts'
import { texts } from './texts.ts'

type Send = (event: IphoneApplyEvent) => void

export function AddToWallet(props: {
  state: IphoneStateOf<'wallet' | 'wallet-sheet'>
  send: Send
  frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  if (state.name === 'wallet') {
    return (
      <Screen
        {...frame}
        title={t.title}
        actions={<Button onPress={() => send({ type: 'next' })}>{t.add}</Button>}
      >
        <p>{t.lead}</p>
        <Wallet />
        <Sandbox text={t.sandbox} />
      </Screen>
    )
  }
  return (
    <Screen
      {...frame}
      title={t.sheet}
      actions={<Button onPress={() => send({ type: 'apply' })}>{t.goOn}</Button>}
    >
      <p>{t.sheetLead}</p>
      <Wallet />
      <section>
        <h2 className="text-lg">{t.contents}</h2>
        <ul className="list-disc pl-[1.4em]">
          {t.sheetList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Sandbox text={t.sandbox} />
    </Screen>
  )
}

/** The card in the wallet for practice; nothing of Apple's is drawn. */
const Wallet = () => (
  <p className="flex justify-center">
    <Drawing name="wallet" size="large" />
  </p>
)

const Sandbox = ({ text }: { text: string }) => (
  <p className="rounded-12 bg-warn-soft px-4 py-3 large:px-3 text-base">{text}</p>
)

export function Adding(props: { state: IphoneStateOf<'submitting'>; send: Send; frame: Frame }) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const refused = state.refusal !== undefined
  return (
    <Screen
      {...frame}
      title={refused ? t.unsent : t.sending}
      actions={
        refused && (
          <>
            <Button onPress={() => send({ type: 'again' })}>{t.again}</Button>
            <Button look="second" onPress={frame.onHome}>
              {t.notNow}
            </Button>
          </>
        )
      }
    >
      {state.refusal === undefined ? (
        <Waiting>{t.sendingLead}</Waiting>
      ) : (
        <>
          <Fault refusal={state.refusal} />
          {state.refusal.code === 'NETWORK' && <p role="status">{t.goesOn}</p>}
          <p>{t.kept}</p>
        </>
      )}
    </Screen>
  )
}

export function Added(props: {
  state: IphoneStateOf<'added'>
  /** 利用可能: the notice came while the screen was open. */
  usable: boolean
  /** Push notices, offered. */
  push: ReactNode
  noticeWay: NoticeWay
  frame: Frame
}) {
  const { application } = props.state
  const t = useTexts(texts)
  const { language } = useLanguage()
  const notice = props.noticeWay === 'app' ? t.noticeInApp : t.notice
  const time = momentText(application.expectedAt, language)
  return (
    <Screen
      {...props.frame}
      done
      drawing="done-iphone"
      title={t.done}
      actions={<Button onPress={props.frame.onHome}>{t.home}</Button>}
    >
      <div role="status">
        <FactRows
          facts={[
            {
              icon: 'clock',
              about: t.when,
              fact: props.usable ? t.ready : t.wait,
              note: props.usable
                ? undefined
                : isAfterHours(application)
                  ? t.later(time)
                  : t.soon(time),
            },
            ...(props.usable ? [] : [{ icon: 'notice', about: t.comes, fact: notice } as const]),
            { icon: 'document', about: t.receipt, fact: application.receiptNumber },
          ]}
        />
      </div>
      {!props.usable && props.push}
      <ul className="flex list-['※'] flex-col gap-2 pl-5 text-sm text-ink-soft">
        <li>{t.hours}</li>
        <li>{t.fiveMinutes}</li>
      </ul>
      <StorageNote platform="iphone" />
    </Screen>
  )
}
