/** 2-D ③, in the words of the course. */
import type { ApplicationView } from '@kazashi/phone'
import { waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Refusal } from '../../faults/refusal.ts'
import type { NoticeWay } from '../../push/push.ts'
import { expectEnglish, show, someApplication } from '../../test-screen.tsx'
import type { ApplyEvent } from '../table.ts'
import { Applied, Submitting } from './screen.tsx'

const kinds = ['signing', 'authentication'] as const
const byDay = someApplication()
const byNight: ApplicationView = {
  ...byDay,
  appliedAt: '2026-11-24T21:00:00+09:00',
  expectedAt: '2026-11-25T08:00:00+09:00',
}

const submitting = (refusal?: Refusal) =>
  show<ApplyEvent>(({ send, frame }) => (
    <Submitting
      state={{ name: 'submitting', kinds, ...(refusal === undefined ? {} : { refusal }) }}
      send={send}
      frame={frame}
    />
  ))
async function applied(application: ApplicationView, told = false, way: NoticeWay = 'push') {
  const shown = show(({ go, frame }) => (
    <Applied
      state={{ name: 'applied', kinds, application }}
      frame={frame}
      onRegister={told ? () => go('register') : undefined}
      push={<p>通知の欄</p>}
      noticeWay={way}
    />
  ))
  await waitFor(() => expect(shown.text()).toContain('自動で消すことがあります'))
  return shown
}

test('2-D ③ while the application is sent there is nothing to press', () => {
  const shown = submitting()
  expect(shown.heading()).toBe('申請を送っています')
  expect(shown.text()).toContain('数秒で終わります。')
  expect(shown.buttons()).toEqual([])
})

test('2-D ③ without a network nothing is lost, and it can be sent again', async () => {
  const off = submitting({ code: 'NETWORK' })
  expect(off.heading()).toBe('申請を、まだ送れていません')
  expect(off.text()).toContain('つながりません')
  expect(off.text()).toContain(
    '申請の内容は、このスマホに残っています。つながると、自動で送ります。',
  )
  await off.press('もう一度送る')
  expect(off.sent).toEqual([{ type: 'again' }])
  expect(submitting({ code: 'UNEXPECTED' }).text()).not.toContain('自動で送ります')
})

test('2-D ③ 「数分後にプッシュ通知が届きます」 with the time to expect and the receipt number', async () => {
  const shown = await applied(byDay)
  expect(shown.heading()).toBe('申請が完了しました')
  expect(shown.text()).toContain('数分後にプッシュ通知が届きます')
  expect(shown.text()).toContain('11月24日(火) 10:05ごろの見込みです。')
  expect(shown.text()).not.toContain('翌8:00以降')
  expect(shown.text()).toContain('受付番号K-7Q2M9')
  expect(shown.text()).toContain('通知の欄')
  expect(shown.text()).toContain('ブラウザのデータを消さないでください')
  expect(shown.buttons()).toEqual(['ホームへ'])
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['home'])
})

test('2-D ③ where no push can come none is promised, and the notice waits in the app; a phone on the desk has its banner', async () => {
  const inApp = await applied(byDay, false, 'app')
  expect(inApp.text()).toContain('数分後に、このアプリにお知らせが届きます。')
  expect(inApp.text()).toContain(
    '11月24日(火) 10:05ごろの見込みです。アプリを閉じても、次に開いたときに見られます。',
  )
  expect(inApp.text()).not.toContain('プッシュ通知')
  const onDesk = await applied(byDay, false, 'banner')
  expect(onDesk.text()).toContain('数分後にプッシュ通知が届きます')
})

test('2-D ③ after hours it is 「翌8:00以降」, not some minutes', async () => {
  const shown = await applied(byNight)
  expect(shown.text()).toContain('通知は、翌8:00以降に届きます。')
  expect(shown.text()).toContain('11月25日(水) 8:00以降に発行されます。')
  expect(shown.text()).not.toContain('数分後')
})

test('2-D ③ after midnight the next 8:00 is today’s, not 「翌8:00」', async () => {
  const shown = await applied({
    ...byDay,
    appliedAt: '2026-11-25T01:00:00+09:00',
    expectedAt: '2026-11-25T08:00:00+09:00',
  })
  expect(shown.text()).toContain('通知は、今日の8:00以降に届きます。')
  expect(shown.text()).toContain('11月25日(水) 8:00以降に発行されます。')
  expect(shown.text()).not.toContain('翌8:00')
})

test('2-E a notice that came meanwhile leads to 「登録する」; no push is offered', async () => {
  const shown = await applied(byDay, true)
  expect(shown.text()).toContain('お知らせが届きました。登録できます。')
  expect(shown.text()).not.toContain('数分後')
  expect(shown.text()).not.toContain('通知の欄')
  expect(shown.buttons()).toEqual(['登録する', 'ホームへ'])
  await shown.press('登録する')
  expect(shown.left).toEqual(['register'])
})

test('2-D ③ every screen of it is there in English', () => {
  const refusal = { code: 'NETWORK' } as const
  const end = { push: undefined, onRegister: undefined, noticeWay: 'push' } as const
  const inApp = { ...end, noticeWay: 'app' } as const
  expectEnglish(
    ({ frame }) => (
      <Applied state={{ name: 'applied', kinds, application: byDay }} frame={frame} {...end} />
    ),
    ({ frame }) => (
      <Applied state={{ name: 'applied', kinds, application: byNight }} frame={frame} {...end} />
    ),
    ({ frame }) => (
      <Applied
        state={{ name: 'applied', kinds, application: byDay }}
        frame={frame}
        onRegister={() => undefined}
        push={undefined}
        noticeWay="push"
      />
    ),
    ({ frame }) => (
      <Applied state={{ name: 'applied', kinds, application: byDay }} frame={frame} {...inApp} />
    ),
    ({ send, frame }) => (
      <Submitting state={{ name: 'submitting', kinds }} send={send} frame={frame} />
    ),
    ({ send, frame }) => (
      <Submitting state={{ name: 'submitting', kinds, refusal }} send={send} frame={frame} />
    ),
  )
})
