/** 2-C ⑦⑧⑨: the card is held, read, and put away. */
import { expect, test } from 'vitest'
import { expectEnglish, type Given, show } from '../../test-screen.tsx'
import type { ReadingState } from '../card-steps.ts'
import { AskingAgain, CardWasRead, ReadCard } from './screen.tsx'

type Again = { readonly type: 'again' }
const reading =
  (state: ReadingState) =>
  ({ send, frame }: Given<Again>) => <ReadCard state={state} send={send} frame={frame} />
const wasRead =
  (agreeing: boolean) =>
  ({ send, frame }: Given<{ readonly type: 'next' }>) => (
    <CardWasRead state={{}} send={send} frame={frame} agreeing={agreeing} />
  )

test('2-C ⑦ the way to hold the card is given to the letter, with help if it fails', () => {
  const shown = show(reading({ phase: 'waiting' }))
  expect(shown.heading()).toBe('カードをスマホに当ててください')
  expect(shown.text()).toContain('マイナンバーカードの中心をピッタリと当ててしばらく待ちます。')
  expect(shown.text()).toContain('読み取りかたを確認')
  expect(shown.buttons()).toEqual([])
})

test('2-C ⑦ while it is read the card has to stay; when the authority is asked it may go', () => {
  const read = show(reading({ phase: 'reading', stage: 'certificate' }))
  expect(read.heading()).toBe('カードを当てたまま、お待ちください')
  expect(read.text()).toContain('カードを見つけました（済み）')
  expect(read.text()).toContain('パスワードを確かめます（済み）')
  expect(read.text()).not.toContain('電子証明書を読みます（済み）')
  const asking = show(reading({ phase: 'reading', stage: 'asking' }))
  expect(asking.heading()).toBe('窓口に確かめています')
  expect(asking.text()).toContain('カードは離してかまいません。')
})

test('2-C ⑦ a card that moved away is read on by itself; anything else is tried again in place', async () => {
  const away = show(reading({ phase: 'waiting', refusal: { code: 'CARD_AWAY' } }))
  expect(away.text()).toContain('カードが離れました')
  expect(away.buttons()).not.toContain('もう一度読み取る')
  const lost = show(reading({ phase: 'waiting', refusal: { code: 'NETWORK' } }))
  await lost.press('もう一度読み取る')
  expect(lost.sent).toEqual([{ type: 'again' }])
})

test('2-C ⑧⑨ 4-B ⑧ success, then 「次へ」 or 「同意して次へ」', async () => {
  const shown = show(wasRead(false))
  expect(shown.heading()).toBe('カードの読み取りに成功しました')
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ type: 'next' }])
  const agreeing = show(wasRead(true))
  expect(agreeing.buttons()).toEqual(['同意して次へ'])
  expect(agreeing.text()).toContain('古いスマホの電子証明書は使えなくなります。')
})

test('2-D an application signed on an earlier visit is checked: nothing can be pressed meanwhile', () => {
  const shown = show(({ send, frame }: Given<{ readonly type: 'next' }>) => (
    <CardWasRead state={{ check: 'running' }} send={send} frame={frame} />
  ))
  expect(shown.heading()).toBe('窓口に確かめています')
  expect(shown.buttons()).toEqual([])
  expectEnglish(
    reading({ phase: 'waiting', refusal: { code: 'CARD_AWAY' } }),
    reading({ phase: 'reading', stage: 'signing' }),
    reading({ phase: 'reading', stage: 'asking' }),
    wasRead(true),
    ({ frame }) => <AskingAgain frame={frame} />,
  )
})
