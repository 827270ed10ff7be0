/** 3-C ⑦⑧, 3-E, 3-F ④, in the words of the course. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectEnglish, show } from '../../test-screen.tsx'
import { IphoneCardWasRead, IphoneReadCard } from './screen.tsx'

type Props = Omit<Parameters<typeof IphoneReadCard>[0], 'onStart' | 'frame'>
const read = (props: Props) =>
  show<'start'>(({ send, frame }) => (
    <IphoneReadCard {...props} onStart={() => send('start')} frame={frame} />
  ))
const lead = 'マイナンバーカードの上にiPhone背面上部をぴったりと合わせてください。'
const byItself = 'カードが合うと、自動で読み取りをはじめます。'

/** Of the steps of the reading: those done, and the one in progress. */
const progress = () => {
  const steps = screen.getAllByRole('listitem')
  const now = steps.filter((step) => step.getAttribute('aria-current') === 'step')
  return {
    done: steps.flatMap(({ textContent }) =>
      textContent?.endsWith('（済み）') ? [textContent] : [],
    ),
    now: now.map(({ textContent }) => textContent),
  }
}

test('3-F ④ 「読み取りかたを確認」 and 「読み取り開始」; nothing begins by itself', async () => {
  const shown = read({ phase: 'start' })
  expect(shown.heading()).toBe('マイナンバーカードの読み取り')
  expect(shown.text()).toContain(lead)
  expect(shown.text()).toContain('読み取りかたを確認')
  expect(shown.text()).toContain('ケースが厚いときは外します')
  expect(shown.text()).not.toContain(byItself)
  expect(shown.buttons()).toEqual(['読み取り開始'])
  await shown.press('読み取り開始')
  expect(shown.sent).toEqual(['start'])
})

test('3-C ⑦ while the card is awaited there is nothing to press', () => {
  const shown = read({ phase: 'waiting' })
  expect(shown.heading()).toBe('マイナンバーカードの読み取り')
  expect(shown.text()).toContain(lead)
  expect(shown.text()).toContain(byItself)
  expect(shown.text()).toContain('読み取りかたを確認')
  expect(shown.buttons()).toEqual([])
})

test('3-C ⑦ while it is read: the time it takes, and its progress', () => {
  const shown = read({ phase: 'reading', stage: 'photo' })
  expect(shown.heading()).toBe('カードを合わせたまま、お待ちください')
  expect(shown.text()).toContain('10秒ほどで終わります。終わるまで、カードを動かさないでください。')
  expect(shown.text()).not.toContain('読み取りかたを確認')
  expect(shown.buttons()).toEqual([])
  expect(progress()).toEqual({
    done: ['カードを見つけました（済み）', '券面入力用暗証番号を確かめます（済み）'],
    now: ['氏名や顔写真などを読みます'],
  })
})

test('3-C ⑦ a card that has just been found is found, and nothing more', () => {
  read({ phase: 'reading', stage: 'found' })
  expect(progress()).toEqual({ done: ['カードを見つけました（済み）'], now: [] })
})

test('3-C ⑦ once the authority is asked the card may be taken away', () => {
  const shown = read({ phase: 'reading', stage: 'asking' })
  expect(shown.heading()).toBe('窓口に確かめています')
  expect(shown.text()).toContain('カードは離してかまいません。')
  expect(shown.text()).not.toContain('カードを動かさないでください')
  expect(progress().now).toEqual(['窓口に確かめます'])
})

test('3-E ⑥, 3-F ④ a reading for the signature alone says that the deletion is asked for', () => {
  const shown = read({ phase: 'reading' })
  expect(shown.text()).toContain('カードで署名し、申し込んでいます。')
  expect(shown.text()).not.toContain('券面入力用暗証番号を確かめます')
  expect(shown.buttons()).toEqual([])
})

test('3-C ⑦ a card that moved away is read again without a button', () => {
  const shown = read({ phase: 'waiting', refusal: { code: 'CARD_AWAY' } })
  expect(shown.text()).toContain('カードが離れました')
  expect(shown.text()).toContain('もう一度カードを当ててください。続けて読み取ります')
  expect(shown.text()).toContain(byItself)
  expect(shown.buttons()).toEqual([])
})

test('3-C ⑦ a failed reading is shown on its screen, and started again there', async () => {
  const shown = read({ phase: 'waiting', refusal: { code: 'CARD_UNREADABLE' } })
  expect(shown.text()).toContain('カードを読み取れませんでした')
  expect(shown.text()).toContain('「もう一度読み取る」を押してください')
  expect(shown.text()).not.toContain(byItself)
  expect(shown.buttons()).toEqual(['もう一度読み取る'])
  await shown.press('もう一度読み取る')
  expect(shown.sent).toEqual(['start'])
})

test('3-F ④ where it failed before, 「読み取り開始」 begins again', () => {
  const shown = read({ phase: 'start', refusal: { code: 'NOT_A_MY_NUMBER_CARD' } })
  expect(shown.text()).toContain('マイナンバーカードではないようです')
  expect(shown.buttons()).toEqual(['読み取り開始'])
})

test('3-C ⑧ success: the card may be taken away, and the next step is named', async () => {
  const shown = show<'next'>(({ send, frame }) => (
    <IphoneCardWasRead onNext={() => send('next')} frame={frame} />
  ))
  expect(shown.heading()).toBe('カードの読み取りに成功しました')
  expect(shown.text()).toContain('カードをiPhoneから離してかまいません。')
  expect(shown.text()).toContain('次に、iPhone用の新しい暗証番号とパスワードを決めます。')
  await shown.press('次へ')
  expect(shown.sent).toEqual(['next'])
})

test('3-C ⑦⑧ every screen of it is there in English', () => {
  const states: readonly Props[] = [
    { phase: 'start' },
    { phase: 'waiting', refusal: { code: 'CARD_UNREADABLE' } },
    { phase: 'reading' },
    { phase: 'reading', stage: 'signing' },
    { phase: 'reading', stage: 'asking' },
  ]
  for (const state of states) {
    expectEnglish(({ frame }) => (
      <IphoneReadCard {...state} onStart={() => undefined} frame={frame} />
    ))
  }
  expectEnglish(({ frame }) => <IphoneCardWasRead onNext={() => undefined} frame={frame} />)
})
