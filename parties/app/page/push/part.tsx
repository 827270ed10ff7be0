/** 2-D ③, 3-D ⑦, 5-A1: the purpose of push notices, 「通知を受け取る」, and the present setting; turned off in the notices screen. */
import { Button, Chip, createFlow, Spinner, useFlow, useTexts } from '@kazashi/ui'
import { type ReactNode, useEffect, useState } from 'react'
import type { Device } from '../phone/device.ts'
import { performPush } from './perform-push.ts'
import { type NoticeWay, noticeWay, type PushEvent, type PushState, pushMachine } from './push.ts'
import { texts } from './texts.ts'

const announce = (children: ReactNode) => (
  <p className="flex items-center gap-3">
    <Spinner />
    {children}
  </p>
)

function usePush(device: Device) {
  const [flow] = useState(() => createFlow(pushMachine, performPush(device)))
  useEffect(() => {
    flow.send({ type: 'look' })
    return flow.close
  }, [flow])
  return { state: useFlow(flow), send: flow.send }
}

export const PushPart = ({ device, settable = false }: { device: Device; settable?: boolean }) => (
  <PushBox {...usePush(device)} settable={settable} />
)

/** The same on a screen that says how the notice comes: both from one state, so that neither contradicts the other. */
export function WithPush(props: {
  readonly device: Device
  readonly children: (way: NoticeWay, part: ReactNode) => ReactNode
}) {
  const push = usePush(props.device)
  return props.children(noticeWay(push.state), <PushBox {...push} settable={false} />)
}

function PushBox(props: {
  readonly state: PushState
  readonly send: (event: PushEvent) => void
  readonly settable: boolean
}) {
  const t = useTexts(texts)
  const { state, send, settable } = props
  if (state.name === 'looking') return null
  return (
    <section className="flex flex-col gap-3 grouped py-3">
      <h2 className="text-lg">{t.title}</h2>
      <div role="status" className="flex flex-col gap-3">
        <PushWords state={state} />
      </div>
      {(state.name === 'off' || state.name === 'failed') && (
        <Button look="second" onPress={() => send({ type: 'turn-on' })}>
          {state.name === 'off' ? t.turnOn : t.again}
        </Button>
      )}
      {state.name === 'on' && settable && (
        <Button look="second" onPress={() => send({ type: 'turn-off' })}>
          {t.turnOff}
        </Button>
      )}
    </section>
  )
}

function PushWords({ state }: { state: PushState }): ReactNode {
  const t = useTexts(texts)
  const unusable = (why: string) => (
    <>
      <p>{t.unusable}</p>
      <p className="text-base text-ink-soft">{why}</p>
    </>
  )
  switch (state.name) {
    case 'off':
      return <p>{t.why}</p>
    case 'asking':
      return announce(t.asking)
    case 'subscribing':
      return announce(t.subscribing)
    case 'ending':
      return announce(t.ending)
    case 'on':
      return (
        <>
          <p>
            <Chip tone="good">{t.on}</Chip>
          </p>
          <p className="text-base text-ink-soft">{t.onLead}</p>
        </>
      )
    case 'too-early':
      return <p>{t.tooEarly}</p>
    case 'refused':
      return unusable(t.refused)
    case 'failed':
      return unusable(state.refusal.code === 'NETWORK' ? t.network : t.failed)
    case 'impossible':
      // The desk draws the banner: nothing is missing.
      return state.hindrance === 'frame' ? (
        <p>{t.banner}</p>
      ) : (
        unusable(t.hindrances[state.hindrance])
      )
    case 'looking':
      return null
  }
}
