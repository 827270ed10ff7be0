/** 3-C ④ the recording as it is shown: directions, hints, troubles, and the practice person's buttons. */
import { beginCourse } from '@kazashi/face'
import { expect, test } from 'vitest'
import { expectEnglish, show } from '../../test-screen.tsx'
import { ChoosePerson, type Live, RecordingScreen } from './recording.tsx'

const nothing = () => undefined
const course = { ...beginCourse(['front', 'blink', 'right', 'left']), eyes: 0.4 }
const following = (change: object = {}): Live => ({
  name: 'following',
  course: { ...course, ...change },
})
const recording = (live: Live) =>
  show<string>(({ send, frame }) => (
    <RecordingScreen
      live={live}
      person={{ look: send, close: (shut) => send(shut ? 'shut' : 'open') }}
      onAgain={() => send('again')}
      onOther={() => send('other')}
      frame={frame}
    />
  ))

test.each([
  ['front', {}, '顔を正面に向けてください', '枠の中に顔を入れて、そのまま動かないでください'],
  ['not ready', { done: 1 }, '正面を向いて、まばたきをしてください', '一度、正面を向いてください'],
  [
    'blink',
    { done: 1, ready: true },
    '正面を向いて、まばたきをしてください',
    '目をゆっくり閉じてください',
  ],
  [
    'shut',
    { done: 1, ready: true, closed: true },
    '正面を向いて、まばたきをしてください',
    '目を開けてください',
  ],
  ['right', { done: 2, ready: true }, '顔をゆっくり右に向けてください', '右へ、もう少しゆっくり'],
  ['left', { done: 3, ready: true }, '顔をゆっくり左に向けてください', '左へ、もう少しゆっくり'],
  ['over', { done: 4 }, '顔の動きの撮影が終わりました', '4つの動きのうち4つが終わりました'],
  ['dark', { hint: 'dark' }, '顔を正面に向けてください', '暗すぎます。'],
  [
    'a photograph',
    { hint: 'photograph' },
    '顔を正面に向けてください',
    '写真や画面のように見えます。',
  ],
] as const)(
  '3-C ④ %s: one movement in big words, and what is missing',
  (_, change, title, words) => {
    const shown = recording(following(change))
    expect(shown.heading()).toBe(title)
    expect(shown.text()).toContain(words)
  },
)

test('3-C ④ the practice person turns and closes its eyes at the press of a button', async () => {
  const shown = recording(following())
  for (const name of ['右に向ける', '正面に戻す', '左に向ける', '目を閉じる', '目を開ける']) {
    await shown.press(name)
  }
  expect(shown.sent).toEqual(['right', 'ahead', 'left', 'shut', 'open'])
})

test.each([
  ['denied', 'カメラが許可されていません'],
  ['none', 'カメラが見つかりません'],
  ['in-use', 'ほかのアプリがカメラを使っています'],
  ['unknown', 'カメラを使えませんでした'],
  ['library', '顔を確かめるしくみを読み込めませんでした'],
] as const)('3-C ④ %s: why there is no picture, and two ways on', async (trouble, words) => {
  const shown = recording({ name: 'trouble', trouble })
  expect(shown.text()).toContain(words)
  await shown.press('もう一度試す')
  await shown.press('ほかの方法を選ぶ')
  expect(shown.sent).toEqual(['again', 'other'])
})

test('3-C ④ whose practice person it is; nobody there is said, with a way on', async () => {
  const people = [{ name: '甲　太郎', note: '1990-04-01生まれ', onChoose: nothing }]
  const choose = (of: typeof people | undefined, failed = false) =>
    show<string>(({ send, frame }) => (
      <ChoosePerson people={of} failed={failed} onOther={() => send('other')} frame={frame} />
    ))
  expect(choose(people).buttons()).toEqual(['甲　太郎'])
  const nobody = choose(undefined, true)
  expect(nobody.text()).toContain('撮影できる人がいません')
  await nobody.press('ほかの方法を選ぶ')
  expect(nobody.sent).toEqual(['other'])
})

test('3-C ④ the recording is there in English', () => {
  const states: Live[] = [{ name: 'loading' }, following(), { name: 'trouble', trouble: 'denied' }]
  for (const live of states) {
    expectEnglish(({ frame }) => (
      <RecordingScreen live={live} onAgain={nothing} onOther={nothing} frame={frame} />
    ))
  }
})
