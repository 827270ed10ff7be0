/** The home screen of an iPhone: 3-C ②, 3-D ⑦, and every hindrance. */
import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { CertificateSummary, PhoneSummary } from '../phone/phone-summary.ts'
import {
  expectEnglish,
  type ShownScreen,
  show,
  someApplication,
  someCertificate,
  someDevice,
} from '../test-screen.tsx'
import IphoneHome from './place.tsx'

const application = someApplication()
const signing = someCertificate('signing')
const inUse = (more: Partial<CertificateSummary> = {}): Partial<PhoneSummary> => ({
  name: 'active',
  certificates: [signing, someCertificate('authentication', more)],
})
const suspended: Partial<PhoneSummary> = { ...inUse({ suspended: true }), name: 'suspended' }
const ended = { why: 'card-ended', at: '2026-11-20T09:00:00+09:00' }

const homeOf = async (summary: Partial<PhoneSummary>) => {
  const device = await someDevice({ platform: 'iphone', summary })
  return show(({ frame, go }) => <IphoneHome device={device} frame={frame} go={go} />)
}
/** Presses the button. @returns the place it led to */
const leads = async (shown: ShownScreen<never>, name: string) => {
  await shown.press(name)
  return shown.left.at(-1)
}

afterEach(() => {
  vi.unstubAllGlobals()
})

test('3-C ② nothing is here yet: the use of a card, and 「追加をはじめる」', async () => {
  const shown = await homeOf({})
  expect(shown.heading()).toBe('iPhoneのマイナンバーカード')
  expect(shown.text()).toContain('まだ追加していません')
  expect(shown.text()).toContain('必要なものを用意し、本人確認のために、顔の動きを撮影します。')
  expect(shown.buttons()).toEqual(['お知らせ', 'メニュー', '追加をはじめる'])
  expect(await leads(shown, '追加をはじめる')).toBe('iphone-add')
  expect(await leads(shown, 'メニュー')).toBe('menu')
})

test('3-C ② begun before: it goes on from there, or is given up', async () => {
  const shown = await homeOf({ name: 'unfinished' })
  expect(shown.text()).toContain('追加の途中です')
  expect(shown.text()).toContain('カードの読み取りまで済んでいます。')
  expect(await leads(shown, '続きからはじめる')).toBe('iphone-add')
  expect(await leads(shown, '追加を取りやめる')).toBe('withdraw')
  expect(shown.buttons()).not.toContain('追加をはじめる')
})

test('3-C what was begun is shown with its start time, and goes on only while that is possible', async () => {
  const begun = { purpose: 'new', at: '2026-11-23T10:05:00+09:00', tooOld: false } as const
  const draft = await homeOf({ begun })
  expect(draft.text()).toContain('11月23日(月) 10:05にはじめた手続きが、途中です。')
  expect(draft.buttons().at(-1)).toBe('追加をはじめる')
  expect(await leads(draft, '続きからはじめる')).toBe('iphone-add')
  const late = await homeOf({ name: 'unfinished', begun: { ...begun, tooOld: true } })
  expect(late.text()).toContain('時間がたったため、続きからはできません。')
  expect(late.buttons()).not.toContain('続きからはじめる')
})

test('3-D ⑦ the wait: until when, the receipt number, and no login before', async () => {
  const shown = await homeOf({ name: 'waiting', application })
  expect(shown.text()).toContain('利用可能になるまで、お待ちください')
  expect(shown.text()).toContain('11月24日(火) 10:05ごろ、利用可能になる見込みです。')
  expect(shown.text()).toContain('このアプリは閉じてもかまいません。')
  expect(shown.text()).toContain('追加の申し込み11月24日(火) 10:00　受付番号 K-7Q2M9')
  expect(shown.text()).not.toContain('できること')
  expect(shown.buttons()).toEqual(['お知らせ', 'メニュー', '追加を取りやめる'])
})

test('3-D ⑦ notices are offered while one waits, until it is decided', async () => {
  vi.stubGlobal('Notification', { permission: 'default' })
  const shown = await homeOf({ name: 'waiting', application })
  expect(await leads(shown, '通知を受け取る')).toBe('notices')
  expect((await homeOf(inUse())).buttons()).not.toContain('通知を受け取る')
  vi.stubGlobal('Notification', { permission: 'denied' })
  const decided = await homeOf({ name: 'waiting', application })
  expect(decided.buttons()).not.toContain('通知を受け取る')
})

test('3-D ⑦ the card comes in by itself; where it does not, it is tried again', async () => {
  let tries = 0
  const device = {
    ...(await someDevice({ platform: 'iphone', summary: { name: 'ready', application } })),
    syncClock: async () => {
      tries += 1
      throw new TypeError('no network in this test')
    },
  }
  const shown = show(({ frame, go }) => <IphoneHome device={device} frame={frame} go={go} />)
  expect(shown.text()).toContain('ウォレットに入れています')
  expect(shown.buttons()).not.toContain('もう一度試す')
  expect((await screen.findByRole('alert')).textContent).toContain('つながりません')
  expect(tries).toBe(1)
  await shown.press('もう一度試す')
  expect(tries).toBe(2)
})

test('3-D ⑦ 「利用可能」, until when, its uses, and the number to call', async () => {
  const shown = await homeOf(inUse())
  expect(shown.text()).toContain('利用可能')
  expect(shown.text()).toContain('署名用電子証明書有効')
  expect(shown.text()).toContain('利用者証明用電子証明書有効')
  expect(shown.text()).toContain('2031年4月3日')
  expect(shown.text()).not.toContain('属性証明')
  expect(shown.text()).toContain('5分ほどかかることがあります。')
  expect(shown.text()).toContain('マイナポータル（練習用）へのログイン')
  expect(shown.text()).toContain('0120-95-0178 （練習のため、押してもかかりません）')
  expect(screen.queryByRole('link')).toBeNull()
  expect(await leads(shown, '読み取りかた・読み取れないとき')).toBe('login')
  expect(await leads(shown, 'くわしく見る・削除する')).toBe('iphone-card')
  expect(shown.buttons()).not.toContain('パスワードを設定し直す')
})

