/** 1-B③, 1-B④ 「機械にかざす」: the phone lies on a machine's reader as long as this place is open. */
import { biometricsAreOn } from '@kazashi/phone'
import { createFlow, useFlow } from '@kazashi/ui'
import { Fragment, useEffect, useState } from 'react'
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { PlaceProps } from '../place.ts'
import { holding } from './perform.ts'
import { machineByAddress } from './places.ts'
import { AtWork, Away, Held, Nowhere, Ready, Stopped, Where } from './screen.tsx'
import { holdMachine, type MachineName } from './table.ts'

function openHold(device: PlaceProps['device'], wanted: MachineName | undefined) {
  const { perform, leave } = holding(device, wanted, (how) => flow.send({ type: 'over', how }))
  const flow = createFlow(holdMachine(device.description.platform), perform)
  return { flow, leave }
}

export default function HoldPlace({ device, frame: outer, go }: PlaceProps) {
  const { platform } = device.description
  const [wanted] = useState(machineByAddress)
  const [{ flow, leave }] = useState(() => openHold(device, wanted))
  useEffect(() => {
    if (flow.state().name === 'looking') flow.send({ type: 'look' })
    return () => {
      flow.close()
      leave()
    }
  }, [flow, leave])
  const state = useFlow(flow)
  const common = { send: flow.send, frame: { ...outer, onBack: outer.onLeave }, platform }
  const screen = () => {
    switch (state.name) {
      case 'looking':
      case 'recognising':
      case 'approaching':
        return <AtWork {...common} state={state} wanted={wanted} />
      case 'nowhere':
        return <Nowhere {...common} onDesk={window.parent !== window} />
      case 'where':
        return <Where {...common} state={state} />
      case 'ready':
        return (
          <Ready
            {...common}
            state={state}
            recognises={biometricsAreOn(device.phone)}
            onSetUp={() => go('biometrics')}
          />
        )
      case 'held':
        return <Held {...common} state={state} />
      case 'away':
        return <Away {...common} state={state} />
      case 'stopped':
        return <Stopped {...common} state={state} />
    }
  }
  const shown = <Fragment key={state.name}>{screen()}</Fragment>
  return platform === 'iphone' ? <IphoneWords>{shown}</IphoneWords> : shown
}
