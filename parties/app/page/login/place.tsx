/** 1-B①: `/login?request=URL`, with `&via=link` where the link was pressed on this phone; without, the address is asked for. */
import { createFlow, useFlow } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import type { PlaceProps } from '../place.ts'
import { LoginAddress } from './address.tsx'
import { performLogin } from './perform.ts'
import { Login } from './screen.tsx'
import { loginMachine, loginStepsOf } from './table.ts'
import { useWords } from './use-words.ts'

export default function LoginPlace(props: PlaceProps) {
  const [asked] = useState(() => new URL(location.href).searchParams)
  const [request, setRequest] = useState(asked.get('request'))
  if (request === null) return <LoginAddress frame={props.frame} onOpen={setRequest} />
  return <LoginAt {...props} request={request} cameByLink={asked.get('via') === 'link'} />
}

function LoginAt(props: PlaceProps & { readonly request: string; readonly cameByLink: boolean }) {
  const { device, frame, go, request, cameByLink } = props
  const [flow] = useState(() => createFlow(loginMachine, performLogin(device, request)))
  useEffect(() => {
    if (flow.state().name === 'fetching') flow.send({ type: 'start' })
    return flow.close
  }, [flow])
  const state = useFlow(flow)
  const t = useWords(state)
  const at = loginStepsOf(state)
  return (
    <Login
      key={state.name}
      state={state}
      send={flow.send}
      frame={{ ...frame, step: at && { ...at, name: t.steps[at.name] } }}
      platform={device.description.platform}
      cameByLink={cameByLink}
      onResetSecret={() => go('reset-secret')}
      onResume={() => go('resume')}
    />
  )
}
