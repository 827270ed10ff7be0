/** The face terminal: one screen a state. */
import { type Flow, useFlow, useTexts, Waiting } from '@kazashi/ui'
import { useSyncExternalStore } from 'react'
import { CardWay, PhoneKind, Start } from './choose.tsx'
import { ConsentsScreen } from './consents.tsx'
import { FaultScreen } from './fault-screen.tsx'
import { Frame } from './frame.tsx'
import { Eye, Face, Hold } from './hold.tsx'
import type { TerminalEvent, TerminalState } from './machine.ts'
import { Pin } from './pin.tsx'
import type { TerminalReader } from './reader.ts'
import { ReceivedScreen } from './received.tsx'
import { texts } from './texts.ts'

export function Terminal(props: {
  readonly flow: Flow<TerminalState, TerminalEvent>
  readonly reader: TerminalReader
}) {
  const { flow, reader } = props
  const { send } = flow
  const state = useFlow(flow)
  const left = useSyncExternalStore(reader.subscribe, reader.left)
  const t = useTexts(texts)
  switch (state.name) {
    case 'loading':
      return (
        <Frame name={t.loading} title={t.loading} actions={undefined} restless>
          <Waiting>{undefined}</Waiting>
        </Frame>
      )
    case 'closed':
      return <FaultScreen fault={state.fault} closed send={send} />
    case 'start':
      return <Start facility={state.facility} note={state.note} left={left} send={send} />
    case 'phone-kind':
      return <PhoneKind send={send} />
    case 'card-way':
      return <CardWay send={send} />
    case 'pin':
      return <Pin device={state.device} fault={state.fault} send={send} />
    case 'face':
      return <Face send={send} />
    case 'hold':
      return (
        <Hold
          device={state.device}
          recognised={state.way.kind === 'recognised'}
          reading={state.reading}
          left={left}
          send={send}
        />
      )
    case 'eye':
      return <Eye send={send} />
    case 'consents':
      return (
        <ConsentsScreen
          facility={state.facility}
          asked={state.asked}
          sending={state.sending}
          fault={state.fault}
          send={send}
        />
      )
    case 'received':
      return <ReceivedScreen facility={state.facility} received={state.received} send={send} />
    case 'fault':
      return <FaultScreen key={state.fault.code} fault={state.fault} send={send} />
  }
}
