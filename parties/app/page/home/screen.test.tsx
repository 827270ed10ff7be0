/** Home: the state of the phone, and the one thing to do next. */
import { screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import type { FaultCode } from '../faults/codes.ts'
import { emptySummary, type PhoneSummary } from '../phone/phone-summary.ts'
import {
  expectEnglish,
  type Given,
  show,
  someApplication,
  someCertificate,
} from '../test-screen.tsx'
import { Home } from './screen.tsx'

const login = someCertificate('authentication')
const signing = someCertificate('signing')
const application = someApplication()
const draw =
  (summary: Partial<PhoneSummary>, code?: FaultCode) =>
  ({ go }: Given<unknown>) => (
    <Home
      summary={{ ...emptySummary, ...summary }}
      go={go}
      closed={code === undefined ? undefined : { code }}
    />
  )
const home = (summary: Partial<PhoneSummary> = {}) => show(draw(summary))
const canDo = 'マイナポータル（練習用）へのログイン'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('2-C ② a phone with nothing on it: 「メニュー」, and the way to begin', async () => {
  const shown = home()
  expect(shown.heading()).toBe('このスマホのカード')
  expect(shown.text()).toContain('まだ何も入っていません')
  expect(shown.buttons()).toEqual([
    'お知らせ',
    'メニュー',
    '前のスマホから替える方',
    'スマホ用電子証明書を申請する',
  ])
  expect(shown.text()).not.toContain('なくしたとき')
  expect(shown.text()).not.toContain(canDo)
  await shown.press('スマホ用電子証明書を申請する')
  await shown.press('メニュー')
  await shown.press('前のスマホから替える方')
  expect(shown.left).toEqual(['apply', 'menu', 'new-phone'])
})

test('2-C an application half done goes on, or is withdrawn', async () => {
  const shown = home({ name: 'unfinished', purpose: 'switch' })
  expect(shown.text()).toContain('申請の途中です')
  expect(shown.buttons().slice(2)).toEqual([
    'くわしい状態を見る',
    '申請を取りやめる',
    '続きからはじめる',
  ])
  await shown.press('続きからはじめる')
  await shown.press('申請を取りやめる')
  expect(shown.left).toEqual(['switch', 'withdraw'])
})

const begun = { purpose: 'new', at: '2026-11-23T10:05:00+09:00', tooOld: false } as const

test('2-C what was begun is shown with its start time; beginning anew stays the main action, 「続きからはじめる」 is beside it', async () => {
  const shown = home({ begun })
  expect(shown.text()).toContain('11月23日(月) 10:05にはじめた手続きが、途中です。')
  expect(shown.text()).toContain('はじめた方でなければ、続きではなく、はじめから')
  expect(shown.buttons().at(-1)).toBe('スマホ用電子証明書を申請する')
  await shown.press(/続きからはじめる/)
  expect(shown.left).toEqual(['apply'])
  expect(home().text()).not.toContain('途中です')
})

test('2-C 「続きからはじめる」 is there only while it is possible', async () => {
  expect(home({ begun: { ...begun, tooOld: true } }).text()).not.toContain('続きから')
  const unfinished = { name: 'unfinished', purpose: 'new' } as const
  const signed = home({ ...unfinished, begun })
  expect(signed.text()).toContain('11月23日(月) 10:05にはじめた手続きが、途中です。')
  expect(signed.buttons().at(-1)).toBe('続きからはじめる')
  const late = home({ ...unfinished, begun: { ...begun, tooOld: true } })
  expect(late.text()).toContain('時間がたったため、続きからはできません。')
  expect(late.buttons().at(-1)).toBe('スマホ用電子証明書を申請する')
})

test('5-A4 what expired leads to the renewal of the card first', () => {
  const at = '2026-11-20T09:00:00+09:00'
  const expired = home({ name: 'ended', ended: { why: 'expired', at } })
  expect(expired.text()).toContain('先に、お住まいの市区町村の窓口で、カードの電子証明書を更新')
  expect(expired.buttons().at(-1)).toBe('カードを更新したので、申請する')
  const revoked = home({ name: 'ended', ended: { why: 'revoked', at } })
  expect(revoked.text()).not.toContain('更新してください')
})

test('2-D ③ while one waits: since when, until when, pushes where they can be had', async () => {
  const plain = home({ name: 'waiting', application })
  expect(plain.text()).toContain('申請中')
  expect(plain.text()).toContain('11月24日(火) 10:05ごろ、お知らせが届く見込みです。')
  expect(plain.text()).toContain('K-7Q2M9')
  expect(plain.buttons().slice(2)).toEqual(['くわしい状態を見る', '申請を取りやめる'])
  vi.stubGlobal('Notification', { permission: 'default' })
  expect(home().text()).not.toContain('通知を受け取る')
  const shown = home({ name: 'waiting', application })
  await shown.press('通知を受け取る')
  expect(shown.left).toEqual(['notices'])
  vi.stubGlobal('Notification', { permission: 'denied' })
  expect(home({ name: 'waiting', application }).text()).not.toContain('通知を受け取る')
})

test('2-E a notice that arrived leads to 「登録する」', async () => {
  const shown = home({ name: 'ready', application })
  expect(shown.text()).toContain('お知らせが届きました')
  await shown.press('登録する')
  expect(shown.left).toEqual(['register'])
})

test('2-F a request without an answer is shown, and goes on before anything else', async () => {
  const shown = home({ name: 'active', certificates: [signing, login], request: 'revoke' })
  expect(shown.text()).toContain('失効の手続きが、まだ終わっていません。')
  await shown.press('手続きを続ける')
  expect(shown.left).toEqual(['revoke'])
  const anew = home({ name: 'active', certificates: [login], request: 'unblock' })
  expect(anew.text()).toContain('パスワードを設定し直す手続きが、まだ終わっていません。')
  await anew.press('手続きを続ける')
  expect(anew.left).toEqual(['reset-secret'])
})

test('2-E certificates in use: until when, and their uses now', async () => {
  const shown = home({ name: 'active', certificates: [signing, login] })
  expect(shown.text()).toContain('利用可能')
  expect(shown.text()).toContain('2031年4月3日まで')
  expect(shown.text()).toContain(canDo)
  const names = ['お知らせ', 'メニュー', '読み取りかた・読み取れないとき', 'くわしい状態を見る']
  expect(shown.buttons()).toEqual(names)
  await shown.press('読み取りかた・読み取れないとき')
  await shown.press('くわしい状態を見る')
  expect(shown.left).toEqual(['login', 'status'])
})

test('1-A① the card on the home screen bears its holder’s name; without a signing certificate it bears none', () => {
  const named = home({ name: 'active', certificates: [signing, login], holder: '架空　花子' })
  expect(named.text()).toContain('お名前架空　花子')
  expect(home({ name: 'active', certificates: [login] }).text()).not.toContain('お名前')
})

test.each([
  ['only signs', [signing]],
  ['is locked', [signing, { ...login, locked: true }]],
  ['has expired', [{ ...login, validity: 'expired' as const }]],
])('1-B① a phone that %s offers no login', (_how, certificates) => {
  const shown = home({ name: 'active', certificates })
  expect(shown.text()).toContain('くわしい状態を見る')
  expect(shown.text()).not.toContain(canDo)
  expect(shown.buttons()).not.toContain('読み取りかた・読み取れないとき')
})

test('2-D ② a locked secret is reset; 5-B3 a suspended credential is used again', async () => {
  const locked = home({ name: 'active', certificates: [{ ...login, locked: true }] })
  await locked.press('パスワードを設定し直す')
  expect(locked.left).toEqual(['reset-secret'])
  const suspended = home({ name: 'suspended', certificates: [{ ...login, suspended: true }] })
  expect(suspended.text()).toContain('一時利用停止中')
  await suspended.press('利用再開の手続きをする')
  expect(suspended.left).toEqual(['resume'])
})

test('4-B the old phone says why its certificates have ended, and offers nothing', () => {
  const moved = home({ name: 'ended', ended: { why: 'switched', at: application.appliedAt } })
  expect(moved.text()).toContain('機種変更で、新しいスマホに移したため')
  expect(moved.buttons()).toEqual(['お知らせ', 'メニュー', 'くわしい状態を見る'])
  const over = home({ name: 'ended', ended: { why: 'revoked', at: application.appliedAt } })
  expect(over.buttons()).toContain('スマホ用電子証明書を申請する')
})

test('5-B1 the number for a loss is here while the phone is in use, and no link to the real line', () => {
  expect(home({ name: 'active', certificates: [login] }).text()).toContain('ガイダンス2番')
  expect(screen.getByText('0120-95-0178')).toBeTruthy()
  expect(screen.queryByRole('link')).toBeNull()
})

test('1-D a phone that could not be opened says so here', () => {
  const shown = show(draw({}, 'STORE_FAILED'))
  expect(shown.text()).toContain('スマホに保存できませんでした')
  expect(home().text()).not.toContain('エラー番号')
})

test('2-C home is there in English in every state of the phone', () => {
  expectEnglish(
    draw({}, 'STORE_FAILED'),
    draw({ name: 'unfinished' }),
    draw({ name: 'waiting', application }),
    draw({ name: 'ready', application }),
    draw({ name: 'active', certificates: [signing, login] }),
    draw({ name: 'active', certificates: [{ ...login, locked: true }], request: 'revoke' }),
    draw({ name: 'suspended', certificates: [{ ...login, suspended: true }] }),
    draw({ name: 'ended', ended: { at: application.appliedAt, why: 'switched' } }),
  )
})
