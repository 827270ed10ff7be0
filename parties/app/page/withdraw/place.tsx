/** 「申請を取りやめる」, on both faces: opened from the home screen or the phone's details. */
import { createFlow, useFlow } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { IphoneWords } from '../faults/iphone-words.tsx'
import type { PlaceProps } from '../place.ts'
import { performWithdraw } from './perform.ts'
import { Withdraw } from './screen.tsx'
import { withdrawMachine } from './table.ts'

export default function WithdrawPlace({ device, frame }: PlaceProps) {
  const [flow] = useState(() => createFlow(withdrawMachine, performWithdraw(device)))
  // Its purpose is shown to the end, also when it is gone from the phone.
  const [{ application, purpose }] = useState(device.summary)
  useEffect(() => {
    const again = () => flow.send({ type: 'again' })
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      flow.close()
    }
  }, [flow])
  const state = useFlow(flow)
  const { platform } = device.description
  const screen = (
    <Withdraw
      key={state.name}
      state={state}
      application={application}
      purpose={purpose}
      platform={platform}
      frame={frame}
      send={flow.send}
    />
  )
  return platform === 'iphone' ? <IphoneWords>{screen}</IphoneWords> : screen
}
