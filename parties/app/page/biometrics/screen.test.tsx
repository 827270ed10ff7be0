/** 1-A③ 「指紋・顔で使う」. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import type { FaultCode } from '../faults/codes.ts'
import { expectEnglish, type Given, show, someDevice } from '../test-screen.tsx'
import { EnterPin } from './pin.tsx'
import BiometricsPlace from './place.tsx'
import { About, type At, AtWork, Ended, Now, Ready, Stopped, Sure, Unavailable } from './screen.tsx'
import type { BiometricsEvent } from './table.ts'

type Drawn = (given: Given<BiometricsEvent> & { platform: PhonePlatform }) => ReactNode

const android = (drawn: Drawn) =>
  show<BiometricsEvent>((given) => drawn({ ...given, platform: 'android' }))
const pin = (more: Partial<At<'pin'>> = {}) =>
  android((given) => <EnterPin {...given} state={{ name: 'pin', ...more }} />)
const unavailable = (why: At<'unavailable'>['why']) =>
  android((given) => <Unavailable {...given} state={{ name: 'unavailable', why }} />)
const stopped = (code: FaultCode) => (given: Parameters<Drawn>[0]) => (
  <Stopped
    {...given}
    state={{ name: 'stopped', refusal: { code } }}
    onResetSecret={() => given.go('reset-secret')}
  />
)
const entered = { type: 'pin-entered', pin: '8305' } as const

test('1-A③ its purpose, the uses that stay with PIN and password, and people who should not use it', async () => {
  const shown = android((given) => <About {...given} />)
  expect(shown.heading()).toBe('指紋・顔で使う')
  expect(shown.text()).toContain('指紋や顔のデータは、このスマホの外に出ません。')
  expect(shown.text()).toContain('画面ロックを外せる人は、ログインできます')
  expect(shown.buttons()).toEqual(['はじめる'])
  await shown.press('はじめる')
  expect(shown.sent).toEqual([{ type: 'begin' }])
  const iphone = show<BiometricsEvent>((given) => <About {...given} platform="iphone" />)
  expect(iphone.heading()).toBe('Face ID・Touch IDで使う')
  expect(iphone.text()).not.toContain('スマホ')
})

test('1-A③ the PIN comes first; a wrong one costs a try, the last one needs a tick', async () => {
  const shown = pin()
  expect(shown.text()).toContain('続けて3回間違えると、ロックされます。')
  await shown.type('スマホ用利用者証明用電子証明書のパスワード', '8305')
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ ...entered, lastTryConfirmed: false }])
  expect(pin({ fault: 'form' }).text()).toContain('数字4ケタで入れてください。')
  const refusal = { code: 'SECRET_WRONG', triesLeft: 1 } as const
  const last = pin({ refusal, fault: 'last-try-unconfirmed' })
  expect(last.text()).toContain('パスワードが違います')
  expect(last.text()).toContain('あと1回で、ロックされます。')
  expect(last.text()).toContain('よく確かめてから、このチェックを付けてください。')
  await last.type('スマホ用利用者証明用電子証明書のパスワード', '8305')
  expect(last.text()).not.toContain('パスワードが違います')
  await last.tick('自分で決めた番号であることを確かめました')
  await last.press('次へ')
  expect(last.sent).toEqual([{ ...entered, lastTryConfirmed: true }])
})

test('1-A③ the screen of the phone; an unrecognised person has lost no try', async () => {
  const ready = (unrecognised: boolean) =>
    android((given) => <Ready {...given} state={{ name: 'ready', unrecognised }} />)
  expect(ready(false).text()).not.toContain('確認できませんでした')
  const shown = ready(true)
  expect(shown.text()).toContain('パスワードの残り回数は減っていません。')
  expect(shown.buttons()).toEqual(['確認画面を出す', 'ホームへ'])
  await shown.press('確認画面を出す')
  await shown.press('ホームへ')
  expect(shown.sent).toEqual([{ type: 'ask' }])
  expect(shown.left).toEqual(['home'])
})

test('1-A③ while it works the step is shown, and nothing can be pressed', () => {
  const atWork = (name: Parameters<typeof AtWork>[0]['state']['name']) =>
    android((given) => <AtWork {...given} state={{ name }} />)
  expect(atWork('looking').heading()).toBe('使えるか確かめています')
  expect(atWork('checking').heading()).toBe('パスワードを確かめています')
  expect(atWork('turning-off').heading()).toBe('設定を消しています')
  expect(atWork('asking').text()).toContain('出てきた確認画面で、確認してください。')
  expect(atWork('asking').buttons()).toEqual([])
})

test('1-A③ it is on; before it is turned off one question is asked', async () => {
  const now = android((given) => <Now {...given} />)
  expect(now.text()).toContain('使っています')
  expect(now.buttons()).toEqual(['ホームへ', '使うのをやめる'])
  await now.press('使うのをやめる')
  expect(now.sent).toEqual([{ type: 'turn-off' }])
  const sure = android((given) => <Sure {...given} />)
  await sure.press('やめない')
  await sure.press('使うのをやめる')
  expect(sure.sent).toEqual([{ type: 'back' }, { type: 'sure' }])
})

test('1-A③ the result is shown, with its consequence', async () => {
  const ended = (name: 'turned-on' | 'turned-off') =>
    android((given) => <Ended {...given} state={{ name }} />)
  expect(ended('turned-on').heading()).toBe('指紋・顔で使えるようになりました')
  const off = ended('turned-off')
  expect(off.heading()).toBe('使うのをやめました')
  expect(off.text()).toContain('パスワード（数字4ケタ）を入れてください。')
  await off.press('ホームへ')
  expect(off.left).toEqual(['home'])
})

test('1-A③ the reason why it cannot be used; from a frame it opens in a window of its own', async () => {
  expect(unavailable('no-webauthn').text()).toContain('確認するしくみがありません。')
  expect(unavailable('no-authenticator').text()).toContain('指紋や顔が登録されていないか')
  expect(unavailable('no-prf').text()).toContain('対応していません。')
  expect(unavailable('no-prf').buttons()).toEqual(['ホームへ'])
  const open = vi.spyOn(window, 'open').mockReturnValue(null)
  const framed = unavailable('framed')
  await framed.press('アプリだけの画面で開く')
  expect(open.mock.calls).toEqual([[location.href, '_blank']])
})

test('1-A③ a locked PIN leads to a new one, another refusal home', async () => {
  const shown = android(stopped('SECRET_BLOCKED'))
  await shown.press('パスワードを設定し直す')
  expect(shown.left).toEqual(['reset-secret'])
  expect(android(stopped('STORE_FAILED')).buttons()).toEqual(['ホームへ'])
})

test('1-A③ every screen of it is there in English, on both phones', () => {
  const refusal = { code: 'SECRET_WRONG', triesLeft: 1 } as const
  const screens: readonly Drawn[] = [
    (given) => <About {...given} />,
    (given) => <Now {...given} />,
    (given) => <Sure {...given} />,
    (given) => <EnterPin {...given} state={{ name: 'pin', fault: 'form', refusal }} />,
    (given) => <Ready {...given} state={{ name: 'ready', unrecognised: true }} />,
    (given) => <AtWork {...given} state={{ name: 'asking' }} />,
    (given) => <Ended {...given} state={{ name: 'turned-on' }} />,
    (given) => <Ended {...given} state={{ name: 'turned-off' }} />,
    (given) => <Unavailable {...given} state={{ name: 'unavailable', why: 'framed' }} />,
    stopped('SECRET_BLOCKED'),
  ]
  for (const platform of ['android', 'iphone'] as const) {
    const drawn = screens.map((one) => (given: Given<unknown>) => one({ ...given, platform }))
    expectEnglish(...drawn)
  }
})

test('1-A③ a phone without the means says so, and goes back to the menu', async () => {
  const device = await someDevice()
  const shown = show(({ frame, go }) => <BiometricsPlace device={device} frame={frame} go={go} />)
  await waitFor(() => expect(shown.heading()).toBe('指紋・顔は使えません'))
  await shown.press('戻る')
  expect(shown.left).toEqual(['where it was opened'])
})

test.each([
  ['on', 'Face ID・Touch IDで使う', '使っています', '使うのをやめる', []],
  [
    ...['locked', '設定を続けられません', 'iPhone用の暗証番号かパスワードがロックされています'],
    ...['パスワードを設定し直す', ['reset-secret']],
  ],
] as const)('1-A③ an iPhone where it is %s', async (how, title, words, button, left) => {
  const good = { notAfter: new Date(0), validity: 'good', suspended: false } as const
  const login = { ...good, kind: 'authentication', locked: how === 'locked' } as const
  const certificates = [{ ...login, biometrics: true }]
  const summary = { name: 'active', certificates } as const
  const device = await someDevice({ platform: 'iphone', summary })
  const shown = show(({ frame, go }) => <BiometricsPlace device={device} frame={frame} go={go} />)
  expect(shown.heading()).toBe(title)
  expect(shown.text()).toContain(words)
  await shown.press(button)
  expect(shown.left).toEqual(left)
})
