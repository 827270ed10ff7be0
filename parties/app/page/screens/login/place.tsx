/** 1-B①: `/login?request=URL`, with `&via=link` where the link was pressed on this phone. */
import { createFlow, useFlow } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import type { PlaceProps } from '../../place.ts'
import { loginMachine } from '../../procedures/login.ts'
import { performLogin } from '../../procedures/perform-login.ts'
import { Login } from './screen.tsx'

export default function LoginPlace({ device, frame, go }: PlaceProps) {
  const [asked] = useState(() => new URL(location.href).searchParams)
  const [flow] = useState(() =>
    createFlow(loginMachine, performLogin(device, asked.get('request') ?? '')),
  )
  useEffect(() => {
    if (flow.state().name === 'fetching') flow.send({ type: 'start' })
    return flow.close
  }, [flow])
  const state = useFlow(flow)
  return (
    <Login
      key={state.name}
      state={state}
      send={flow.send}
      frame={frame}
      platform={device.description.platform}
      cameByLink={asked.get('via') === 'link'}
      onSecretAnew={() => go('secret-anew')}
      onResume={() => go('resume')}
    />
  )
}
