/** 3-D ⑤⑥⑦: 「Appleウォレットに追加」 (the sandbox's own wallet, and it says so), 「続ける」, and when it can be used. */
import { Button, DoneMark, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import type { ReactNode } from 'react'
import { Fault } from '../../faults/fault.tsx'
import type { Frame } from '../../frame.ts'
import { isAfterHours, momentText } from '../../moment.ts'
import { StorageNote } from '../../storage-note/note.tsx'
import type { IphoneApplyEvent, IphoneStateOf } from '../table.ts'
import { WalletPicture } from './picture.tsx'
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
        <WalletPicture />
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
      <WalletPicture />
      <section>
        <h2 className="text-lg">{t.contents}</h2>
        <ul className="list-disc pl-6">
          {t.sheetList.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <Sandbox text={t.sandbox} />
    </Screen>
  )
}

const Sandbox = ({ text }: { text: string }) => (
  <p className="rounded-8 bg-warn-soft px-3 py-2 text-base">{text}</p>
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
  frame: Frame
}) {
  const { application } = props.state
  const t = useTexts(texts)
  const { language } = useLanguage()
  const time = momentText(application.expectedAt, language)
  return (
    <Screen
      {...props.frame}
      title={t.done}
      actions={<Button onPress={props.frame.onHome}>{t.home}</Button>}
    >
      <DoneMark />
      <p role="status" className="text-xl font-bold">
        {props.usable ? t.ready : t.wait}
      </p>
      {!props.usable && (
        <>
          <p>{isAfterHours(application) ? t.later(time) : t.soon(time)}</p>
          <p>{t.notice}</p>
          {props.push}
        </>
      )}
      <p className="rounded-12 bg-surface px-4 py-3">
        {t.receipt} <b className="font-mono text-xl">{application.receiptNumber}</b>
      </p>
      <ul className="flex list-['※'] flex-col gap-2 pl-5 text-base text-ink-soft">
        <li>{t.hours}</li>
        <li>{t.fiveMinutes}</li>
      </ul>
      <StorageNote platform="iphone" />
    </Screen>
  )
}
