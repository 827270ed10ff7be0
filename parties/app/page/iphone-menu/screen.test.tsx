/** 3-E ②③, 3-F ①②: the menu of an iPhone. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import { signalsAreOn } from '../phone/signals.ts'
import { expectEnglish, show, someCertificate, someDevice } from '../test-screen.tsx'
import IphoneMenu from './place.tsx'

const authentication = someCertificate('authentication')
const active: Partial<PhoneSummary> = { name: 'active', certificates: [authentication] }
const menuOf = async (summary: Partial<PhoneSummary>) => {
  const device = await someDevice({ platform: 'iphone', summary })
  return show(({ frame, go }) => <IphoneMenu device={device} frame={frame} go={go} />)
}
const card = 'iPhoneのマイナンバーカード'
const deleteOther = '別のスマートフォンのカードを削除'
const others = [
  'お知らせ',
  '見せた記録',
  '新しいスマホに替えるとき',
  'ホーム画面に追加する',
  'なくしたとき',
]

beforeEach(() => localStorage.clear())
afterEach(() => {
  vi.unstubAllGlobals()
})

test('3-F ①② without a card 「別のスマートフォンのカードを削除」 stands at the bottom', async () => {
  const shown = await menuOf({})
  expect(shown.heading()).toBe('メニュー')
  expect(shown.buttons()).toEqual([card, ...others, 'ヘルプ・お問い合わせ', deleteOther])
  expect(shown.text()).toContain(
    '手元にないスマートフォンに入っているカードを、実物のカードを使って削除します。',
  )
  await shown.press(/^別のスマートフォンのカードを削除/)
  expect(shown.left).toEqual(['delete-other'])
})

test('3-E ②③ with a card it is opened here, and nothing of another phone is deleted', async () => {
  const shown = await menuOf(active)
  expect(shown.buttons()).toEqual([
    ...[card, '機械にかざす', '情報を見せる', 'Face ID・Touch IDで使う', 'パスワードを設定し直す'],
    ...[...others, 'ヘルプ・お問い合わせ'],
  ])
  await shown.press(/^iPhoneのマイナンバーカード/)
  await shown.press(/^機械にかざす/)
  await shown.press(/^Face ID・Touch IDで使う/)
  await shown.press(/^パスワードを設定し直す/)
  expect(shown.left).toEqual(['iphone-card', 'hold', 'biometrics', 'reset-secret'])
})

test.each([
  ['nothing', '未追加', 'iphone-add'],
  ['unfinished', '追加の途中', 'iphone-add'],
  ['waiting', '準備中', 'home'],
  ['ready', '準備中', 'home'],
  ['active', '利用可能', 'iphone-card'],
  ['suspended', '一時利用停止中', 'iphone-card'],
  ['ended', '終了', 'iphone-add'],
] as const)('3-D ⑦, 3-E ③ %s: 「%s」, and pressed it leads to %s', async (name, state, place) => {
  const shown = await menuOf({ name })
  expect(shown.text()).toContain(`iPhoneのマイナンバーカード${state}`)
  await shown.press(/^iPhoneのマイナンバーカード/)
  expect(shown.left).toEqual([place])
})

test('5-B3 a suspended card: no secret is set anew, no face, no deletion elsewhere', async () => {
  const shown = await menuOf({ name: 'suspended', certificates: [authentication] })
  expect(shown.buttons()).toEqual([card, ...others, 'ヘルプ・お問い合わせ'])
})

test('1-A③ Face ID is there for the certificate that logs in alone', async () => {
  const shown = await menuOf({ ...active, certificates: [{ ...authentication, kind: 'signing' }] })
  expect(shown.buttons()).not.toContain('Face ID・Touch IDで使う')
  expect(shown.buttons()).toContain('パスワードを設定し直す')
})

test('3-E ② the other entries lead to their places, back leads home', async () => {
  const shown = await menuOf({})
  await shown.press(/^お知らせ/)
  await shown.press(/^新しいスマホに替えるとき/)
  await shown.press(/^ホーム画面に追加する/)
  await shown.press(/^なくしたとき/)
  await shown.press(/^ヘルプ・お問い合わせ/)
  await shown.press('戻る')
  expect(shown.left).toEqual(['notices', 'new-phone', 'install', 'loss', 'help', 'home'])
})

test('3-B on the home screen already, the app is not offered for it', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }))
  const shown = await menuOf({})
  expect(shown.buttons()).not.toContain('ホーム画面に追加する')
  expect(shown.buttons()).toContain('お知らせ')
})

test('3-C ⑦ sound and vibration are turned off and on here', async () => {
  const shown = await menuOf({})
  const name = '読み取りを音と振動で知らせる'
  await shown.tick(name)
  expect(signalsAreOn()).toBe(false)
  await shown.tick(name)
  expect(signalsAreOn()).toBe(true)
})

test('3-E ② the menu turns English, and is English then', async () => {
  const shown = await menuOf(active)
  await shown.press('English')
  expect(shown.heading()).toBe('Menu')
  for (const summary of [{}, active, { name: 'suspended' } as const]) {
    const device = await someDevice({ platform: 'iphone', summary })
    expectEnglish(({ frame, go }) => <IphoneMenu device={device} frame={frame} go={go} />)
  }
})
