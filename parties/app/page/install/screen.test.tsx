/** 2-B and 3-B: the app on the home screen. */
import { waitFor } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { keepInstallPrompt } from '../installed/prompt.ts'
import type { Device } from '../phone/device.ts'
import { expectEnglish, type Given, show, someDevice } from '../test-screen.tsx'
import InstallPlace from './place.tsx'

const android = await someDevice()
const iphone = await someDevice({ platform: 'iphone' })
const draw =
  (device: Device) =>
  ({ frame, go }: Given<unknown>) => <InstallPlace device={device} frame={frame} go={go} />
const install = (device: Device) => show(draw(device))

keepInstallPrompt()

/** The browser says that it could ask, as Chromium does. */
function offer(): { readonly asked: () => number } {
  const prompt = vi.fn()
  window.dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt }))
  return { asked: () => prompt.mock.calls.length }
}

test('2-B without the question of the browser the steps of Chrome are told', async () => {
  const shown = install(android)
  expect(shown.heading()).toBe('ホーム画面に追加する')
  expect(shown.text()).toContain('追加のしかた')
  expect(shown.text()).toContain('Chromeの右上の「︙」を押します')
  expect(shown.text()).not.toContain('Safari')
  expect(shown.text()).toContain(
    'Android6.0以上、ブラウザChrome69以上の条件を満たしていない可能性があります。',
  )
  expect(shown.buttons()).toEqual(['ホームへ'])
  await shown.press('ホームへ')
  await shown.press('戻る')
  expect(shown.left).toEqual(['home', 'where it was opened'])
})

test('2-B the question of the browser is explained, then asked once, by a press', async () => {
  const { asked } = offer()
  const shown = install(android)
  expect(shown.buttons()).toEqual(['ホーム画面に追加する'])
  expect(shown.text()).toContain('スマホの確認の画面で「インストール」を押すと')
  expect(shown.text()).toContain('このボタンで追加できないとき')
  expect(asked()).toBe(0)
  await shown.press('ホーム画面に追加する')
  expect(asked()).toBe(1)
  await waitFor(() => expect(shown.buttons()).toEqual(['ホームへ']))
  expect(shown.text()).toContain('スマホの確認の画面で「インストール」を押すと')
})

test('2-B once it is installed there is nothing to be asked', async () => {
  offer()
  const shown = install(android)
  expect(shown.buttons()).toEqual(['ホーム画面に追加する'])
  window.dispatchEvent(new Event('appinstalled'))
  await waitFor(() => expect(shown.buttons()).toEqual(['ホームへ']))
})

test('3-B an iPhone is told the steps of Safari, and that the card is added from the icon', () => {
  const shown = install(iphone)
  expect(shown.text()).toContain('Safariの下の共有ボタン')
  expect(shown.text()).toContain('Safariとホーム画面のアプリは、別々に覚えます。')
  expect(shown.text()).toContain('プッシュ通知も受け取れます。')
  expect(shown.text()).toContain('iOS 18.5以上が必要です')
  expect(shown.text()).not.toContain('Chrome')
})

test('2-B inside the desk it says that it has to be opened by itself', () => {
  const framed = '追加するには、このアプリをブラウザーで直接開いてください。'
  expect(install(android).text()).not.toContain(framed)
  vi.stubGlobal('top', {})
  const text = install(android).text()
  vi.unstubAllGlobals()
  expect(text).toContain(framed)
})

test('2-B 3-B it is there in English', () => {
  expectEnglish(draw(android), draw(iphone))
  offer()
  expectEnglish(draw(android))
})
