/** 「見せた記録」: on this phone alone, and gone when the holder says so. */
import { rememberShown } from '@kazashi/phone/presentation'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectEnglish, show, someDevice } from '../test-screen.tsx'
import ShownPlace from './place.tsx'

const entry = {
  at: '2026-11-23T01:00:00.000Z',
  asker: 'Shop',
  host: 'shop.example',
  known: false,
  outcome: 'shown',
  elements: [{ identifier: 'age_over_20', retained: true }],
} as const

test('1-A②.single the record says when, to whom and what, and is deleted one by one or whole', async () => {
  const device = await someDevice({ platform: 'iphone' })
  await rememberShown(device.phone, entry)
  await rememberShown(device.phone, { ...entry, asker: 'Bar', outcome: 'refused' })
  const shown = show(({ frame, go }) => <ShownPlace device={device} frame={frame} go={go} />)
  await waitFor(() => expect(shown.text()).toContain('Bar'))
  expect(shown.text()).toContain('見せたもの: 20歳以上かどうか（相手が残す）')
  expect(shown.text()).toContain('見せなかったもの: 20歳以上かどうか')
  expect(shown.text()).toContain('確かめられない相手')
  await shown.press(/「Bar」の記録を消す/)
  await waitFor(() => expect(shown.text()).not.toContain('Bar'))
  await shown.press('記録をすべて消す')
  await shown.press('やめる')
  expect(shown.text()).toContain('Shop')
  await shown.press('記録をすべて消す')
  await shown.press('すべて消す')
  await screen.findByText('まだ記録はありません。')
  expectEnglish(({ frame, go }) => <ShownPlace device={device} frame={frame} go={go} />)
})
