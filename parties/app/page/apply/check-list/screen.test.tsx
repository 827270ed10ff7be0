/** 2-A and 2-B: the check list before anything is typed. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { FaultCode } from '../../faults/codes.ts'
import { expectEnglish, type Given, show } from '../../test-screen.tsx'
import { type ApplyEvent, type ApplyState, checkItems } from '../table.ts'
import { CheckList } from './screen.tsx'

type Ready = Extract<ApplyState, { name: 'check-list' }>
type Purpose = Parameters<typeof CheckList>[0]['purpose']

const good = { ticked: [], asked: false, refusals: [], models: ['Pixel 8', 'AQUOS sense9'] }
const draw =
  (more: Partial<Ready>, purpose: Purpose = 'new') =>
  ({ send, frame, go }: Given<ApplyEvent>) => (
    <CheckList
      state={{ name: 'check-list', ...good, ...more }}
      send={send}
      frame={frame}
      purpose={purpose}
      go={go}
    />
  )
const list = (more: Partial<Ready> = {}, purpose: Purpose = 'new') =>
  show<ApplyEvent>(draw(more, purpose))
const blocked = (code: FaultCode) => list({ refusals: [{ code }] })

test('2-A the four things, with the course’s words on them, and 「対応している機種一覧」', async () => {
  const shown = list()
  expect(shown.heading()).toBe('用意するものを確かめましょう')
  expect(shown.text()).toContain('半角の英大文字と数字を含む6文字から16文字')
  expect(shown.text()).toContain('このスマホは対応しています。')
  expect(shown.text()).toContain('このアプリは最新です。')
  expect(shown.text()).toContain('対応している機種一覧')
  expect(shown.text()).toContain('Pixel 8AQUOS sense9')
  expect(shown.buttons()).toEqual(['次へ'])
  await shown.tick('マイナンバーカード')
  await shown.tick('署名用電子証明書のパスワード')
  await shown.tick('スマホ用電子証明書対応のスマートフォン')
  await shown.tick('マイナポータルアプリ（この練習用アプリ）')
  await shown.press('次へ')
  expect(shown.sent).toEqual([
    { type: 'ticked', item: 'card', checked: true },
    { type: 'ticked', item: 'password', checked: true },
    { type: 'ticked', item: 'phone', checked: true },
    { type: 'ticked', item: 'app', checked: true },
    { type: 'next' },
  ])
  expect(list({ models: [] }).text()).not.toContain('対応している機種一覧')
})

test('2-A an unsure person gets advice', () => {
  const text = list().text()
  expect(text).toContain('そろっているか、わからないとき')
  expect(text).toContain('お住まいの市区町村の窓口で確かめられます。')
  expect(text).toContain('思いつきで試すと、5回でロックされます。')
  expect(text).toContain('前のスマホがAndroidなら「機種変更」へ')
  const switching = list({}, 'switch').text()
  expect(switching).toContain('前のスマホは、登録が終わるまでそのまま使えます。')
  expect(switching).not.toContain('先に前のiPhoneで削除します')
})

test('2-A missing ticks are named only after the button was pressed', async () => {
  const missing = 'まだチェックが付いていないものがあります。'
  expect(list().text()).not.toContain(missing)
  const shown = list({ asked: true, ticked: ['card'] })
  // Above the boxes: below them it would be under the fold.
  expect(shown.text()).toMatch(new RegExp(`${missing}.*マイナンバーカード`, 's'))
  await shown.tick('マイナンバーカード')
  expect(shown.sent).toEqual([{ type: 'ticked', item: 'card', checked: false }])
  expect(list({ asked: true, ticked: checkItems }).text()).not.toContain(missing)
})

test('2-A the app does not say that a phone is supported before it knows', () => {
  const state: Ready = { name: 'check-list', ticked: [], asked: true }
  const shown = show<ApplyEvent>(({ send, frame, go }) => (
    <CheckList state={state} send={send} frame={frame} purpose="new" go={go} />
  ))
  expect(shown.text()).not.toContain('このスマホは対応しています。')
  expect(shown.text()).toContain('このスマホで使えるかどうか、確かめています。')
  expect(shown.buttons()).toEqual(['次へ'])
  expect(list({ asked: true }).text()).not.toContain('確かめています。')
})

test.each([
  [
    '2-A',
    'PHONE_NOT_SUPPORTED',
    'このスマホは対応していません',
    '対応している機種をお使いください',
  ],
  ['2-B', 'OS_TOO_OLD', 'Android 6.0以上が必要です。', '「設定」→「システム」で更新'],
  ['2-B', 'BROWSER_TOO_OLD', 'Chrome 69以上が必要です。', 'PlayストアでChromeを更新'],
  ['2-A', 'APP_TOO_OLD', 'アプリが古いようです', 'アプリを閉じて、開き直してください。'],
  ['2-A', 'CREDENTIAL_PRESENT', 'このスマホには、もう入っています', 'ホームで、'],
] as const)(
  '%s %s is said before anything is typed, and only home is left',
  async (_row, code, ...said) => {
    const shown = blocked(code)
    for (const words of said) expect(shown.text()).toContain(words)
    expect(shown.text()).not.toContain('全部そろってから')
    expect(shown.text()).toContain('対応している機種一覧')
    expect(shown.buttons()).toEqual(['ホームへ'])
    await shown.press('ホームへ')
    expect(shown.left).toEqual(['home'])
  },
)

test('2-A without a network it is checked again; a suspended credential leads to 「利用再開」', async () => {
  const off = blocked('NETWORK')
  expect(off.buttons()).toEqual(['もう一度確かめる', 'ホームへ'])
  await off.press('もう一度確かめる')
  expect(off.sent).toEqual([{ type: 'again' }])
  const suspended = blocked('CREDENTIAL_SUSPENDED')
  expect(suspended.text()).toContain('一時利用停止中です')
  expect(suspended.buttons()).toEqual(['利用再開の手続きをする', 'ホームへ'])
  await suspended.press('利用再開の手続きをする')
  expect(suspended.left).toEqual(['resume'])
})

test('4-B 5-B3 the effect of a change of phone or of starting again is explained first', () => {
  expect(list({}, 'switch').text()).toContain('古いスマホはそのまま使えます。')
  expect(list({}, 'resume').text()).toContain('再発行されることになります。')
  expect(list().text()).not.toContain('機種変更：')
})

test('2-A it is there in English', () => {
  expectEnglish(
    draw({ asked: true }),
    draw({}, 'switch'),
    draw({}, 'resume'),
    draw({ refusals: [{ code: 'NETWORK' }, { code: 'CREDENTIAL_SUSPENDED' }] }),
    ({ send, frame, go }) => (
      <CheckList
        state={{ name: 'check-list', ticked: [], asked: true }}
        send={send}
        frame={frame}
        go={go}
        purpose="new"
      />
    ),
  )
})

test('2-A 2-C another person’s card: the first screen says that what was begun is gone, and can be gone on with', async () => {
  const shown = list({ ended: { code: 'DRAFT_OF_ANOTHER_PERSON' } })
  const [alert] = screen.getAllByRole('alert')
  expect(alert?.textContent).toContain('ほかの人がはじめた手続きでした')
  expect(alert?.textContent).toContain('途中までの入力は、すべて消しました。')
  expect(shown.buttons()).toEqual(['次へ'])
  expectEnglish(draw({ ended: { code: 'DRAFT_OF_ANOTHER_PERSON' } }))
})
