/** 1-A③: the explanation and the uses that stay with PIN and password, the phone's own screen, turned on, and off again. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { Button, Screen, StateCard, useTexts, Waiting, Warning } from '@kazashi/ui'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { FingerOrFace } from '../secrets/recognition-picture.tsx'
import type { BiometricsEvent, BiometricsState } from './table.ts'
import { texts } from './texts.ts'

export type At<Name extends BiometricsState['name']> = Extract<BiometricsState, { name: Name }>
export interface Common {
  readonly send: (event: BiometricsEvent) => void
  readonly frame: Frame
  readonly platform: PhonePlatform
}

/** The texts, and the names of the phone, its way and its four digits. */
function useWords(platform: Common['platform']) {
  const t = useTexts(texts)
  return {
    t,
    way: t.way[platform],
    phone: t.phone[platform],
    secret: t.secret[platform],
    digits: t.digits[platform],
  }
}

export function About({ send, frame, platform }: Common) {
  const { t, way, phone, secret, digits } = useWords(platform)
  return (
    <Screen
      {...frame}
      title={t.title(way)}
      actions={<Button onPress={() => send({ type: 'begin' })}>{t.begin}</Button>}
    >
      <p>{t.lead(way, secret, digits)}</p>
      <FingerOrFace />
      <ul className="flex list-disc flex-col gap-2 pl-[1.4em]">
        {t.points(phone, way, secret).map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <section className="rounded-12 bg-warn-soft px-4 py-3">
        <h2 className="text-base">
          <span aria-hidden="true">⚠ </span>
          {t.careTitle}
        </h2>
        <p>{t.care(phone)}</p>
      </section>
    </Screen>
  )
}

export function Ready({ state, send, frame, platform }: Common & { state: At<'ready'> }) {
  const { t, phone, secret } = useWords(platform)
  return (
    <Screen
      {...frame}
      title={t.readyTitle(phone)}
      actions={
        <>
          <Button onPress={() => send({ type: 'ask' })}>{t.ask}</Button>
          {state.unrecognised && (
            <Button look="second" onPress={frame.onHome}>
              {t.home}
            </Button>
          )}
        </>
      }
    >
      <p>{t.readyLead(phone)}</p>
      <FingerOrFace />
      <p className="text-ink-soft">{t.readyMore}</p>
      {state.unrecognised && (
        <Warning title={t.unrecognised}>
          <p>{t.unrecognisedLead(secret)}</p>
        </Warning>
      )}
    </Screen>
  )
}

export function AtWork(
  props: Common & { state: At<'looking' | 'checking' | 'asking' | 'turning-off'> },
) {
  const { t, secret } = useWords(props.platform)
  const { name } = props.state
  const title = {
    looking: t.looking,
    checking: t.checking(secret),
    asking: t.asking,
    'turning-off': t.turningOff,
  }
  return (
    <Screen {...props.frame} title={title[name]}>
      <Waiting>{name === 'asking' ? t.askingLead : undefined}</Waiting>
    </Screen>
  )
}

export function Now({ send, frame, platform }: Common) {
  const { t, way, secret } = useWords(platform)
  return (
    <Screen
      {...frame}
      title={t.title(way)}
      actions={
        <>
          <Button onPress={frame.onHome}>{t.home}</Button>
          <Button look="second" onPress={() => send({ type: 'turn-off' })}>
            {t.turnOff}
          </Button>
        </>
      }
    >
      <StateCard tone="good" state={t.state}>
        <p>{t.stateLead(way)}</p>
      </StateCard>
      <p>{t.onMore(secret)}</p>
    </Screen>
  )
}

export function Sure({ send, frame, platform }: Common) {
  const { t, way, secret, digits } = useWords(platform)
  return (
    <Screen
      {...frame}
      title={t.sureTitle(way)}
      actions={
        <>
          <Button onPress={() => send({ type: 'sure' })}>{t.turnOff}</Button>
          <Button look="second" onPress={() => send({ type: 'back' })}>
            {t.keep}
          </Button>
        </>
      }
    >
      <p>{t.sureLead(secret, digits)}</p>
    </Screen>
  )
}

export function Ended(props: Common & { state: At<'turned-on' | 'turned-off'> }) {
  const { frame, state } = props
  const { t, way, phone, secret, digits } = useWords(props.platform)
  const on = state.name === 'turned-on'
  return (
    <Screen
      {...frame}
      done
      drawing="success"
      title={on ? t.onTitle(way) : t.offTitle}
      actions={<Button onPress={frame.onHome}>{t.home}</Button>}
    >
      <p role="status" className="text-xl font-bold">
        {on ? t.onLead(way) : t.offLead(secret, digits)}
      </p>
      <p>{on ? t.onMore(secret) : t.offMore(phone)}</p>
    </Screen>
  )
}

export function Unavailable({ state, frame, platform }: Common & { state: At<'unavailable'> }) {
  const { t, way, secret, digits } = useWords(platform)
  const home = (
    <Button look={state.why === 'framed' ? 'second' : 'main'} onPress={frame.onHome}>
      {t.home}
    </Button>
  )
  return (
    <Screen
      {...frame}
      title={t.unavailableTitle(way)}
      actions={
        <>
          {state.why === 'framed' && (
            <Button onPress={() => window.open(location.href, '_blank')}>{t.openAlone}</Button>
          )}
          {home}
        </>
      }
    >
      <p role="status">{t.unavailable[state.why]}</p>
      <p>{t.unavailableMore(secret, digits)}</p>
    </Screen>
  )
}

export function Stopped(props: Common & { state: At<'stopped'>; onResetSecret: () => void }) {
  const { frame, state } = props
  const { t } = useWords(props.platform)
  const locked = state.refusal.code === 'SECRET_BLOCKED'
  return (
    <Screen
      {...frame}
      title={t.stopped}
      actions={
        <>
          {locked && <Button onPress={props.onResetSecret}>{t.resetSecret}</Button>}
          <Button look={locked ? 'second' : 'main'} onPress={frame.onHome}>
            {t.home}
          </Button>
        </>
      }
    >
      <Fault refusal={state.refusal} />
    </Screen>
  )
}
