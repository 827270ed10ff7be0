/** 3-D ⑤⑥⑦, in the words of the course. */
import type { ApplicationView } from '@kazashi/phone'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { NoticeWay } from '../../push/push.ts'
import { expectEnglish, show, someApplication } from '../../test-screen.tsx'
import type { IphoneApplyEvent, IphoneStateOf } from '../table.ts'
import { Added, Adding, AddToWallet } from './screen.tsx'

const application = someApplication()
const late: ApplicationView = {
  ...application,
  appliedAt: '2026-11-23T20:00:00+09:00',
  expectedAt: '2026-11-24T08:00:00+09:00',
}
const sandbox = '本物のAppleウォレットには、何も追加されません。'
const offer = 'プッシュ通知の案内'

const wallet = (name: 'wallet' | 'wallet-sheet') =>
  show<IphoneApplyEvent>(({ send, frame }) => (
    <AddToWallet state={{ name }} send={send} frame={frame} />
  ))
const adding = (more: Partial<IphoneStateOf<'submitting'>> = {}) =>
  show<IphoneApplyEvent>(({ send, frame }) => (
    <Adding state={{ name: 'submitting', ...more }} send={send} frame={frame} />
  ))
const added = (view: ApplicationView, usable = false, way: NoticeWay = 'push') =>
  show(({ frame }) => (
    <Added
      state={{ name: 'added', application: view }}
      usable={usable}
      push={<p>{offer}</p>}
      noticeWay={way}
      frame={frame}
    />
  ))

test('3-D ⑤ 「Appleウォレットに追加」, and that nothing goes into the real one', async () => {
  const shown = wallet('wallet')
  expect(shown.heading()).toBe('ウォレットに追加します')
  expect(shown.text()).toContain(sandbox)
  expect(shown.buttons()).toEqual(['Appleウォレットに追加'])
  await shown.press('Appleウォレットに追加')
  expect(shown.sent).toEqual([{ type: 'next' }])
})

test('3-D ⑥ the contents of the card, and 「続ける」', async () => {
  const shown = wallet('wallet-sheet')
  expect(shown.heading()).toBe('マイナンバーカードをウォレットに追加')
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '署名用電子証明書と利用者証明用電子証明書',
    '氏名・住所・生年月日・性別・顔写真など',
  ])
  expect(shown.text()).toContain(sandbox)
  expect(shown.buttons()).toEqual(['続ける'])
  await shown.press('続ける')
  expect(shown.sent).toEqual([{ type: 'apply' }])
})

test('3-D ⑥ while it is sent there is nothing to press', () => {
  const shown = adding()
  expect(shown.heading()).toBe('追加を申し込んでいます')
  expect(shown.text()).toContain('数秒で終わります。画面を閉じないでください。')
  expect(shown.buttons()).toEqual([])
})

test('3-D ⑥ without a network nothing is lost: the request is sent by itself, or later', async () => {
  const shown = adding({ refusal: { code: 'NETWORK' } })
  expect(shown.heading()).toBe('追加の申し込みを、まだ送れていません')
  expect(shown.text()).toContain('つながりません')
  expect(shown.text()).toContain('つながったときに自動で送ります。')
  expect(shown.text()).toContain('決めた暗証番号とパスワードも残っています。')
  expect(shown.text()).toContain('ホームの「続きからはじめる」へ進んでください。')
  expect(shown.buttons()).toEqual(['もう一度送る', 'あとで送る（ホームへ）'])
  await shown.press('もう一度送る')
  await shown.press('あとで送る（ホームへ）')
  expect(shown.sent).toEqual([{ type: 'again' }])
  expect(shown.left).toEqual(['home'])
  const other = adding({ refusal: { code: 'STORE_FAILED' } })
  expect(other.text()).not.toContain('自動で送ります')
})

test('3-D ⑦ some minutes: the time to expect, and the receipt number', async () => {
  const shown = added(application)
  expect(shown.heading()).toBe('追加の手続きが終わりました')
  expect(shown.text()).toContain(
    'おおむね数分後（11月24日(火) 10:05ごろの見込み）に、利用可能となります。',
  )
  expect(shown.text()).toContain('メニューに「利用可能」と表示されます。')
  expect(shown.text()).toContain(
    '朝8時から19時30分に追加した場合はおおむね数分後に、19時30分以降の場合は翌日朝8時以降に、利用可能となります（平日・土日祝日とも）。',
  )
  expect(shown.text()).toContain('実際にカードを利用できるまで5分ほどかかることがあります。')
  expect(shown.text()).toContain('受付番号K-7Q2M9')
  expect(shown.text()).toContain(offer)
  expect(shown.text()).toContain('「履歴とWebサイトデータを消去」をすると鍵も消え')
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['home'])
})

test('3-D ⑦ the wallet sends a notice where one can come, and elsewhere it waits in the app', () => {
  const sent = '利用可能になると、ウォレットから通知が届き'
  expect(added(application).text()).toContain(sent)
  expect(added(application, false, 'banner').text()).toContain(sent)
  const inApp = added(application, false, 'app').text()
  expect(inApp).toContain('利用可能になると、このアプリにお知らせが届き')
  expect(inApp).not.toContain(sent)
})

test('3-D ⑦ outside the hours: 8:00 the next day, and no promise of minutes', () => {
  const shown = added(late)
  expect(shown.text()).toContain('11月24日(火) 8:00以降に、利用可能となります。')
  expect(shown.text()).toContain('申し込みは受け付け済みです。')
  expect(shown.text()).not.toContain('ごろの見込み')
})

test('3-D ⑦ 利用可能 while the screen is open: the wait is over', () => {
  const shown = added(application, true)
  expect(shown.text()).toContain('利用可能になりました')
  expect(shown.text()).not.toContain('しばらくお待ちください')
  expect(shown.text()).not.toContain('ごろの見込み')
  expect(shown.text()).not.toContain(offer)
})

test('3-D ⑤⑥⑦ every screen of it is there in English', () => {
  const refusal = { code: 'NETWORK' } as const
  expectEnglish(
    ({ send, frame }) => <AddToWallet state={{ name: 'wallet' }} send={send} frame={frame} />,
    ({ send, frame }) => <AddToWallet state={{ name: 'wallet-sheet' }} send={send} frame={frame} />,
    ({ send, frame }) => <Adding state={{ name: 'submitting' }} send={send} frame={frame} />,
    ({ send, frame }) => (
      <Adding state={{ name: 'submitting', refusal }} send={send} frame={frame} />
    ),
  )
  for (const view of [application, late]) {
    for (const [usable, way] of [
      [false, 'push'],
      [false, 'app'],
      [true, 'push'],
    ] as const) {
      expectEnglish(({ frame }) => (
        <Added
          state={{ name: 'added', application: view }}
          usable={usable}
          push=""
          noticeWay={way}
          frame={frame}
        />
      ))
    }
  }
})
