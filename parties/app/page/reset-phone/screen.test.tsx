/** A phone its authority has no record of: the data to be erased is named first. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { expect, test } from 'vitest'
import { expectEnglish, type Given, show, someDevice } from '../test-screen.tsx'
import ResetPhonePlace, { ResetPhone } from './place.tsx'
import type { ResetPhoneEvent, ResetPhoneState } from './table.ts'

const drawn =
  (state: ResetPhoneState, platform: PhonePlatform = 'android') =>
  ({ send, frame }: Given<ResetPhoneEvent>) => (
    <ResetPhone state={state} send={send} frame={frame} platform={platform} />
  )

test('5-A2 before anything is erased the screen names it, and says that the card does not change', async () => {
  const shown = show(drawn({ name: 'question' }))
  expect(shown.heading()).toBe('このスマホを、はじめの状態に戻しますか')
  expect(shown.text()).toContain('マイナンバーカードは、そのまま使えます')
  expect(shown.buttons()).toEqual(['はじめの状態に戻す', '戻さないでやめる'])
  await shown.press('戻さないでやめる')
  expect(shown).toMatchObject({ left: ['home'], sent: [] })
  await shown.press('はじめの状態に戻す')
  expect(shown.sent).toEqual([{ type: 'erase' }])
  expect(show(drawn({ name: 'question' }, 'iphone')).text()).toContain(
    'もう一度はじめから追加します',
  )
})

test('5-A2 a phone that is known after all is not changed, and says so', async () => {
  const shown = show(drawn({ name: 'stopped', refusal: { code: 'KNOWN_TO_AUTHORITY' } }))
  expect(shown.heading()).toBe('戻しませんでした')
  expect(shown.text()).toContain('このスマホの記録は、窓口にあります')
  expect(show(drawn({ name: 'erasing' })).buttons()).toEqual([])
  expect(show(drawn({ name: 'erased' })).text()).toContain('はじめから申請できます')
})

test('5-A2 the procedure asks once more: with nothing unknown there is nothing to erase', async () => {
  const device = await someDevice()
  const shown = show(({ frame, go }) => <ResetPhonePlace device={device} frame={frame} go={go} />)
  await shown.press('はじめの状態に戻す')
  await expect.poll(shown.heading).toBe('戻しませんでした')
  const english: ResetPhoneState[] = [
    { name: 'question' },
    { name: 'erasing' },
    { name: 'erased' },
    { name: 'stopped', refusal: { code: 'NETWORK' } },
  ]
  expectEnglish(...english.map((state) => drawn(state)))
})
