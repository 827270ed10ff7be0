/** In the menu of both faces: whether sound and vibration signal a reading. */
import { CheckBox, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import { give, readySignals, signalsAreOn, turnSignals } from '../../phone/signals.ts'
import { texts } from './texts.ts'

export function SignalSetting() {
  const t = useTexts(texts)
  const [on, setOn] = useState(signalsAreOn)
  return (
    <CheckBox
      checked={on}
      note={t.note}
      onChange={(checked) => {
        turnSignals(checked)
        setOn(checked)
        readySignals()
        give('success') // an example
      }}
    >
      {t.title}
    </CheckBox>
  )
}
