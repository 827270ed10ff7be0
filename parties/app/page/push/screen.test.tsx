/** 2-D ③, 3-D ⑦, 5-A1: push notices, in a browser that a test makes up. */
import type { PushTarget } from '@kazashi/phone'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Device } from '../phone/device.ts'
import { type ShownScreen, show, someDevice } from '../test-screen.tsx'
import { PushPart, WithPush } from './part.tsx'

/** The browser's abilities, and the person's answer when asked. */
interface Browser extends Record<'permission' | 'answer', NotificationPermission> {
  subscribed: boolean
}
const untouched: Browser = { permission: 'default', answer: 'granted', subscribed: false }
let browser = untouched

const subscription = {
  options: { applicationServerKey: null },
  toJSON: () => ({ endpoint: 'https://push.example/1', keys: { p256dh: 'P', auth: 'A' } }),
  unsubscribe: async () => {
    browser.subscribed = false
    return true
  },
}
const pushManager = {
  getSubscription: async () => (browser.subscribed ? subscription : null),
  subscribe: async () => {
    browser.subscribed = true
    return subscription
  },
}

/** A browser with push, as on a phone. */
function withPush(told: Partial<Browser> = {}): void {
  browser = { ...untouched, ...told }
  vi.stubGlobal('PushManager', class {})
  vi.stubGlobal('Notification', {
    get permission() {
      return browser.permission
    },
    requestPermission: async () => {
      browser.permission = browser.answer
      return browser.answer
    },
  })
  const register = async () => ({ active: {}, installing: null, waiting: null, pushManager })
  Object.defineProperty(navigator, 'serviceWorker', { value: { register }, configurable: true })
}

beforeEach(() => {
  localStorage.clear()
})
afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'serviceWorker')
})

const waiting = { summary: { name: 'waiting' } } as const
/** A phone whose authority takes pushes. */
async function reachable(): Promise<{ device: Device; taken: (PushTarget | undefined)[] }> {
  const taken: (PushTarget | undefined)[] = []
  const device = await someDevice(waiting)
  const authority = {
    ...device.authority,
    pushKey: async () => 'BAAB',
    takePushes: async (target: PushTarget | undefined) => void taken.push(target),
  }
  return { device: { ...device, authority }, taken }
}
async function push(device: Device, settable = false): Promise<ShownScreen<never>> {
  const shown = show(() => <PushPart device={device} settable={settable} />)
  await screen.findByRole('heading', { name: 'プッシュ通知' })
  return shown
}
const says = (shown: ShownScreen<never>, words: string) =>
  waitFor(() => expect(shown.text()).toContain(words))
const unusable = 'プッシュ通知は使えません。アプリを開いている間は、ここに届きます。'

test('2-D ③ the purpose of push, 「通知を受け取る」, and the authority gets the address', async () => {
  withPush()
  const { device, taken } = await reachable()
  const shown = await push(device)
  expect(shown.text()).toContain('発行の準備ができたときや、利用が止められたときに')
  expect(shown.buttons()).toEqual(['通知を受け取る'])
  expect(taken).toEqual([])
  await shown.press('通知を受け取る')
  await says(shown, 'プッシュ通知を受け取ります')
  expect(shown.text()).toContain('お名前や番号など、あなたのことは通知に出ません。')
  expect(shown.buttons()).toEqual([])
  const keys = { p256dh: 'P', auth: 'A' }
  expect(taken).toEqual([{ endpoint: 'https://push.example/1', keys, language: 'ja' }])
})

test('5-A1 it is stopped where it can be set, and can be had again', async () => {
  withPush({ permission: 'granted', subscribed: true })
  const { device, taken } = await reachable()
  const shown = await push(device, true)
  expect(shown.buttons()).toEqual(['通知を止める'])
  await shown.press('通知を止める')
  await waitFor(() => expect(shown.buttons()).toEqual(['通知を受け取る']))
  expect(taken).toEqual([undefined])
  expect(browser.subscribed).toBe(false)
})

test('2-D ③ after a refusal the screen says where to allow it, and does not ask again', async () => {
  withPush({ answer: 'denied' })
  const shown = await push(await someDevice(waiting))
  await shown.press('通知を受け取る')
  await says(shown, unusable)
  expect(shown.text()).toContain('スマホの設定でこのアプリの通知を「許可」にしてください。')
  expect(shown.buttons()).toEqual([])
})

test('2-D ③ the button to press while it asks; the reason of a failure, and another try', async () => {
  withPush()
  const shown = await push(await someDevice(waiting))
  const answer = Promise.withResolvers<NotificationPermission>()
  vi.spyOn(Notification, 'requestPermission').mockReturnValueOnce(answer.promise)
  await shown.press('通知を受け取る')
  await says(shown, 'スマホの確認の画面が出たら、「許可」を押してください。')
  expect(shown.buttons()).toEqual([])
  answer.resolve('granted')
  await says(shown, 'つながらなかったため、設定できませんでした。')
  expect(shown.buttons()).toEqual(['もう一度試す'])
  vi.spyOn(Notification, 'requestPermission').mockRejectedValue(new DOMException('none'))
  await shown.press('もう一度試す')
  await says(shown, 'このスマホでは、通知の受け取り先を用意できませんでした。')
})

test('2-D ③ before an application there is nobody to push to', async () => {
  withPush()
  const shown = await push(await someDevice())
  expect(shown.text()).toContain('申請をすると、プッシュ通知を受け取れるようになります。')
  expect(shown.buttons()).toEqual([])
})

test('3-D ⑦ a browser without it, Safari of an iPhone, the desk: the reason, or that the desk shows it', async () => {
  const plain = await push(await someDevice(waiting))
  expect(plain.text()).toContain(unusable)
  expect(plain.text()).toContain('このブラウザーには、プッシュ通知の機能がありません。')
  expect(plain.buttons()).toEqual([])
  const iphone = await push(await someDevice({ ...waiting, platform: 'iphone' }))
  expect(iphone.text()).toContain('このアプリをホーム画面に追加して開くと、受け取れます。')
  withPush()
  vi.stubGlobal('top', {})
  const framed = await push(await someDevice(waiting))
  expect(framed.text()).toContain('通知は、このスマホの画面の上に表示されます。')
  expect(framed.text()).not.toContain('使えません')
})

test('2-D ③ 3-D ⑦ what a screen says of the notice follows the same state as the setting', async () => {
  const way = async (given?: Partial<Browser>) => {
    if (given !== undefined) withPush(given)
    const device = await someDevice(waiting)
    const shown = show(() => (
      <WithPush device={device}>
        {(by, part) => (
          <>
            <p>by {by}</p>
            {part}
          </>
        )}
      </WithPush>
    ))
    await screen.findByRole('heading', { name: 'プッシュ通知' })
    return shown
  }
  expect((await way()).text()).toContain('by app')
  expect((await way({ permission: 'denied' })).text()).toContain('by app')
  const asked = await way({ answer: 'denied' })
  expect(asked.text()).toContain('by push')
  await asked.press('通知を受け取る')
  await says(asked, 'by app')
  vi.stubGlobal('top', {})
  expect((await way({})).text()).toContain('by banner')
})

test('2-D ③ it is there in English', async () => {
  withPush({ answer: 'denied' })
  const device = await someDevice(waiting)
  const shown = show(() => <PushPart device={device} />, 'en')
  await says(shown, 'This phone tells you when your certificates are ready')
  const off = shown.text()
  await shown.press('Get notifications')
  await says(shown, 'You cannot get push notifications here.')
  expect(off + shown.text()).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u)
})
