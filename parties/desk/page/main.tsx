/** Fetches the contents of the desk, then shows them. */
import { paces } from '@kazashi/lifecycle'
import { defineTexts, fragment, Screen, startPage, useTexts } from '@kazashi/ui'
import { type Box, connectBox, readSettings } from './box.ts'
import { Desk } from './desk.tsx'
import { instructorToken } from './instructor.ts'
import { onOtherSeat, openSeat } from './seat.ts'
import { isMachine, type Machines, type PlaceName, placesAmong } from './street.ts'

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

/** The readers of the machines that run here. */
async function machinesOf(places: readonly PlaceName[], box: Box): Promise<Machines> {
  const there = places.filter(isMachine)
  const found = await Promise.all(there.map(async (name) => [name, await box.readerAt(name)]))
  return Object.fromEntries(found)
}

async function open(): Promise<void> {
  const token = instructorToken() // out of the address at once
  const { origins, clock, parties } = await readSettings()
  const places = placesAmong(parties)
  const movesClock = clock === 'everybody' || token !== undefined
  const seat = await openSeat(origins)
  // New readers, and everything else as it was: people, phones and what was begun are kept elsewhere.
  const openAnew = () => location.reload()
  onOtherSeat(seat, openAnew)
  const box = connectBox(origins, seat.token, openAnew)
  const [cards, android, second, iphone, machines] = await Promise.all([
    box.cards(),
    box.reader('android'),
    box.reader('android-2'),
    box.reader('iphone'),
    machinesOf(places, box),
  ])
  const pace = paces.find((one) => one === fragment().get('pace')) ?? seat.pace ?? 'real'
  const readers = { android, 'android-2': second, iphone }
  const things = { origins, box, readers, places, machines, cards, pace, movesClock }
  startPage(<Desk {...things} kept={seat} />)
}

open().catch(() => startPage(<Closed />))
