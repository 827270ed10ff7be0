/** In both menus: sound and vibration, on at first, and kept. */
import { expect, test } from 'vitest'
import { show } from '../../test-screen.tsx'
import { SignalSetting } from './screen.tsx'

test('2-C ⑦ sound and vibration can be turned off, and stay off', async () => {
  localStorage.clear()
  const isOn = () => document.querySelector('input')?.checked
  const shown = show(() => <SignalSetting />)
  expect(isOn()).toBe(true)
  await shown.tick('読み取りを音と振動で知らせる')
  expect(isOn()).toBe(false)
  show(() => <SignalSetting />)
  expect(isOn()).toBe(false)
})
