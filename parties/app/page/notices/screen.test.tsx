/** The authority's notices to this phone: 2-E, 5-A1. */
import type { NoticeView } from '@kazashi/phone'
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectEnglish, type Given, show, someDevice } from '../test-screen.tsx'
import NoticesPlace from './place.tsx'

const kinds = [
  'ready-to-register',
  'suspended',
  'resumed',
  'revoked',
  'replaced-by-switch',
  'card-ended',
  'deleted-by-card',
  'lapsed',
] as const
const notice = (kind: NoticeView['kind'], at: string): NoticeView => ({
  id: `${kind} ${at}`,
  kind,
  at,
  applicationId: 'a1',
  undeliverable: false,
  title: '見出し',
  text: '本文',
})
const told = kinds.map((kind, hour) => notice(kind, `2026-11-24T0${9 - hour}:05:00+09:00`))
async function notices(given: Parameters<typeof someDevice>[0]) {
  const device = await someDevice(given)
  const shown = show(({ frame, go }) => <NoticesPlace device={device} frame={frame} go={go} />)
  await screen.findByRole('heading', { name: 'プッシュ通知' })
  return shown
}
const lines = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent)

test('2-E without a notice it says so, and there is nothing to register', async () => {
  const shown = await notices({})
  expect(shown.heading()).toBe('お知らせ')
  expect(shown.text()).toContain('お知らせはありません。')
  expect(shown.buttons()).toEqual([])
  await shown.press('戻る')
  expect(shown.left).toEqual(['where it was opened'])
})

test('2-E each notice with its time and the next step, in the order of arrival', async () => {
  const shown = await notices({ notices: told })
  expect(shown.text()).not.toContain('お知らせはありません。')
  expect(lines()).toHaveLength(told.length)
  expect(lines()[0]).toBe(
    '2026年11月24日(火) 9:05発行の準備ができました。「登録する」へ進んでください。',
  )
  expect(lines()[1]).toContain('届け出により、スマホ用電子証明書を一時利用停止にしました。')
  expect(lines()[2]).toContain('止めていたスマホ用電子証明書は失効し、新しいものに替わりました。')
  expect(lines()[3]).toContain('スマホ用電子証明書が失効しました。')
  expect(lines()[4]).toContain('このスマホのスマホ用電子証明書は、使えなくなりました。')
  expect(lines()[5]).toContain('改めて申請してください。')
  expect(lines()[6]).toContain('別のスマホから、カードを使って削除されました。')
  expect(lines()[7]).toContain('2026年11月24日(火) 2:0530日のあいだ登録されなかったため')
})

test('3-D ⑦ an iPhone is told in its own words: it has no 登録 and no スマホ用電子証明書', async () => {
  await notices({ platform: 'iphone', notices: told })
  expect(lines()).toHaveLength(told.length)
  expect(lines()[0]).toContain('数秒で利用可能になります。')
  expect(lines().slice(0, 4).join()).not.toMatch(/登録|スマホ用/)
})

test('2-E the notice of readiness leads to 「登録する」 on Android; an iPhone has no such step', async () => {
  const summary = { name: 'ready' } as const
  const ready = await notices({ summary, notices: told.slice(0, 1) })
  expect(ready.buttons()).toEqual(['登録する'])
  await ready.press('登録する')
  expect(ready.left).toEqual(['register'])
  expect((await notices({ summary, platform: 'iphone' })).buttons()).toEqual([])
})

test('5-A1 the push setting is below', async () => {
  const shown = await notices({ notices: told })
  expect(shown.text()).toContain(
    'プッシュ通知は使えません。アプリを開いている間は、ここに届きます。',
  )
})

test('2-E it is there in English, with every kind of notice', async () => {
  const devices = [await someDevice(), await someDevice({ notices: told })]
  expectEnglish(
    ...devices.map((device) => ({ frame, go }: Given<unknown>) => (
      <NoticesPlace device={device} frame={frame} go={go} />
    )),
  )
})
