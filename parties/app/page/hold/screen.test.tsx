/** 1-B③, 1-B④ 「機械にかざす」. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { expectEnglish, type Given, show, someDevice } from '../test-screen.tsx'
import HoldPlace from './place.tsx'
import { AtWork, Away, Held, Nowhere, Ready, Stopped, Where } from './screen.tsx'
import type { HoldEvent, Place } from './table.ts'

type Drawn = (given: Given<HoldEvent> & { platform: PhonePlatform }) => ReactNode
const kiosk: Place = { id: 'k', place: 'kiosk' }
const clinic: Place = { id: 'c', place: 'clinic' }

const on = (platform: PhonePlatform, drawn: Drawn) =>
  show<HoldEvent>((given) => drawn({ ...given, platform }))
const ready = (platform: PhonePlatform, recognises: boolean, unrecognised = false) =>
  on(platform, (given) => (
    <Ready
      {...given}
      state={{ name: 'ready', at: kiosk, unrecognised }}
      recognises={recognises}
      onSetUp={() => given.go('biometrics')}
    />
  ))

test('1-B③ Android: held by a press, the PIN on the machine; by a finger or a face where they are known', async () => {
  const plain = ready('android', false)
  expect(plain.buttons()).toEqual(['かざす'])
  expect(plain.text()).toContain('暗証番号（数字4ケタ）は、機械の画面で入れます')
  await plain.press('かざす')
  expect(plain.sent).toEqual([{ type: 'hold' }])
  expect(ready('android', true, true).buttons()).toEqual(['かざす', '指紋・顔で確認して、かざす'])
})

test('1-B③ iPhone: a double press and the face, no PIN; without a known face its setting comes first', async () => {
  const shown = ready('iphone', true, true)
  expect(shown.buttons()).toEqual(['サイドボタンを2回押す'])
  expect(shown.text()).toContain('暗証番号は入れません')
  expect(shown.text()).toContain('もう一度、サイドボタンを2回押してください')
  await shown.press('サイドボタンを2回押す')
  expect(shown.sent).toEqual([{ type: 'recognise' }])
  const unset = ready('iphone', false)
  await unset.press('設定する')
  expect(unset.left).toEqual(['biometrics'])
})

test('1-B④ several machines are named; what is held is taken away; afterwards the machine says what comes', async () => {
  const where = on('android', (given) => (
    <Where {...given} state={{ name: 'where', places: [kiosk, clinic] }} />
  ))
  await where.press('病院・薬局のカードリーダー')
  expect(where.sent).toEqual([{ type: 'choose', at: clinic }])
  const held = on('android', (given) => <Held {...given} state={{ name: 'held', at: clinic }} />)
  await held.press('離す')
  expect(held.sent).toEqual([{ type: 'take' }])
  const away = on('android', (given) => (
    <Away {...given} state={{ name: 'away', at: clinic, how: 'lost' }} />
  ))
  expect(away.heading()).toBe('機械が、読み取りを終えました')
  await away.press('もう一度かざす')
  expect(away.sent).toEqual([{ type: 'hold' }])
})

test('1-B③ without a machine, or a reader, there is a way on', async () => {
  const nowhere = on('android', (given) => <Nowhere {...given} />)
  await nowhere.press('もう一度さがす')
  expect(nowhere.sent).toEqual([{ type: 'look' }])
  expect(nowhere.text()).not.toContain('どこにかざす？')
  // In the desk's frame its button is named.
  expect(on('android', (given) => <Nowhere {...given} onDesk />).text()).toContain(
    '「どこにかざす？」',
  )
  const device = await someDevice()
  const shown = show((given) => <HoldPlace {...given} device={device} />)
  await expect.poll(shown.heading).toBe('かざせません')
  expect(shown.buttons()).toContain('もう一度さがす')
})

test('1-B③ it is there in English', () => {
  const given = (drawn: Drawn) => (one: Given<HoldEvent>) => drawn({ ...one, platform: 'iphone' })
  expectEnglish(
    ...(['looking', 'recognising', 'approaching'] as const).map((name) =>
      given((one) => <AtWork {...one} state={{ name, at: kiosk }} />),
    ),
    given((one) => <Nowhere {...one} />),
    given((one) => <Nowhere {...one} onDesk />),
    given((one) => <Where {...one} state={{ name: 'where', places: [kiosk, clinic] }} />),
    given((one) => <Held {...one} state={{ name: 'held', at: kiosk }} />),
    given((one) => <Away {...one} state={{ name: 'away', at: kiosk, how: 'taken' }} />),
    given((one) => (
      <Stopped {...one} state={{ name: 'stopped', refusal: { code: 'NOT_REGISTERED' } }} />
    )),
  )
})
