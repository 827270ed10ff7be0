/** 2-E and 4-B ⑫⑬⑭: registration, opened from the notice, the home screen or the menu. */
import { createFlow, useFlow } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import type { PlaceProps } from '../place.ts'
import { loginHindrance } from '../status/login-hindrance.ts'
import { performRegister } from './perform.ts'
import { Register } from './screen.tsx'
import { registerMachine } from './table.ts'

export default function RegisterPlace({ device, frame }: PlaceProps) {
  const [flow] = useState(() => createFlow(registerMachine, performRegister(device)))
  useEffect(() => flow.close, [flow])
  const state = useFlow(flow)
  return (
    <Register
      key={state.name}
      state={state}
      send={flow.send}
      frame={{ ...frame, onBack: frame.onLeave }}
      certificates={device.summary().certificates}
      canLogIn={loginHindrance(device.summary()) === undefined}
    />
  )
}
