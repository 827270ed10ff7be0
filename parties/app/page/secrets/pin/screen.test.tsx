/** 2-D ②, in the words of the course. */
import { expect, test } from 'vitest'
import type { NewSecretFault, PinEntered, PinWarning } from '../../card/card-steps.ts'
import { expectEnglish, show } from '../../test-screen.tsx'
import { Pin } from './screen.tsx'

const pin = (fault?: NewSecretFault, warnings: readonly PinWarning[] = []) =>
  show<PinEntered>(({ send, frame }) => (
    <Pin
      state={{ warnings, ...(fault === undefined ? {} : { fault }) }}
      send={send}
      frame={frame}
    />
  ))
const again = 'パスワード（確認）'

test('2-D ② the new PIN of the phone twice, 「入力内容を表示する」 on both, 「次へ」', async () => {
  const shown = pin()
  expect(shown.heading()).toBe('新しいパスワードの設定')
  expect(shown.text()).toContain(
    'スマホ用利用者証明用電子証明書の新しいパスワードを入力してください。',
  )
  expect(shown.text()).toContain('これはスマホ用の新しいパスワードです。')
  expect(shown.text()).toContain('数字4ケタ')
  expect(shown.text()).toContain('スマホ用利用者証明用電子証明書のパスワードとは')
  expect(shown.buttons()).toEqual(['入力内容を表示する', '入力内容を表示する', '次へ'])
  await shown.type('パスワード', '8305')
  await shown.type(again, '8305')
  await shown.press('次へ')
  expect(shown.sent).toEqual([
    { type: 'pin-entered', pin: '8305', repeated: '8305', insists: false },
  ])
})

test('2-D ② letters are left out, wide digits become narrow, four are taken', async () => {
  const shown = pin()
  await shown.type('パスワード', 'a８3059')
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ type: 'pin-entered', pin: '8305', repeated: '', insists: false }])
})

test('2-D ② a fault is shown at its field', () => {
  pin()
  expect(document.querySelector('[aria-invalid=true]')).toBeNull()
  const form = pin('form')
  expect(form.text()).toContain('数字4ケタで入れてください。')
  expect(form.text()).not.toContain('2つの入力が違います')
  const differs = pin('differs')
  expect(differs.text()).toContain(
    '2つの入力が違います。「入力内容を表示する」で見比べてください。',
  )
  expect(differs.text()).not.toContain('数字4ケタで入れてください。')
})

test('2-D ② a PIN that is easy to guess: the reason, and a tick to keep it anyway', async () => {
  expect(pin().text()).not.toContain('人に当てられやすい番号です')
  const warned = pin(undefined, ['same-digits', 'birth-date'])
  expect(warned.text()).toContain('人に当てられやすい番号です')
  expect(warned.text()).toContain('同じ数字が4つ並んでいます。')
  expect(warned.text()).toContain('生年月日と同じ番号です。')
  expect(warned.text()).not.toContain('続いた数字です。')
  expect(pin(undefined, ['in-a-row']).text()).toContain('1234のように、続いた数字です。')
})

test('2-D ② the tick is for the PIN it was given for: another PIN takes it away', async () => {
  const insist = '当てられやすいことがわかった上で、この番号を使う'
  const shown = pin(undefined, ['same-digits'])
  await shown.type('パスワード', '1111')
  await shown.type(again, '1111')
  await shown.tick(insist)
  await shown.press('次へ')
  await shown.type('パスワード', '2222')
  await shown.press('次へ')
  expect(shown.sent).toEqual([
    { type: 'pin-entered', pin: '1111', repeated: '1111', insists: true },
    { type: 'pin-entered', pin: '2222', repeated: '1111', insists: false },
  ])
})

test('2-D ② it is there in English', () => {
  expectEnglish(
    ({ send, frame }) => (
      <Pin
        state={{ warnings: ['same-digits', 'in-a-row', 'birth-date'] }}
        send={send}
        frame={frame}
      />
    ),
    ({ send, frame }) => <Pin state={{ fault: 'form', warnings: [] }} send={send} frame={frame} />,
    ({ send, frame }) => (
      <Pin state={{ fault: 'differs', warnings: [] }} send={send} frame={frame} />
    ),
  )
})
