/** 1-A②: `/present?client_id=…&request_uri=…`, pressed here or read off another screen; without, the address is asked for. */
import { createFlow, useFlow } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { PlaceProps } from '../place.ts'
import { PresentAddress } from './address.tsx'
import { performPresent } from './perform.ts'
import { Present } from './screen.tsx'
import { presentMachine } from './table.ts'

const linkByAddress = (): string | undefined =>
  new URL(location.href).searchParams.has('request_uri') ? location.href : undefined

export default function IphonePresent(props: PlaceProps) {
  const [link, setLink] = useState(linkByAddress)
  return (
    <IphoneWords>
      {link === undefined ? (
        <PresentAddress frame={props.frame} onOpen={setLink} />
      ) : (
        <PresentFor {...props} link={link} />
      )}
    </IphoneWords>
  )
}

function PresentFor({ device, frame, go, link }: PlaceProps & { readonly link: string }) {
  const [flow] = useState(() => createFlow(presentMachine, performPresent(device, link)))
  useEffect(() => {
    if (flow.state().name === 'opening') flow.send({ type: 'start' })
    return flow.close
  }, [flow])
  const state = useFlow(flow)
  return (
    <Present
      key={state.name}
      state={state}
      send={flow.send}
      frame={frame}
      onResetSecret={() => go('reset-secret')}
      onResume={() => go('resume')}
    />
  )
}
