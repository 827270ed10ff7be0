/** 3-E, in the words of the course. */
import type { AuthorityPort } from '@kazashi/phone'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Refusal } from '../faults/refusal.ts'
import type { CertificateSummary, PhoneSummary } from '../phone/phone-summary.ts'
import { expectEnglish, show, someCertificate, someDevice } from '../test-screen.tsx'
import { IphonePassword } from './password.tsx'
import IphoneCard from './place.tsx'
import { Deleting, OnThisPhone, Sure, Ways } from './screen.tsx'
import type { DeleteWay, IphoneDeleteEvent, IphoneDeleteState } from './table.ts'

type Asked = Omit<Extract<IphoneDeleteState, { name: 'password' }>, 'name' | 'way'>
const certificates = (more: Partial<CertificateSummary> = {}): readonly CertificateSummary[] => [
  someCertificate('signing'),
  someCertificate('authentication', more),
]
const active: Partial<PhoneSummary> = { name: 'active', certificates: certificates() }
const iphone = (summary: Partial<PhoneSummary>) => someDevice({ platform: 'iphone', summary })
const placeOf = async (summary: Partial<PhoneSummary>) => {
  const device = await iphone(summary)
  return show(({ frame, go }) => <IphoneCard device={device} frame={frame} go={go} />)
}
const password = (asked: Asked = {}) =>
  show<readonly [string, boolean]>(({ send, frame }) => (
    <IphonePassword
      state={{ name: 'password', way: 'phone', ...asked }}
      onEnter={(value, confirmed) => send([value, confirmed])}
      frame={frame}
    />
  ))
const lastTry = { code: 'SECRET_WRONG', secret: 'password', triesLeft: 1 } as const

test('3-E ③④ the card on this iPhone, and 「削除」 at the bottom', async () => {
  const shown = await placeOf({ name: 'active', certificates: certificates({ biometrics: true }) })
  expect(shown.heading()).toBe('iPhoneのマイナンバーカード')
  expect(shown.text()).toContain('利用可能')
  expect(shown.text()).toContain('使える期限2031年4月3日まで')
  expect(shown.text()).toContain('署名用電子証明書有効利用者証明用電子証明書有効')
  expect(shown.text()).toContain('Face ID・Touch ID使っています')
  expect(shown.text()).toContain('マイナポータル（練習用）などへのログイン')
  expect(shown.buttons()).toEqual(['削除'])
  await shown.press('戻る')
  expect(shown.left).toEqual(['where it was opened'])
})

test('1-A① the card on an iPhone tells which characters of its name stand for others', async () => {
  const substituted = { name: ['土'], address: true }
  const shown = await placeOf({ name: 'active', certificates: certificates(), substituted })
  expect(shown.text()).toContain('お名前の「土」は')
  expect(shown.text()).toContain('住所に、')
})

test('3-E ③ without a card there is no 「削除」', async () => {
  const shown = await placeOf({})
  expect(shown.text()).toContain('このiPhoneには、マイナンバーカードが入っていません。')
  expect(shown.text()).not.toContain('使えること')
  expect(shown.buttons()).toEqual([])
})

test('5-A2 an iPhone its authority has no record of says so, and has nothing to delete', async () => {
  const shown = await placeOf({ ...active, unknown: true })
  expect(shown.text()).toContain('窓口に記録がないため、いま入っているものは使えません。')
  expect(shown.text()).not.toContain('利用可能')
  expect(shown.buttons()).toEqual([])
})

test('3-E ③ suspended, locked or expired: told, and deleted all the same', async () => {
  const told = async (summary: Partial<PhoneSummary>) => {
    const shown = await placeOf(summary)
    expect(shown.buttons()).toEqual(['削除'])
    expect(shown.text()).not.toContain('利用可能')
    return shown.text()
  }
  const held = certificates({ suspended: true })
  expect(await told({ name: 'suspended', certificates: held })).toContain('一時利用停止中')
  const locked = await told({ name: 'active', certificates: certificates({ locked: true }) })
  expect(locked).toContain('一部が使えません')
  expect(locked).toContain('利用者証明用電子証明書パスワードがロック中')
  const over = certificates({ validity: 'expired' })
  expect(await told({ name: 'active', certificates: over })).toContain('期限切れ')
})

test('3-E ⑤ two ways, and the needs of each', async () => {
  const ways = (refusal?: Refusal) =>
    show<DeleteWay>(({ send, frame }) => <Ways refusal={refusal} onChoose={send} frame={frame} />)
  const locked = ways({ code: 'SECRET_BLOCKED', secret: 'password', triesLeft: 0 })
  expect(locked.text()).toContain('ロックされています')
  expect(locked.buttons()).toEqual(['実物のマイナンバーカードで削除'])
  const shown = ways()
  expect(shown.heading()).toBe('削除方法を選んでください')
  expect(shown.buttons()).toEqual([
    'iPhoneのマイナンバーカードの署名用パスワードで削除',
    '実物のマイナンバーカードで削除',
  ])
  expect(shown.text()).toContain('iPhone用のパスワードがわからないとき。')
  await shown.press('iPhoneのマイナンバーカードの署名用パスワードで削除')
  await shown.press('実物のマイナンバーカードで削除')
  expect(shown.sent).toEqual(['phone', 'card'])
})

