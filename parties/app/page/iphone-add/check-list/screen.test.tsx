/** 3-A: the things to have at hand. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectEnglish, show } from '../../test-screen.tsx'
import type { IphoneApplyEvent, IphoneStateOf } from '../table.ts'
import { IphoneCheckList } from './screen.tsx'

type State = IphoneStateOf<'check-list'>
const empty: State = {
  name: 'check-list',
  ticked: [],
  asked: false,
  support: { name: 'supported' },
}
const all = ['card', 'password', 'pin', 'phone', 'app'] as const
const list = (more: Partial<State> = {}) =>
  show<IphoneApplyEvent>(({ send, frame }) => (
    <IphoneCheckList state={{ ...empty, ...more }} send={send} frame={frame} />
  ))
const missing =
  'まだチェックが付いていないものがあります。用意できたものにチェックを付けてください。'

test('3-A card, (A) and (B), iPhone and app, each with its requirement', () => {
  const shown = list()
  expect(shown.heading()).toBe('用意するものを確かめましょう')
  for (const line of [
    'マイナンバーカード署名用電子証明書が登録されたマイナンバーカード。',
    '(A) 署名用電子証明書のパスワードあらかじめ市区町村窓口で設定した、半角の英大文字と数字を含む6文字から16文字の署名用電子証明書のパスワード。紙の控えの①です。',
    '(B) 券面入力用暗証番号数字4桁の券面入力用暗証番号。紙の控えの④「券面事項入力補助用」です。',
    'iOS 18.5以上を搭載したiPhoneこのiPhoneは対応しています。',
    'マイナポータルアプリ（この練習用アプリ）',
  ]) {
    expect(shown.text()).toContain(line)
  }
  expect(shown.buttons()).toEqual(['次へ'])
})

test('3-A each of the five is ticked by itself, and can be unticked', async () => {
  const shown = list({ ticked: ['card'] })
  await shown.tick('マイナンバーカード')
  await shown.tick('(A) 署名用電子証明書のパスワード')
  await shown.tick('(B) 券面入力用暗証番号')
  await shown.tick('iOS 18.5以上を搭載したiPhone')
  await shown.tick('マイナポータルアプリ（この練習用アプリ）')
  await shown.press('次へ')
  expect(shown.sent).toEqual([
    { type: 'ticked', item: 'card', checked: false },
    { type: 'ticked', item: 'password', checked: true },
    { type: 'ticked', item: 'pin', checked: true },
    { type: 'ticked', item: 'phone', checked: true },
    { type: 'ticked', item: 'app', checked: true },
    { type: 'next' },
  ])
})

test('3-A missing ticks are named only after the button was pressed', () => {
  expect(list({ ticked: ['card'] }).text()).not.toContain(missing)
  const asked = list({ ticked: ['card'], asked: true }).text()
  // Above the boxes: below them it would be under the fold.
  expect(asked).toMatch(new RegExp(`${missing}.*マイナンバーカード`, 's'))
  expect(list({ ticked: all, asked: true }).text()).not.toContain(missing)
})

test('3-A an unsure person finds advice, and the list of models', () => {
  const models = [
    { model: 'iPhone 15', minimumOsVersion: '18.5' },
    { model: 'iPhone 99', minimumOsVersion: '42.1' },
  ]
  expect(list().text()).not.toContain('対応している機種一覧')
  const text = list({ models }).text()
  expect(text).toContain('そろっているか、わからないとき')
  expect(text).toContain('思いつきで試すと、(A)は5回、(B)は3回でロックされます。')
  expect(text).toContain('前のスマートフォンで使っている：1人1台です。')
  expect(text).toContain('「別のスマートフォンのカードを削除」を使います。')
  expect(text).toContain('対応している機種一覧')
  expect(text).toContain('対応している機種一覧iPhone 15（iOS 18.5以上）iPhone 99（iOS 42.1以上）')
})

test('3-A whether the iPhone is supported is said only when it is known', () => {
  const good = 'このiPhoneは対応しています。'
  const checking = list({ support: { name: 'checking' } }).text()
  expect(checking).toContain('対応しているか確かめています…')
  expect(checking).not.toContain(good)
  const unknown = list({ support: { name: 'unknown' } }).text()
  expect(unknown).toContain('通信ができず、確かめられませんでした。あとで、もう一度確かめます。')
  expect(unknown).not.toContain(good)
})

test('3-A the check list is there in English', () => {
  expectEnglish(
    ({ send, frame }) => (
      <IphoneCheckList state={{ ...empty, asked: true }} send={send} frame={frame} />
    ),
    ({ send, frame }) => (
      <IphoneCheckList
        state={{ ...empty, support: { name: 'unknown' } }}
        send={send}
        frame={frame}
      />
    ),
    ({ send, frame }) => (
      <IphoneCheckList
        state={{ ...empty, support: { name: 'checking' } }}
        send={send}
        frame={frame}
      />
    ),
  )
})

test('3-A 3-C another person’s card: the first screen says that what was begun is gone, and can be gone on with', async () => {
  const shown = list({ ended: { code: 'DRAFT_OF_ANOTHER_PERSON' } })
  const [alert] = screen.getAllByRole('alert')
  expect(alert?.textContent).toContain('ほかの人がはじめた手続きでした')
  expect(alert?.textContent).toContain('途中までの入力は、すべて消しました。')
  expect(shown.buttons()).toEqual(['次へ'])
  expectEnglish(({ send, frame }) => (
    <IphoneCheckList
      state={{ ...empty, ended: { code: 'DRAFT_OF_ANOTHER_PERSON' } }}
      send={send}
      frame={frame}
    />
  ))
})
