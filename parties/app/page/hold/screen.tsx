/** 1-B③, 1-B④ 「機械にかざす」: the screen of each state. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import {
  Button,
  Choice,
  Drawing,
  type IconName,
  RowGroup,
  Screen,
  useTexts,
  Waiting,
  Warning,
} from '@kazashi/ui'
import type { ReactNode } from 'react'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { FingerOrFace } from '../secrets/recognition-picture.tsx'
import type { HoldEvent, HoldState, MachineName } from './table.ts'
import { texts } from './texts.ts'

type At<Name extends HoldState['name']> = Extract<HoldState, { name: Name }>
export interface Common {
  readonly send: (event: HoldEvent) => void
  readonly frame: Frame
  readonly platform: PhonePlatform
}

const icons = { kiosk: 'print', clinic: 'hospital', mobile: 'phone' } as const satisfies Record<
  MachineName,
  IconName
>

const Middle = ({ children }: { children: ReactNode }) => (
  <div className="flex justify-center">{children}</div>
)

export function AtWork({
  state: { name },
  frame,
  wanted,
}: Common & {
  state: At<'looking' | 'recognising' | 'approaching'>
  /** The machine that is waited for; left out: whatever is there. */
  wanted?: MachineName | undefined
}) {
  const t = useTexts(texts)
  const awaits = name === 'looking' && wanted !== undefined
  return (
    <Screen {...frame} title={awaits ? t.awaitingTitle(t.machine[wanted]) : t[name]}>
      <Waiting>
        {awaits ? t.awaitingLead : name === 'recognising' ? t.recognisingLead : undefined}
      </Waiting>
    </Screen>
  )
}

/** @param props.onDesk in the desk's frame: its machines are a press away */
export function Nowhere({ send, frame, onDesk = false }: Common & { readonly onDesk?: boolean }) {
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.nowhereTitle}
      actions={<Button onPress={() => send({ type: 'look' })}>{t.again}</Button>}
    >
      <p role="status">{onDesk ? t.nowhereOnDesk : t.nowhereLead}</p>
      <Middle>
        <Drawing name="kiosk" size="large" />
      </Middle>
    </Screen>
  )
}

export function Where({ state, send, frame }: Common & { state: At<'where'> }) {
  const t = useTexts(texts)
  return (
    <Screen {...frame} title={t.whereTitle}>
      <RowGroup>
        {state.places.map((at) => (
          <Choice
            key={at.id}
            icon={icons[at.place]}
            text={t.machine[at.place]}
            onPress={() => send({ type: 'choose', at })}
          />
        ))}
      </RowGroup>
    </Screen>
  )
}

/** @param props.recognises a finger or a face is known here @param props.onSetUp to the setting for it */
export function Ready(
  props: Common & {
    readonly state: At<'ready'>
    readonly recognises: boolean
    readonly onSetUp: () => void
  },
) {
  const { state, send, frame, platform, recognises, onSetUp } = props
  const t = useTexts(texts)
  const isIphone = platform === 'iphone'
  if (isIphone && !recognises) {
    return (
      <Screen
        {...frame}
        title={t.setUpTitle}
        actions={<Button onPress={onSetUp}>{t.setUp}</Button>}
      >
        <p>{t.setUpLead}</p>
        <FingerOrFace />
      </Screen>
    )
  }
  return (
    <Screen
      {...frame}
      title={t.readyTitle(t.machine[state.at.place])}
      actions={
        <>
          {!isIphone && <Button onPress={() => send({ type: 'hold' })}>{t.hold}</Button>}
          {recognises && (
            <Button look={isIphone ? 'main' : 'second'} onPress={() => send({ type: 'recognise' })}>
              {t.recognise[platform]}
            </Button>
          )}
        </>
      }
    >
      <p>{(state.at.place === 'mobile' ? t.signLead : t.readyLead)[platform]}</p>
      <Middle>
        <Drawing name={isIphone ? 'reader-iphone' : 'reader-android'} size="large" />
      </Middle>
      {state.unrecognised && (
        <Warning title={t.unrecognised}>
          <p>{t.unrecognisedLead[platform]}</p>
        </Warning>
      )}
    </Screen>
  )
}

export function Held({ state, send, frame, platform }: Common & { state: At<'held'> }) {
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.heldTitle}
      actions={
        <Button look="second" onPress={() => send({ type: 'take' })}>
          {t.take}
        </Button>
      }
    >
      <p role="status">{t.heldLead(t.machine[state.at.place])}</p>
      <Middle>
        <Drawing name={platform === 'iphone' ? 'reader-iphone' : 'reader-android'} size="large" />
      </Middle>
    </Screen>
  )
}

export function Away({ state, send, frame }: Common & { state: At<'away'> }) {
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.awayTitle[state.how]}
      actions={
        <>
          <Button onPress={() => send({ type: 'hold' })}>{t.holdAgain}</Button>
          <Button look="second" onPress={frame.onHome}>
            {t.home}
          </Button>
        </>
      }
    >
      <p role="status">{t.awayLead}</p>
    </Screen>
  )
}

export function Stopped({ state, send, frame }: Common & { state: At<'stopped'> }) {
  const t = useTexts(texts)
  return (
    <Screen
      {...frame}
      title={t.stopped}
      actions={
        <>
          <Button onPress={() => send({ type: 'look' })}>{t.again}</Button>
          <Button look="second" onPress={frame.onHome}>
            {t.home}
          </Button>
        </>
      }
    >
      <Fault refusal={state.refusal} />
    </Screen>
  )
}
