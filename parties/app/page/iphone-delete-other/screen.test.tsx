/** 3-F ③④⑤, in the words of the course. */
import type { AuthorityPort } from '@kazashi/phone'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Device } from '../phone/device.ts'
import { expectEnglish, show, someDevice } from '../test-screen.tsx'
import IphoneDeleteOther from './place.tsx'

const placeOf = (device: Device) =>
  show(({ frame, go }) => <IphoneDeleteOther device={device} frame={frame} go={go} />)
const refusedBy = async (refusal: object): Promise<Device> => ({
  ...(await someDevice({ platform: 'iphone' })),
  reader: () => Promise.reject(refusal),
})
const toTheCard = async (device: Device) => {
  const shown = placeOf(device)
  await shown.type('署名用パスワード', 'abc123')
  await shown.press('次へ')
  await shown.press('削除する')
  return shown
}

test('3-F ③ the password of the card, and the request it signs; back leads to where it was opened', async () => {
  const shown = placeOf(await someDevice({ platform: 'iphone' }))
  expect(shown.heading()).toBe('実物のマイナンバーカードの署名用パスワードの入力')
  expect(shown.text()).toContain('1 / 4 カードの署名用パスワード')
  expect(shown.text()).toContain(
    '別のスマートフォンのマイナンバーカードを削除することに署名します。',
  )
  await shown.press('次へ')
  expect(shown.text()).toContain('パスワードを入れてください。')
  await shown.type('署名用パスワード', '9120')
  await shown.press('次へ')
  expect(shown.text()).toContain('数字4桁の②③④とは別のものです。')
  await shown.press('戻る')
  expect(shown.left).toEqual(['where it was opened'])
})

test('3-F ③ a last question before the card is held: what stops working on the other phone, and the way out', async () => {
  const shown = placeOf(await someDevice({ platform: 'iphone' }))
  await shown.type('署名用パスワード', 'ABC123')
  await shown.press('次へ')
  expect(shown.heading()).toBe('本当に削除しますか')
  expect(shown.text()).toContain('2 / 4 最後の確認')
  expect(shown.text()).toContain('そのスマートフォンでのログインと署名')
  expect(shown.text()).toContain('実物のマイナンバーカードは、そのまま使えます。')
  expect(shown.buttons()).toEqual(['削除する', '削除しない'])
  await shown.press('削除しない')
  expect(shown.left).toEqual(['home'])
})

test('3-F ④ 「読み取りかたを確認」 「読み取り開始」; back leads to the password', async () => {
  const shown = await toTheCard(await someDevice({ platform: 'iphone' }))
  expect(shown.heading()).toBe('マイナンバーカードの読み取り')
  expect(shown.text()).toContain('3 / 4 カードの読み取り')
  expect(shown.text()).toContain(
    'マイナンバーカードの上にiPhone背面上部をぴったりと合わせてください。',
  )
  expect(shown.text()).toContain('読み取りかたを確認')
  expect(shown.buttons()).toEqual(['読み取り開始'])
  await shown.press('戻る')
  expect(shown.heading()).toBe('本当に削除しますか')
  await shown.press('戻る')
  expect(shown.heading()).toBe('実物のマイナンバーカードの署名用パスワードの入力')
})

test('3-F ④ a card that could not be read is told there, and read again there', async () => {
  const shown = await toTheCard(await refusedBy({ code: 'CARD_UNREADABLE' }))
  await shown.press('読み取り開始')
  expect((await screen.findByRole('alert')).textContent).toContain('カードを読み取れませんでした')
  expect(shown.heading()).toBe('マイナンバーカードの読み取り')
  expect(shown.buttons()).toEqual(['読み取り開始'])
})

test('3-F ④ a wrong password leads back to it: tries left, box before the last', async () => {
  const shown = await toTheCard(await refusedBy({ code: 'CARD_SECRET_WRONG', triesLeft: 1 }))
  await shown.press('読み取り開始')
  expect((await screen.findByRole('alert')).textContent).toContain('あと1回試せます。')
  await shown.type('署名用パスワード', 'ABC124')
  await shown.press('次へ')
  expect(shown.text()).toContain('よく確かめてから、このチェックを付けてください。')
  await shown.tick('紙の控えの①と同じことを確かめました')
  await shown.press('次へ')
  await shown.press('削除する')
  expect(shown.buttons()).toEqual(['読み取り開始'])
})

test.each([
  ['CARD_SECRET_BLOCKED', 'カードのパスワードがロックされています', 'お住まいの市区町村の窓口で'],
  ['NOTHING_TO_DELETE', '削除するカードがありません', 'ホームの「追加をはじめる」へ'],
  ['CREDENTIAL_PRESENT', 'このiPhoneには、もう入っています', '「メニュー」の'],
])('3-F ④ %s ends it: the reason, the remedy, and the way home', async (code, what, next) => {
  const shown = await toTheCard(await refusedBy({ code }))
  await shown.press('読み取り開始')
  expect((await screen.findByRole('alert')).textContent).toContain(what)
  expect(shown.heading()).toBe('手続きを止めました')
  expect(shown.text()).toContain(next)
  expect(shown.text()).not.toContain('/ 4')
  expect(screen.queryByRole('button', { name: '戻る' })).toBeNull()
  expect(shown.buttons()).toEqual(['ホームへ'])
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['home'])
})

test('3-F ⑤ sent on an earlier visit it goes on: 「削除完了」, and the phone the card was on', async () => {
  const device = await someDevice({ platform: 'iphone', summary: { request: 'delete-other' } })
  await device.phone.change((record) => ({
    ...record,
    request: {
      action: 'delete-other',
      credentialId: undefined,
      kinds: ['signing'],
      cms: new Uint8Array(1),
      idempotencyKey: 'key',
      sent: true,
      nonceExpiresAt: '2026-11-23T02:00:00.000Z',
    },
  }))
  const authority = {
    deleteOther: async () => ({ credentialId: 'credential', model: 'Pixel 8' }),
  } as Partial<AuthorityPort> as AuthorityPort
  const shown = placeOf({ ...device, authority })
  expect(shown.text()).toContain('カードで署名し、申し込んでいます。')
  expect(shown.buttons()).toEqual([])
  await screen.findByText('削除完了')
  expect(shown.text()).toContain('別のスマートフォンのマイナンバーカードの削除が完了しました')
  expect(shown.text()).toContain('削除したスマートフォンPixel 8')
  expect(shown.text()).toContain('ホームの「追加をはじめる」へ進んでください。')
  expect(shown.text()).toContain('4 / 4 削除の完了')
  expect(screen.queryByRole('button', { name: '戻る' })).toBeNull()
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['home'])
})

test('3-F ③ without a reader that is said first, and no password is asked for', async () => {
  const shown = placeOf({ ...(await someDevice({ platform: 'iphone' })), hasReader: false })
  expect(shown.heading()).toBe('手続きを止めました')
  expect(shown.text()).toContain('カードの読み取り口がありません')
  expect(screen.queryByLabelText('署名用パスワード')).toBeNull()
})

test('3-F ③ it is there in English', async () => {
  const device = await someDevice({ platform: 'iphone' })
  expectEnglish(({ frame, go }) => <IphoneDeleteOther device={device} frame={frame} go={go} />)
})
