/** 1-B① on an iPhone: hindrances are shown in an iPhone's words. */
import { screen } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import { expectEnglish, show, someCertificate, someDevice } from '../test-screen.tsx'
import IphoneLogin from './iphone-place.tsx'

const authentication = someCertificate('authentication')
const asked = '/login?request=https%3A%2F%2Fsite.example%2Frequest'
const loginOf = async (summary: Partial<PhoneSummary>) => {
  const device = await someDevice({ platform: 'iphone', summary })
  return show(({ frame, go }) => <IphoneLogin device={device} frame={frame} go={go} />)
}

afterEach(() => history.replaceState(null, '', '/'))

test('1-B① without a request: how a QR code is read, and a field for its address', async () => {
  const shown = await loginOf({ name: 'active', certificates: [authentication] })
  expect(shown.heading()).toBe('別の画面のサイトにログインする')
  await shown.type(/^カメラで読み取れないときは/, 'https://site.example/')
  await shown.press('次へ')
  expect(shown.text()).toContain('ログイン用のアドレスではないようです。')
  await shown.press('戻る')
  expect(shown.left).toEqual(['where it was opened'])
})

test.each([
  [{}, 'まだマイナンバーカードがありません', 'ホームの「追加をはじめる」へ進んでください'],
  [{ name: 'waiting' }, 'まだ利用可能になっていません', 'ホームで、様子を確かめてください'],
  [
    { name: 'ended' },
    'このiPhoneのマイナンバーカードは終わっています',
    '使うには、もう一度追加してください',
  ],
] as const)(
  '1-B① %o: the reason for no login is shown before a PIN is asked for',
  async (summary, what, next) => {
    history.replaceState(null, '', asked)
    const shown = await loginOf(summary)
    expect((await screen.findByRole('alert')).textContent).toContain(what)
    expect(shown.heading()).toBe('ログインできませんでした')
    expect(shown.text()).toContain(next)
    expect(shown.text()).not.toContain('スマホ用電子証明書')
    expect(shown.buttons()).toEqual(['ホームへ'])
  },
)

test('1-B① a locked PIN leads to the place where it is reset', async () => {
  history.replaceState(null, '', asked)
  const locked = { ...authentication, locked: true }
  const shown = await loginOf({ name: 'active', certificates: [locked] })
  expect((await screen.findByRole('alert')).textContent).toContain(
    'iPhone用の暗証番号かパスワードがロックされています',
  )
  await shown.press('パスワードを設定し直す')
  expect(shown.left).toEqual(['reset-secret'])
})

test('1-B① suspended: 「利用再開」, which on an iPhone adds the card anew', async () => {
  history.replaceState(null, '', asked)
  const suspended = { ...authentication, suspended: true }
  const shown = await loginOf({ name: 'suspended', certificates: [suspended] })
  expect((await screen.findByRole('alert')).textContent).toContain('一時利用停止中です')
  await shown.press('利用再開の手続きをする')
  expect(shown.left).toEqual(['resume'])
})

test('1-B① hindrances are shown in English too', async () => {
  const device = await someDevice({ platform: 'iphone' })
  expectEnglish(({ frame, go }) => <IphoneLogin device={device} frame={frame} go={go} />)
  history.replaceState(null, '', asked)
  const shown = show(({ frame, go }) => <IphoneLogin device={device} frame={frame} go={go} />, 'en')
  expect((await screen.findByRole('alert')).textContent).toContain(
    'There is no My Number Card on this iPhone yet',
  )
  expect(shown.heading()).toBe('You could not be logged in')
})
