/** 2-C, 4-B, 5-B3: one procedure for three purposes, from its first screen. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { show, someDevice } from '../test-screen.tsx'
import Apply from './place.tsx'
import Resume from './resume-place.tsx'
import Switch from './switch-place.tsx'

const onSupportedPhone = async () => {
  const there = await someDevice()
  const phones = [{ platform: 'android', model: 'test', minimumOsVersion: '6.0' }] as const
  const supportedPhones = async () => ({ minimumAppVersion: '0.1.0', phones: [...phones] })
  return { ...there, authority: { ...there.authority, supportedPhones } }
}

test('2-A 4-B 5-B3 each purpose begins with its check list, and 「< 戻る」 leaves to where it was opened', async () => {
  const device = await onSupportedPhone()
  const saysFirst = async (Place: typeof Apply) => {
    const shown = show(({ frame, go }) => <Place device={device} frame={frame} go={go} />)
    expect(shown.heading()).toBe('用意するものを確かめましょう')
    await expect.poll(shown.text).toContain('このスマホは対応しています。')
    const text = shown.text()
    await shown.press(/戻る/)
    expect(shown.left).toEqual(['where it was opened'])
    return text
  }
  expect(await saysFirst(Apply)).toContain('前のスマホで使っている：1人1台です。')
  expect(await saysFirst(Switch)).toContain('前のスマホは、登録が終わるまでそのまま使えます。')
  expect(await saysFirst(Resume)).toContain('止められていたものは、申請すると失効します。')
})

test('2-A 2-C③ the desk is told that the card’s password is asked for, not at the check list, and no longer after', async () => {
  const device = await onSupportedPhone()
  const told: boolean[] = []
  const hear = (asks: boolean) => told.push(asks)
  const shown = show(({ frame, go }) => (
    <Apply device={device} frame={frame} go={go} onAsks={hear} />
  ))
  await expect.poll(shown.text).toContain('このスマホは対応しています。')
  for (const box of screen.getAllByRole('checkbox')) box.click()
  expect(told).toEqual([])
  await shown.press('次へ')
  expect(told).toEqual([true])
  await shown.type('パスワード', 'ABC123')
  await shown.press('次へ')
  expect(told).toEqual([true, false])
})