test('5-A4 before it ends the last day and the remedy are shown', async () => {
  const shown = await homeOf(inUse({ validity: 'ending' }))
  expect(shown.text()).toContain('2031年4月3日で使えなくなります。')
  expect(shown.text()).toContain('実物のカードの電子証明書をもう更新できます。')
  expect(shown.text()).toContain('できること')
})

test('3-D a locked secret: no login before it is set anew from here', async () => {
  const shown = await homeOf(inUse({ locked: true }))
  expect(shown.text()).toContain('一部が使えません')
  expect(shown.text()).toContain('実物のカードで、設定し直せます。')
  expect(shown.text()).toContain('利用者証明用電子証明書パスワードがロック中')
  expect(shown.text()).not.toContain('できること')
  expect(await leads(shown, 'パスワードを設定し直す')).toBe('reset-secret')
})

test('5-A4 expired: the card is renewed first, and no login is offered', async () => {
  const over = [{ ...signing, validity: 'expired' } as const]
  const shown = await homeOf({ name: 'active', certificates: over })
  expect(shown.text()).toContain('有効期限が切れています')
  expect(shown.text()).toContain(
    '電子証明書を更新してから、このiPhoneに、もう一度追加してください。',
  )
  expect(shown.text()).not.toContain('5分ほど')
  const partly = await homeOf(inUse({ validity: 'expired' }))
  expect(partly.text()).toContain('一部が使えません')
  expect(partly.text()).not.toContain('できること')
})

test('1-D unknown to the authority: nothing is offered but to begin anew', async () => {
  const shown = await homeOf({ ...inUse(), unknown: true })
  expect(shown.text()).toContain('窓口に記録がありません')
  expect(shown.text()).not.toContain('利用可能')
  expect(shown.text()).not.toContain('できること')
  expect(shown.buttons()).toEqual(['お知らせ', 'メニュー', 'はじめの状態に戻す'])
  expect(await leads(shown, 'はじめの状態に戻す')).toBe('reset-phone')
  const waiting = await homeOf({ name: 'waiting', application, unknown: true })
  expect(waiting.buttons()).toEqual(['お知らせ', 'メニュー', 'はじめの状態に戻す'])
})

test('1-B① with a signing certificate alone there is no login', async () => {
  const shown = await homeOf({ name: 'active', certificates: [signing] })
  expect(shown.text()).toContain('利用可能')
  expect(shown.text()).not.toContain('できること')
})

test('5-B3 suspended: 「利用再開」 after it is found, and no login', async () => {
  const shown = await homeOf(suspended)
  expect(shown.text()).toContain('一時利用停止中')
  expect(shown.text()).toContain('iPhoneが見つかったときは、「利用再開」から')
  expect(shown.text()).toContain('0120-95-0178')
  expect(shown.text()).not.toContain('できること')
  expect(await leads(shown, '利用再開')).toBe('iphone-add')
})

test('3-E ⑦ over: reason and date, and it can be added again', async () => {
  const shown = await homeOf({ name: 'ended', ended })
  expect(shown.text()).toContain('利用は終わりました')
  expect(shown.text()).toContain('もとのマイナンバーカードの電子証明書が更新・失効したため')
  expect(shown.text()).toContain('11月20日(金) 9:00')
  expect(await leads(shown, '追加をはじめる')).toBe('iphone-add')
  const here = await homeOf({ name: 'ended', ended: { ...ended, why: 'revoked' } })
  expect(here.text()).toContain('このiPhoneで削除の手続きをしたため')
  const unknown = await homeOf({ name: 'ended', ended: { ...ended, why: 'never heard of' } })
  expect(unknown.text()).toContain('理由は、電話でお尋ねください')
})

test.each([
  ['revoke', 'iphone-card', '削除の手続きが、まだ終わっていません。'],
  ['delete-other', 'delete-other', '別のスマートフォンのカードを削除する手続きが'],
  ['unblock', 'reset-secret', '暗証番号・パスワードを設定し直す手続きが'],
] as const)(
  '3-E, 3-F %s without an answer goes on, before anything else',
  async (request, place, words) => {
    const shown = await homeOf({ ...(request === 'delete-other' ? {} : inUse()), request })
    expect(shown.text()).toContain(words)
    expect(await leads(shown, '手続きを続ける')).toBe(place)
    expect(shown.buttons()).not.toContain('追加をはじめる')
    expect(shown.buttons()).not.toContain('くわしく見る・削除する')
  },
)

test('3-C, 3-D every condition is there in English', async () => {
  const all: readonly Partial<PhoneSummary>[] = [
    ...[{}, { name: 'unfinished' } as const, { name: 'waiting', application } as const],
    ...[inUse(), inUse({ locked: true }), inUse({ validity: 'expired' })],
    ...[inUse({ validity: 'ending' }), suspended, { name: 'ended', ended } as const],
    ...[
      { request: 'delete-other' } as const,
      { unknown: true },
      { name: 'ready', application } as const,
    ],
  ]
  for (const summary of all) {
    const device = await someDevice({ platform: 'iphone', summary })
    expectEnglish(({ frame, go }) => <IphoneHome device={device} frame={frame} go={go} />)
  }
})
