/** 2-D ①: the phone's own signing password. */
import { expect, test } from 'vitest'
import type { NewSecretFault, SigningPasswordEntered } from '../../card/card-steps.ts'
import { expectEnglish, type Given, show } from '../../test-screen.tsx'
import { SigningPassword } from './screen.tsx'

const drawn =
  (fault?: NewSecretFault) =>
  ({ send, frame }: Given<SigningPasswordEntered>) => (
    <SigningPassword state={fault === undefined ? {} : { fault }} send={send} frame={frame} />
  )

test('2-D ① the password’s purpose and its characters, to the letter; small letters become capitals', async () => {
  const shown = show(drawn())
  expect(shown.text()).toContain('スマホ用署名用電子証明書の新しいパスワードを入力してください。')
  expect(shown.text()).toContain('6～16ケタ、英大文字と数字の組み合わせ')
  expect(shown.text()).toContain('これはスマホ用の新しいパスワードです。')
  await shown.type('パスワード', 'sumaho77')
  await shown.type('パスワード（確認）', 'SUMAHO78')
  expect(shown.text()).toContain('小文字を大文字に変えました。')
  await shown.press('次へ')
  expect(shown.sent).toEqual([
    { type: 'signing-password-entered', password: 'SUMAHO77', repeated: 'SUMAHO78' },
  ])
})

test('2-D ① a fault is shown at its field', () => {
  const form = show(drawn('form')).text()
  expect(form).toContain('6～16ケタで、英大文字と数字の両方を使ってください。')
  expect(form).not.toContain('2つの入力が違います')
  expect(show(drawn('differs')).text()).toContain('2つの入力が違います。')
  expectEnglish(drawn('form'), drawn('differs'))
})
