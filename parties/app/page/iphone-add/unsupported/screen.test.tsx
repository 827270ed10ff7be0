/** 3-B: an iPhone that is too old. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectEnglish, show } from '../../test-screen.tsx'
import type { Support } from '../table.ts'
import { IphoneUnsupported } from './screen.tsx'

const os: Support = { name: 'os', own: '17.6', needed: '18.5' }
const app: Support = { name: 'app', own: '0.1.0', needed: '0.2.0' }
const model: Support = { name: 'model' }
const models = [{ model: 'iPhone 99', minimumOsVersion: '42.1' }]
const unsupported = (support: Support) =>
  show(({ frame }) => <IphoneUnsupported support={support} models={models} frame={frame} />)
const steps = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)

test('3-B an older iOS: the present version, the needed one, and the steps of the update', () => {
  const shown = unsupported(os)
  expect(shown.heading()).toBe('iOSのバージョンが古い可能性があります')
  expect(shown.text()).toContain('このiPhoneは iOS 17.6 です。iOS 18.5 以上が必要です。')
  expect(steps()).toEqual([
    '「設定」→「一般」→「ソフトウェアアップデート」を開きます',
    '最新のバージョンにアップデートします。Wi-Fiと充電器があると安心です',
    'アップデートのあと、このアプリをもう一度開いてください',
  ])
  expect(shown.text()).not.toContain('対応している機種一覧')
  expect(shown.text()).toContain('エラー番号 OS_TOO_OLD')
})

test('3-B an older app is loaded again', () => {
  const shown = unsupported(app)
  expect(shown.heading()).toBe('アプリを最新のバージョンに更新してください')
  expect(shown.text()).toContain('このアプリはバージョン0.1.0です。0.2.0以上が必要です。')
  expect(steps()).toEqual(['このページを読み込み直すと、最新のアプリになります'])
  expect(shown.text()).toContain('エラー番号 APP_TOO_OLD')
})

test('3-B an iPhone that cannot be updated so far: the card itself still works', () => {
  const shown = unsupported(model)
  expect(shown.heading()).toBe('このiPhoneは対応していません')
  expect(shown.text()).toContain('このiPhoneの機種は、対応している機種一覧にありません。')
  expect(steps()).toContain('実物のマイナンバーカードは、そのまま使えます')
  expect(shown.text()).toContain('対応している機種一覧iPhone 99（iOS 42.1以上）')
  expect(shown.text()).not.toContain('アップデート')
  expect(shown.text()).toContain('エラー番号 PHONE_NOT_SUPPORTED')
})

test.each([os, app, model])(
  '3-B $name: nothing is lost, the number to call, and the way home',
  async (one) => {
    const shown = unsupported(one)
    expect(shown.text()).toContain('まだ何も入力していないので、なくなるものはありません。')
    expect(shown.text()).toContain('0120-95-0178')
    expect(screen.queryByRole('link')).toBeNull()
    expect(shown.buttons()).toEqual(['ホームへ'])
    await shown.press('ホームへ')
    await shown.press('戻る')
    await shown.press('ヘルプ')
    expect(shown.left).toEqual(['home', 'where it was opened', 'help'])
  },
)

test('3-B every reason is there in English', () => {
  for (const support of [os, app, model]) {
    expectEnglish(({ frame }) => <IphoneUnsupported support={support} frame={frame} />)
  }
})
