/** Opens the phone, then shows it; a phone that cannot be opened says why. */
import { defineTexts, fragment, Screen, startPage, useTexts } from '@kazashi/ui'
import { App, firstPlace } from './app.tsx'
import { Fault } from './faults/fault.tsx'
import { openDevice } from './phone/device.ts'
import { readSettings } from './phone/settings.ts'
import { type Refusal, refusalOf } from './procedures/problem.ts'

const texts = defineTexts({ ja: { title: '開けませんでした' }, en: { title: 'It did not open' } })

function Closed({ refusal }: { refusal: Refusal }) {
  return (
    <Screen title={useTexts(texts).title}>
      <Fault refusal={refusal} />
    </Screen>
  )
}

async function open(): Promise<void> {
  const settings = await readSettings()
  const device = await openDevice(settings, fragment().get('reader'))
  const first = firstPlace(device, new URL(location.href))
  startPage(<App device={device} first={first} />, settings.origins.desk)
}

open().catch((thrown: unknown) => startPage(<Closed refusal={refusalOf(thrown)} />))
