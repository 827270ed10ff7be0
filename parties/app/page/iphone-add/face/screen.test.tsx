/** 3-C ④: the movement of the face, for practice. */
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { IphoneWords } from '../../faults/iphone-words.tsx'
import { expectEnglish, show, someDevice } from '../../test-screen.tsx'
import type { FaceMove, IphoneApplyEvent, IphoneStateOf } from '../table.ts'
import { IphoneFace } from './screen.tsx'

type State = IphoneStateOf<'face' | 'face-moving' | 'face-done'>
const device = await someDevice({ platform: 'iphone' })
const face = (state: State) =>
  show<IphoneApplyEvent>(({ send, frame }) => (
    <IphoneFace device={device} state={state} send={send} frame={frame} />
  ))
const moving = (move: FaceMove): State => ({ name: 'face-moving', move })
const explained: State = { name: 'face', phase: 'explained' }

test('3-C ④ the camera is explained first, and that practice does not use it', async () => {
  const shown = face(explained)
  expect(shown.heading()).toBe('顔の動きの撮影')
  expect(shown.text()).toContain('画面の指示に従って、顔の動きを撮影します')
  expect(shown.text()).toContain('カメラへのアクセスを求められた場合は、許可してください')
  expect(shown.text()).toContain('「設定」でこのアプリの「カメラ」をオンにすると、撮影できます。')
  expect(shown.text()).toContain('この練習では、カメラを使いません')
  expect(shown.text()).toContain('映像は、このスマートフォンの外に出ず')
  expect(shown.text()).toContain('申請には「練習」と記され')
  expect(shown.buttons()).toEqual([
    '練習用の人物を撮影する',
    '自分のカメラで撮影する',
    '撮影をはじめる（練習）',
  ])
  await shown.press('撮影をはじめる（練習）')
  expect(shown.sent).toEqual([{ type: 'next' }])
})

test.each([
  ['front', '顔を正面に向けてください', '4つのうち1つ目の動き'],
  ['right', '顔をゆっくり右に向けてください', '4つのうち2つ目の動き'],
  ['left', '顔をゆっくり左に向けてください', '4つのうち3つ目の動き'],
  ['blink', '正面を向いて、まばたきをしてください', '4つのうち4つ目の動き'],
] as const)(
  '3-C ④ %s: the screen directs, and says how many movements are left',
  async (move, directs, at) => {
    const shown = face(moving(move))
    expect(shown.heading()).toBe(directs)
    expect(shown.text()).toContain(at)
    expect(shown.text()).toContain('練習では、カメラを使いません')
    expect(shown.buttons()).toEqual(['動かしました（練習）'])
    await shown.press('動かしました（練習）')
    expect(shown.sent).toEqual([{ type: 'next' }])
  },
)

test('3-C ④ a double tap is one tap: it skips no movement', async () => {
  const shown = face(moving('front'))
  await userEvent.dblClick(screen.getByRole('button', { name: '動かしました（練習）' }))
  expect(shown.sent).toEqual([{ type: 'next' }])
})

test('3-C ④ the end says that nothing was recorded, and names the next step', async () => {
  const shown = face({ name: 'face-done', method: 'practice' })
  expect(shown.heading()).toBe('顔の動きの撮影が終わりました')
  expect(shown.text()).toContain('練習のため、撮影はしていません。')
  expect(shown.text()).toContain(
    '次に、実物のマイナンバーカードの暗証番号とパスワードを入力します。',
  )
  expect(shown.buttons()).toEqual(['次へ'])
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ type: 'next' }])
})

test('3-C ④ every screen of it is there in English', () => {
  const states = [explained, moving('front'), moving('right'), moving('left'), moving('blink')]
  for (const state of [...states, { name: 'face-done' } as const]) {
    expectEnglish(({ send, frame }) => (
      <IphoneFace device={device} state={state} send={send} frame={frame} />
    ))
  }
})

test('3-C ④ a face that is not that of the photo is told where it is recorded again', async () => {
  const state: State = { ...explained, refusal: { code: 'FACE_DIFFERS' } }
  const shown = show<IphoneApplyEvent>(({ send, frame }) => (
    <IphoneWords>
      <IphoneFace device={device} state={state} send={send} frame={frame} />
    </IphoneWords>
  ))
  expect(shown.text()).toContain('カードの写真の人と、同じ人だと確かめられませんでした')
  expect(shown.text()).toContain('カードは何も署名していません。')
  await shown.press('自分のカメラで撮影する')
  expect(shown.sent).toEqual([{ type: 'record', source: { name: 'camera' } }])
})

test.each([
  ['practice-person', '申請に「練習用の人物」と記します。'],
  ['camera', 'カードを読み取るときに確かめます。'],
] as const)('3-C ④ %s: the end says what is still to be compared', (method, says) => {
  const shown = face({ name: 'face-done', method })
  expect(shown.text()).toContain('4つの動きを確かめました。')
  expect(shown.text()).toContain(says)
})
