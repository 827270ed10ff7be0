/** 2-C and 2-D, 4-B, 5-B3: the screen of each state of the application. */
import type { ApplicationPurpose } from '@kazashi/lifecycle'
import { Button, Choice, createFlow, RowGroup, Screen, useFlow, useTexts } from '@kazashi/ui'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { CardWasRead, ReadCard } from '../card/read-card/screen.tsx'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import { useAsking } from '../opening/asking.ts'
import type { PlaceProps } from '../place.ts'
import { WithPush } from '../push/part.tsx'
import { CardPassword } from '../secrets/card-password/screen.tsx'
import { withBirthDate } from '../secrets/holder.ts'
import { Pin } from '../secrets/pin/screen.tsx'
import { SigningPassword } from '../secrets/signing-password/screen.tsx'
import { Applied, Submitting } from './applied/screen.tsx'
import { CheckList } from './check-list/screen.tsx'
import { ChooseCertificates } from './choose-certificates/screen.tsx'
import { firstApplyState, performApply } from './perform.ts'
import { sectionOfApply } from './section.ts'
import { type ApplyState, applyMachine, stepsOf } from './table.ts'
import { texts } from './texts.ts'
import { type WayOn, waysOn } from './ways-on.ts'

/** From these states 「< 戻る」 leaves the procedure, or there is nothing to go back to. */
const leaving = new Set<ApplyState['name']>(['check-list'])
const noBack = new Set<ApplyState['name']>(['read', 'submitting', 'applied', 'stopped'])

/** As in the menu. */
const wayIcons = {
  apply: 'certificate',
  switch: 'transfer',
  resume: 'reset',
  'new-phone': 'move',
} as const satisfies Record<WayOn, string>

export function ApplyFlow(props: PlaceProps & { readonly purpose: ApplicationPurpose }) {
  const { device, purpose, go, goesOn = false } = props
  const [flow] = useState(() => {
    const machine = { ...applyMachine, initial: firstApplyState(device, purpose, goesOn) }
    return createFlow(machine, performApply(device, purpose, goesOn))
  })
  useEffect(() => {
    const { name } = flow.state()
    if (name === 'submitting') flow.send({ type: 'again' })
    if (name === 'check-list') flow.send({ type: 'start' })
    return flow.close
  }, [flow])
  const state = useFlow(flow)
  useAsking(state.name === 'card-password', props.onAsks)
  const summary = useSyncExternalStore(device.subscribe, device.summary)
  const t = useTexts(texts)
  const at = stepsOf(state)
  const back = leaving.has(state.name) ? props.frame.onLeave : () => flow.send({ type: 'back' })
  const frame: Frame = {
    ...props.frame,
    step: at && { ...at, name: t.steps[at.name] },
    onHelp: () => props.frame.onHelpOf(sectionOfApply(purpose, state.name)),
    onBack: noBack.has(state.name) ? undefined : back,
  }
  const { send } = flow
  switch (state.name) {
    case 'check-list':
      return (
        <CheckList
          key={state.name}
          state={state}
          send={send}
          frame={frame}
          purpose={purpose}
          go={go}
        />
      )
    case 'card-password':
      return <CardPassword key={state.name} state={state} send={send} frame={frame} />
    case 'choose':
      return (
        <ChooseCertificates
          key={state.name}
          state={state}
          send={send}
          frame={frame}
          purpose={purpose}
        />
      )
    case 'reading':
      return <ReadCard key={state.name} state={state} send={send} frame={frame} />
    case 'read':
      return (
        <CardWasRead
          key={state.name}
          state={state}
          send={send}
          frame={frame}
          agreeing={purpose === 'switch'}
        />
      )
    case 'signing-password':
      return <SigningPassword key={state.name} state={state} send={send} frame={frame} />
    case 'pin':
      return <Pin key={state.name} state={state} frame={frame} send={withBirthDate(device, send)} />
    case 'submitting':
      return <Submitting key={state.name} state={state} send={send} frame={frame} />
    case 'applied':
      return (
        <WithPush key={state.name} device={device}>
          {(way, part) => (
            <Applied
              state={state}
              frame={frame}
              onRegister={summary.name === 'ready' ? () => go('register') : undefined}
              push={part}
              noticeWay={way}
            />
          )}
        </WithPush>
      )
    case 'stopped': {
      const ways = waysOn(state.refusal.code)
      return (
        <Screen
          key={state.name}
          onHelp={frame.onHelp}
          title={t.stopped}
          actions={<Button onPress={frame.onHome}>{t.home}</Button>}
        >
          <Fault refusal={state.refusal} />
          {ways.length > 0 && (
            <RowGroup>
              {ways.map((place) => (
                <Choice
                  key={place}
                  icon={wayIcons[place]}
                  text={t.ways[place]}
                  onPress={() => go(place)}
                />
              ))}
            </RowGroup>
          )}
        </Screen>
      )
    }
  }
}
