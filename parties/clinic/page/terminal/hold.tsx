/** Where to hold it, how long, and how much time is left; then that it is being read. */
import type { Carrier } from '@kazashi/lifecycle'
import { Button, Drawing, Icon, Spinner, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import type { Device } from '../wire.ts'
import { BackAction, Frame, NextStep, Note } from './frame.tsx'
import type { TerminalEvent } from './machine.ts'
import { holdLimit } from './perform.ts'
import { texts } from './texts.ts'

type Send = (event: TerminalEvent) => void

/** Seconds that are left, counted from when it was shown. */
function useRest(isCounting: boolean): number {
  const [rest, setRest] = useState(holdLimit / 1000)
  useEffect(() => {
    if (!isCounting) return undefined
    const timer = setInterval(() => setRest((seconds) => Math.max(0, seconds - 1)), 1_000)
    return () => clearInterval(timer)
  }, [isCounting])
  return rest
}

function Title({ parts }: { readonly parts: readonly string[] }) {
  const [before, where, after] = parts
  return (
    <>
      {before}
      <span className="text-here">{where}</span>
      {after}
    </>
  )
}

export function Hold(props: {
  readonly device: Device
  /** Its holder is recognised by the phone itself. */
  readonly recognised: boolean
  readonly reading: boolean
  readonly left: boolean
  readonly send: Send
}) {
  const { device, recognised, reading, left, send } = props
  const t = useTexts(texts)
  const rest = useRest(!reading)
  const what = device === 'card' ? 'card' : 'phone'
  const parts = t.holdTitle[what]
  const [still = '', stillNote = ''] = device === 'card' ? t.stillCard : t.still
  const [press = '', confirm = ''] = t.iphoneSteps
  return (
    <Frame
      name={parts.join('')}
      title={<Title parts={parts} />}
      restless
      arrow={<Arrow what={what} />}
      actions={
        <>
          <BackAction onPress={() => send({ type: 'back' })} />
          <p className="ml-auto flex items-center">{reading ? '' : t.rest(rest)}</p>
        </>
      }
    >
      {left && (
        <Note tone="warn" icon="warn" status>
          {t.leftFirst}
        </Note>
      )}
      <div className="flex flex-1 items-center justify-center rounded-16 bg-ground p-4 md:[&_svg]:size-80">
        <Drawing name={device === 'card' ? 'card-reader' : 'clinic'} size="large" />
      </div>
      <div role="status">
        {reading && (
          <div className="flex items-center gap-4 rounded-16 bg-accent-soft px-5 py-4">
            <Spinner />
            <b>{t.reading}</b>
          </div>
        )}
      </div>
      {device !== 'card' && recognised && (
        <Note tone="plain" icon="face">
          <b>{device === 'iphone' ? press : t.recognised}</b>
          {device === 'iphone' && <p className="text-base text-ink-soft">{confirm}</p>}
        </Note>
      )}
      <Note tone="plain" icon="nfc">
        <b>{still}</b>
        <p className="text-base text-ink-soft">{stillNote}</p>
      </Note>
    </Frame>
  )
}

/** From the screen's edge towards the real thing. */
function Arrow({ what }: { readonly what: Carrier }) {
  const t = useTexts(texts)
  return (
    <p
      className={`flex items-center gap-4 bg-here px-5 py-4 font-bold text-on-here md:px-11 ${what === 'phone' ? 'justify-end' : 'justify-center'}`}
    >
      {t.arrow[what]}
      <svg
        aria-hidden="true"
        viewBox="0 0 48 24"
        className={`w-[2.2em] ${what === 'phone' ? '' : 'rotate-90'}`}
        fill="none"
        stroke="currentColor"
        strokeWidth="3.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        <path d="M3 12H44M34 3l10 9-10 9" />
      </svg>
    </p>
  )
}

/** The camera looks at the face: of practice, which it says. */
export function Face({ send }: { readonly send: Send }) {
  const t = useTexts(texts)
  return (
    <Frame
      name={t.faceTitle}
      title={t.faceTitle}
      onIdle={() => send({ type: 'idle' })}
      actions={
        <>
          <BackAction onPress={() => send({ type: 'back' })} />
          <NextStep>
            <Button onPress={() => send({ type: 'looked' })}>{t.faceDone}</Button>
          </NextStep>
        </>
      }
    >
      <p>{t.faceLead}</p>
      <div className="flex flex-1 items-center justify-center rounded-16 bg-ground p-4 md:[&_svg]:size-80">
        <Drawing name="face-front" size="large" />
      </div>
      <Note tone="info" icon="info">
        {t.facePractice}
      </Note>
    </Frame>
  )
}

/** The reception is to look. */
export function Eye({ send }: { readonly send: Send }) {
  const t = useTexts(texts)
  return (
    <Frame
      name={t.eyeTitle}
      title={t.eyeTitle}
      restless
      actions={<BackAction onPress={() => send({ type: 'back' })} />}
    >
      <div className="flex flex-1 items-center justify-center rounded-16 bg-ground p-4 md:[&_svg]:size-80">
        <Drawing name="counter" size="large" />
      </div>
      <div role="status" className="flex items-center gap-4">
        <Spinner />
        <p>
          <Icon name="person" size="sign" tone="inline" /> {t.eyeLead}
        </p>
      </div>
    </Frame>
  )
}
