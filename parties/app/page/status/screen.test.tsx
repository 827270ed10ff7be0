/** The state of the phone: its certificates, their last day, their faults, their history. */
import { expect, test } from 'vitest'
import { emptySummary, type PhoneSummary } from '../phone/phone-summary.ts'
import { expectEnglish, type Given, show, someCertificate } from '../test-screen.tsx'
import { Status } from './screen.tsx'
import { SummaryCard } from './summary-card.tsx'

const authentication = someCertificate('authentication', { biometrics: true })
const signing = someCertificate('signing')
const active = { ...emptySummary, name: 'active', certificates: [signing, authentication] } as const
const card = (summary: PhoneSummary) => show(() => <SummaryCard summary={summary} />).text()
const details =
  (summary: PhoneSummary) =>
  ({ frame, go }: Given<unknown>) => <Status summary={summary} frame={frame} go={go} />

test('2-E ③ 5-A4 the certificates on the phone and their last day', () => {
  expect(card(active)).toContain('利用可能')
  expect(card(active)).toContain('2031年4月3日まで')
  expect(card(active)).not.toContain('で使えなくなります')
  const soon = { ...active, certificates: [{ ...authentication, validity: 'ending' }] } as const
  expect(card(soon)).toContain('利用可能')
  expect(card(soon)).toContain('2031年4月3日で使えなくなります。お住まいの市区町村の窓口で')
  const over = { ...active, certificates: [{ ...authentication, validity: 'expired' }] } as const
  expect(card(over)).toContain('有効期限が切れています')
  expect(card(over)).not.toContain('利用可能')
})

test('1-A① the details tell which characters of the holder’s name stand for others', () => {
  const named = { ...active, holder: '土井　花子' }
  expect(show(details(named)).text()).not.toContain('代替文字')
  const substituted = { name: ['土'], address: false }
  expect(show(details({ ...named, substituted })).text()).toContain('お名前の「土」は')
})

test('2-F a locked, suspended, revoked or unknown certificate is shown, with the reason', () => {
  const locked = { ...active, certificates: [{ ...signing, locked: true }, authentication] }
  expect(card(locked)).toContain('一部が使えません')
  expect(card(locked)).toContain('パスワードがロック中')
  const one = {
    ...active,
    certificates: [signing],
    endedKinds: [{ kind: 'authentication' }],
  } as const
  expect(card(one)).toContain('スマホ用利用者証明用電子証明書失効')
  const held = {
    ...active,
    name: 'suspended',
    certificates: [{ ...signing, suspended: true }],
  } as const
  expect(card(held)).toContain('一時利用停止中')
  const ended = { ...emptySummary, name: 'ended' } as const
  const at = '2026-11-24T10:00:00+09:00'
  expect(card({ ...ended, ended: { why: 'lost', at } })).toContain('紛失の届け出により')
  expect(card({ ...ended, ended: { why: 'switched', at } })).toContain(
    'いまは、新しいスマホで使えます。',
  )
  expect(card({ ...active, unknown: true })).toContain('窓口に記録がありません')
})

test('1-A② 1-A③ 2-E ③ the details: use, fingers, history newest first, and that Android proves no attribute', async () => {
  const history = [
    { at: '2026-11-24T10:00:00+09:00', event: 'apply' },
    { at: '2026-11-24T11:00:00+09:00', event: 'register' },
  ]
  const shown = show(details({ ...active, history }))
  const text = shown.text()
  expect(text).toContain('マイナポータルなどにログインするときに使います。')
  expect(text).toContain('指紋・顔使っています')
  expect(text.indexOf('登録した')).toBeLessThan(text.indexOf('申請した'))
  expect(text).toContain('Android端末では未対応です。')
  expect(text).not.toContain('申請を取りやめる')
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['home'])
})

test('2-D 2-F from the details to the procedure that helps: a locked password, an application to be given up', async () => {
  const locked = show(details({ ...active, certificates: [{ ...signing, locked: true }] }))
  await locked.press(/^パスワードを設定し直す/)
  expect(locked.left).toEqual(['reset-secret'])
  const waiting = show(details({ ...emptySummary, name: 'waiting' }))
  await waiting.press(/^申請を取りやめる/)
  expect(waiting.left).toEqual(['withdraw'])
  expectEnglish(details(active), details({ ...active, unknown: true }), details(emptySummary))
})
