/** 3-A to 3-D: from one screen to the next, back, and on after a closed app. */
import type { AuthorityPort, SupportedPhones } from '@kazashi/phone'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Device } from '../phone/device.ts'
import {
  expectEnglish,
  type ShownScreen,
  show,
  someApplication,
  someDevice,
} from '../test-screen.tsx'
import IphoneAdd from './place.tsx'

const placeOf = (device: Device) =>
  show(({ frame, go }) => <IphoneAdd device={device} frame={frame} go={go} />)
const refusedBy = async (refusal: object): Promise<Device> => ({
  ...(await someDevice({ platform: 'iphone' })),
  reader: () => Promise.reject(refusal),
})
const application = someApplication()
/** A phone on which the card has signed; `chosen`: the secrets of 3-D are set as well. */
const signedPhone = async (chosen: boolean): Promise<Device> => {
  const device = await someDevice({ platform: 'iphone', summary: { name: 'unfinished' } })
  const key = { publicKey: new Uint8Array(1), sealed: new Uint8Array(1), secret: undefined }
  await device.phone.change((record) => ({
    ...record,
    pending: chosen ? {} : { signing: key, authentication: key },
    application: {
      stage: 'signed',
      purpose: 'new',
      kinds: application.kinds,
      sent: false,
      sealed: new Uint8Array(1),
      idempotencyKey: 'key',
    },
  }))
  return device
}
const toTheFace = async (shown: ShownScreen<never>) => {
  for (const box of screen.getAllByRole('checkbox')) box.click()
  await shown.press('次へ')
  await shown.tick('注意事項を確認し、利用規約に同意します')
  await shown.press('次へ')
}
const toTheCard = async (shown: ShownScreen<never>) => {
  await toTheFace(shown)
  await toTheCardFromTheFace(shown)
}
const toTheCardFromTheFace = async (shown: ShownScreen<never>) => {
  await shown.press('撮影をはじめる（練習）')
  for (let moves = 0; moves < 4; moves += 1) await shown.press('動かしました（練習）')
  await shown.press('次へ')
  await shown.type('券面入力用暗証番号', '1234')
  await shown.press('次へ')
  await shown.type('署名用パスワード', 'ABC123')
  await shown.press('次へ')
}

test('3-A the check list comes first: help is that of 3-A, back leads to where it was opened', async () => {
  const shown = placeOf(await someDevice({ platform: 'iphone' }))
  expect(shown.heading()).toBe('用意するものを確かめましょう')
  expect(shown.text()).toContain('1 / 8 用意するもの')
  await shown.press('次へ')
  expect(shown.text()).toContain('まだチェックが付いていないものがあります。')
  await shown.press('ヘルプ')
  await shown.press('戻る')
  expect(shown.left).toEqual(['help of 3-A', 'where it was opened'])
})

test('3-A 3-C⑤ the desk is told that the card’s secrets are asked for, not before, and no longer after', async () => {
  const device = await refusedBy({ code: 'READER_UNAVAILABLE' })
  const told: boolean[] = []
  const hear = (asks: boolean) => told.push(asks)
  const shown = show(({ frame, go }) => (
    <IphoneAdd device={device} frame={frame} go={go} onAsks={hear} />
  ))
  await toTheFace(shown)
  expect(told).toEqual([])
  await toTheCardFromTheFace(shown)
  expect(told).toEqual([true, false])
})

test('3-B an iPhone that is not supported is told before anything is typed', async () => {
  const supported: SupportedPhones = {
    minimumAppVersion: '0.1.0',
    phones: [{ platform: 'iphone', model: 'iPhone 15', minimumOsVersion: '19.0' }],
  }
  const authority = { supportedPhones: async () => supported } as Partial<AuthorityPort>
  const device = await someDevice({ platform: 'iphone' })
  const shown = placeOf({ ...device, authority: authority as AuthorityPort })
  await screen.findByText('iOSのバージョンが古い可能性があります')
  expect(shown.text()).toContain('このiPhoneは iOS 18.5 です。iOS 19.0 以上が必要です。')
  expect(shown.buttons()).toEqual(['ホームへ'])
})

test('3-A the list of models is the one by which the check decides', async () => {
  const supported: SupportedPhones = {
    minimumAppVersion: '0.1.0',
    phones: [
      { platform: 'android', model: 'Pixel 8', minimumOsVersion: '6.0' },
      { platform: 'iphone', model: 'iPhone 15', minimumOsVersion: '18.5' },
      { platform: 'iphone', model: 'iPhone 99', minimumOsVersion: '42.1' },
      { platform: 'iphone', model: 'Kazashi iPhone', minimumOsVersion: '18.5' },
    ],
  }
  const deviceWith = async (told: SupportedPhones) => {
    const authority = { supportedPhones: async () => told } as Partial<AuthorityPort>
    const device = await someDevice({ platform: 'iphone' })
    return { ...device, authority: authority as AuthorityPort }
  }
  const shown = placeOf(await deviceWith(supported))
  await screen.findByText('iPhone 99（iOS 42.1以上）')
  expect(shown.text()).toContain('iPhone 15（iOS 18.5以上）')
  expect(shown.text()).not.toMatch(/Pixel|Kazashi/)
  const phones = supported.phones.filter(({ model }) => model !== 'iPhone 15')
  placeOf(await deviceWith({ ...supported, phones }))
  await screen.findByText('このiPhoneは対応していません')
  expect(screen.queryByText('iPhone 99（iOS 42.1以上）')).not.toBeNull()
  expect(screen.queryByText('iPhone 15（iOS 18.5以上）')).toBeNull()
})

