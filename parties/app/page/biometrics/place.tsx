/** 1-A③ 「指紋・顔で使う」: the screen of each state. An iPhone calls it Face ID and Touch ID. */
import type { BiometricState } from '@kazashi/lifecycle'
import { createFlow, useFlow, useTexts } from '@kazashi/ui'
import { Fragment, useEffect, useState } from 'react'
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { Frame } from '../frame.ts'
import type { PlaceProps } from '../place.ts'
import { performBiometrics } from './perform.ts'
import { EnterPin } from './pin.tsx'
import { About, AtWork, Ended, Now, Ready, Stopped, Sure, Unavailable } from './screen.tsx'
import { type BiometricsState, biometricsMachine, biometricsStepsOf } from './table.ts'
import { texts } from './texts.ts'

const leaving = new Set<BiometricsState['name']>(['looking', 'unavailable', 'about', 'on'])
const leadsBack = new Set<BiometricsState['name']>(['pin', 'ready', 'asking', 'sure'])

function settingOf({ phone, summary }: PlaceProps['device']): BiometricState {
  const { certificates } = summary()
  const one = certificates.find(({ kind }) => kind === 'authentication')
  if (one?.locked || phone.record.installed.authentication?.secret?.triesLeft === 0) return 'locked'
  return one?.biometrics ? 'on' : 'off'
}

export default function BiometricsPlace({ device, frame: outer, go }: PlaceProps) {
  const { platform } = device.description
  const t = useTexts(texts)
  const [flow] = useState(() =>
    createFlow(biometricsMachine(settingOf(device)), performBiometrics(device, t.credential)),
  )
  useEffect(() => {
    if (flow.state().name === 'looking') flow.send({ type: 'start' })
    return flow.close
  }, [flow])
  const state = useFlow(flow)
  const { send } = flow
  const back = () => {
    if (leaving.has(state.name)) return outer.onLeave
    return leadsBack.has(state.name) ? () => send({ type: 'back' }) : undefined
  }
  const at = biometricsStepsOf(state)
  const step = at && { ...at, name: t.steps[at.name] }
  const frame: Frame = { ...outer, step, onBack: back() }
  const common = { send, frame, platform }
  const screen = () => {
    switch (state.name) {
      case 'looking':
      case 'checking':
      case 'asking':
      case 'turning-off':
        return <AtWork {...common} state={state} />
      case 'unavailable':
        return <Unavailable {...common} state={state} />
      case 'about':
        return <About {...common} />
      case 'pin':
        return <EnterPin {...common} state={state} />
      case 'ready':
        return <Ready {...common} state={state} />
      case 'on':
        return <Now {...common} />
      case 'sure':
        return <Sure {...common} />
      case 'turned-on':
      case 'turned-off':
        return <Ended {...common} state={state} />
      case 'stopped':
        return <Stopped {...common} state={state} onResetSecret={() => go('reset-secret')} />
    }
  }
  const shown = <Fragment key={state.name}>{screen()}</Fragment>
  return platform === 'iphone' ? <IphoneWords>{shown}</IphoneWords> : shown
}
