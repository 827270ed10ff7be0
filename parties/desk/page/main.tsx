/** Fetches the contents of the desk, then shows them. */
import { paces } from '@kazashi/lifecycle'
import { defineTexts, fragment, Screen, startPage, useTexts } from '@kazashi/ui'
import { connectBox, readSettings } from './box.ts'
import { Desk } from './desk.tsx'
import { instructorToken } from './instructor.ts'
import { onOtherSeat, openSeat } from './seat.ts'

const texts = defineTexts({
  ja: {
    title: '開けませんでした',
    lead: 'かざしが動いているか確かめて、このページを読み込み直してください。',
  },
  en: {
    title: 'This page could not be opened',
    lead: 'Check that Kazashi is running, then reload this page.',
  },
})

function Closed() {
  const t = useTexts(texts)
  return (
    <Screen title={t.title}>
      <p role="alert">{t.lead}</p>
    </Screen>
  )
}

async function open(): Promise<void> {
  const token = instructorToken() // out of the address at once
  const { origins, clock } = await readSettings()
  const movesClock = clock === 'everybody' || token !== undefined
  const seat = await openSeat(origins)
  // New readers, and everything else as it was: people, phones and what was begun are kept elsewhere.
  const openAnew = () => location.reload()
  onOtherSeat(seat, openAnew)
  const box = connectBox(origins, seat.token, openAnew)
  const [cards, android, second, iphone] = await Promise.all([
    box.cards(),
    box.reader('android'),
    box.reader('android-2'),
    box.reader('iphone'),
  ])
  const pace = paces.find((one) => one === fragment().get('pace')) ?? seat.pace ?? 'real'
  const readers = { android, 'android-2': second, iphone }
  startPage(<Desk {...{ origins, box, readers, cards, pace, movesClock }} kept={seat} />)
}

open().catch(() => startPage(<Closed />))