test('3-C ③④ notes, then the face; back leads to the agreed notes', async () => {
  const shown = placeOf(await someDevice({ platform: 'iphone' }))
  await toTheFace(shown)
  expect(shown.heading()).toBe('顔の動きの撮影')
  expect(shown.text()).toContain('3 / 8 顔の動きの撮影')
  await shown.press('ヘルプ')
  expect(shown.left).toEqual(['help of 3-C'])
  await shown.press('戻る')
  expect(shown.heading()).toBe('注意事項と利用規約')
  expect(screen.getByRole('checkbox')).toHaveProperty('checked', true)
})

test('3-C ⑤⑥⑦ both secrets, then the card; without a network it is held again', async () => {
  const shown = placeOf(await someDevice({ platform: 'iphone' }))
  await toTheCard(shown)
  expect((await screen.findByRole('alert')).textContent).toContain('つながりません')
  expect(shown.heading()).toBe('マイナンバーカードの読み取り')
  expect(shown.text()).toContain('5 / 8 カードの読み取り')
  expect(shown.buttons()).toEqual(['もう一度読み取る'])
})

test('3-C ⑤ a wrong PIN ④ leads back to it, not to the password; the tries left', async () => {
  const code = 'CARD_SECRET_WRONG'
  const shown = placeOf(await refusedBy({ code, secret: 'card-data-pin', triesLeft: 2 }))
  await toTheCard(shown)
  expect((await screen.findByRole('alert')).textContent).toContain('券面入力用暗証番号が違います')
  expect(shown.heading()).toBe('実物のマイナンバーカードの券面入力用暗証番号の入力')
  expect(shown.text()).toContain('あと2回試せます')
})

test('3-C ⑦ on another phone already: the remedy, and the ways there', async () => {
  const shown = placeOf(await refusedBy({ code: 'PERSON_HAS_A_PHONE' }))
  await toTheCard(shown)
  expect((await screen.findByRole('alert')).textContent).toContain(
    '別のスマートフォンで使っています',
  )
  expect(shown.heading()).toBe('手続きを止めました')
  expect(shown.text()).not.toContain('/ 8')
  expect(screen.queryByRole('button', { name: '戻る' })).toBeNull()
  const [plan, other, home] = [
    '新しいスマホに替えるときの手順を見る',
    '別のスマートフォンのカードを削除',
    'ホームへ',
  ]
  expect(shown.buttons()).toEqual([plan, other, home])
  for (const name of [plan, other, home]) await shown.press(name)
  expect(shown.left).toEqual(['new-phone', 'delete-other', 'home'])
})

test('3-C ⑦ suspended on another phone: that one is to be deleted first', async () => {
  const shown = placeOf(await refusedBy({ code: 'CREDENTIAL_SUSPENDED' }))
  await toTheCard(shown)
  await screen.findByText('手続きを止めました')
  expect(shown.buttons()).toEqual(['別のスマートフォンのカードを削除', 'ホームへ'])
  await shown.press('別のスマートフォンのカードを削除')
  expect(shown.left).toEqual(['delete-other'])
})

test('3-C ⑧ closed after the card was read: it goes on there, and back leads to where it was opened', async () => {
  const shown = placeOf(await signedPhone(false))
  expect(shown.heading()).toBe('カードの読み取りに成功しました')
  expect(shown.text()).toContain('5 / 8 カードの読み取り')
  await shown.press('戻る')
  expect(shown.left).toEqual(['where it was opened'])
})

test('3-D ⑤ closed after the secrets were chosen: it goes on at the wallet', async () => {
  const shown = placeOf(await signedPhone(true))
  expect(shown.text()).toContain('8 / 8 ウォレットに追加')
  await shown.press('Appleウォレットに追加')
  expect(shown.buttons()).toEqual(['続ける'])
  await shown.press('ヘルプ')
  await shown.press('戻る')
  expect(shown.heading()).toBe('ウォレットに追加します')
  expect(shown.left).toEqual(['help of 3-D'])
})

test('3-D ⑦ asked for already: when it can be used, and no way back', async () => {
  const summary = { name: 'waiting', application } as const
  const device = await someDevice({ platform: 'iphone', summary })
  const view = application
  await device.phone.change((record) => ({
    ...record,
    application: {
      stage: 'applied',
      purpose: 'new',
      view,
      registrationKey: 'a',
      withdrawalKey: 'b',
    },
  }))
  const shown = placeOf(device)
  expect(shown.heading()).toBe('追加の手続きが終わりました')
  expect(shown.text()).toContain('受付番号K-7Q2M9')
  expect(screen.queryByRole('button', { name: '戻る' })).toBeNull()
})

test('3-C ② on this iPhone already: nothing is begun', async () => {
  const shown = placeOf(await someDevice({ platform: 'iphone', summary: { name: 'active' } }))
  expect(shown.heading()).toBe('手続きを止めました')
  expect(shown.text()).toContain('このiPhoneには、もう入っています')
  expect(shown.buttons()).toEqual(['ホームへ'])
})

test('3-A, 3-C, 3-D the screens of a return are there in English', async () => {
  const active = await someDevice({ platform: 'iphone', summary: { name: 'active' } })
  const fresh = await someDevice({ platform: 'iphone' })
  for (const device of [fresh, await signedPhone(false), await signedPhone(true), active]) {
    expectEnglish(({ frame, go }) => <IphoneAdd device={device} frame={frame} go={go} />)
  }
})