test('3-E ⑥ the password of the card on the iPhone: the request it signs, and 「次へ」', async () => {
  const shown = password()
  expect(shown.heading()).toBe('iPhoneのマイナンバーカードの署名用パスワードの入力')
  expect(shown.text()).toContain('iPhoneのマイナンバーカードを削除することに署名します。')
  expect(shown.text()).toContain('カードのパスワードではありません。')
  expect(shown.text()).toContain('続けて5回間違えると、ロックされます。')
  expect(shown.text()).toContain('「実物のマイナンバーカードで削除」を選んでください。')
  await shown.type('署名用パスワード', 'iphone77')
  await shown.press('次へ')
  expect(shown.sent).toEqual([['IPHONE77', false]])
  expect(password({ fault: 'empty' }).text()).toContain('パスワードを入れてください。')
  expect(password({ fault: 'form' }).text()).toContain('数字4桁の暗証番号とは別のものです。')
})

test('3-E ⑥ a wrong password: the tries left; before the last a box is ticked', async () => {
  const wrong = password({ refusal: { ...lastTry, triesLeft: 3 } })
  expect(wrong.text()).toContain('違います')
  expect(wrong.text()).toContain('あと3回試せます')
  expect(wrong.text()).not.toContain('確かめました')
  const last = password({ refusal: lastTry, fault: 'last-try-unconfirmed' })
  expect(last.text()).toContain('あと1回で、ロックされます。自分で決めたものか')
  expect(last.text()).toContain('よく確かめてから、このチェックを付けてください。')
  await last.type('署名用パスワード', 'IPHONE77')
  expect(last.text()).not.toContain('違います')
  await last.tick('iPhone用に決めたパスワードと同じことを確かめました')
  await last.press('次へ')
  expect(last.sent).toEqual([['IPHONE77', true]])
})

test('3-E ⑥ the last question names the functions that will stop working, and can be left', async () => {
  const shown = show<IphoneDeleteEvent>(({ send, frame }) => <Sure send={send} frame={frame} />)
  expect(shown.heading()).toBe('本当に削除しますか')
  expect(shown.text()).toContain('このiPhoneでのログインと署名')
  expect(shown.text()).toContain('実物のマイナンバーカードは、そのまま使えます。')
  expect(shown.buttons()).toEqual(['削除する', '削除しない'])
  await shown.press('削除しない')
  expect(shown.sent).toEqual([])
  expect(shown.left).toEqual(['home'])
  await shown.press('削除する')
  expect(shown.sent).toEqual([{ type: 'sure' }])
})

test('3-E ⑥ by the card: its own password is asked for; back leads to the ways', async () => {
  const shown = await placeOf(active)
  await shown.press('削除')
  expect(shown.text()).toContain('1 / 4 削除方法の選択')
  await shown.press('実物のマイナンバーカードで削除')
  expect(shown.heading()).toBe('実物のマイナンバーカードの署名用パスワードの入力')
  expect(shown.text()).toContain('2 / 5 署名用パスワード')
  await shown.press('戻る')
  expect(shown.heading()).toBe('削除方法を選んでください')
})

test('3-E ⑦ sent on an earlier visit: no password, and it goes on until 「削除完了」', async () => {
  const device = await iphone({ ...active, request: 'revoke' })
  await device.phone.change((record) => ({
    ...record,
    request: {
      action: 'revoke',
      credentialId: 'credential',
      kinds: ['signing', 'authentication'],
      cms: new Uint8Array(1),
      idempotencyKey: 'key',
      sent: true,
      nonceExpiresAt: '2026-11-23T02:00:00.000Z',
    },
  }))
  let sent = 0
  const revoke = async () => {
    sent += 1
    if (sent === 1) throw new TypeError('no network in this test')
  }
  const authority = { revoke } as Partial<AuthorityPort> as AuthorityPort
  const shown = show(({ frame, go }) => (
    <IphoneCard device={{ ...device, authority }} frame={frame} go={go} />
  ))
  await screen.findByText('まだ削除していません')
  expect(shown.text()).toContain('つながりません')
  expect(shown.buttons()).toEqual(['もう一度送る', 'ホームへ'])
  await shown.press('もう一度送る')
  await screen.findByText('削除完了')
  expect(shown.text()).toContain('iPhoneのマイナンバーカードの削除が完了しました')
  expect(shown.text()).toContain('4 / 4 削除の完了')
  expect(screen.queryByRole('button', { name: '戻る' })).toBeNull()
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['home'])
})

test('3-E every screen of it is there in English', async () => {
  const device = await iphone({ name: 'suspended', certificates: certificates({ locked: true }) })
  const nothing = await iphone({})
  const state = { name: 'password', way: 'phone', refusal: lastTry } as const
  const enter = () => undefined
  expectEnglish(
    ({ frame }) => <OnThisPhone device={device} onDelete={enter} frame={frame} />,
    ({ frame }) => <OnThisPhone device={nothing} onDelete={enter} frame={frame} />,
    ({ frame }) => <Ways refusal={undefined} onChoose={enter} frame={frame} />,
    ({ frame }) => <IphonePassword state={state} onEnter={enter} frame={frame} />,
    ({ send, frame }) => <Sure send={send} frame={frame} />,
    ({ send, frame }) => <Deleting refusal={undefined} send={send} frame={frame} />,
    ({ send, frame }) => <Deleting refusal={{ code: 'NETWORK' }} send={send} frame={frame} />,
  )
})
