/** 2-E: 「登録する」, a wait, 登録完了. */
import { expect, test } from 'vitest'
import { expectEnglish, type Given, show, someCertificate } from '../test-screen.tsx'
import { Register } from './screen.tsx'
import type { RegisterEvent, RegisterState } from './table.ts'

const signing = someCertificate('signing')
const login = someCertificate('authentication', { notAfter: new Date('2030-12-24T23:59:59+09:00') })

const drawn =
  (state: RegisterState, canLogIn = true) =>
  ({ send, frame }: Given<RegisterEvent>) => (
    <Register
      state={state}
      send={send}
      frame={frame}
      certificates={[signing, login]}
      canLogIn={canLogIn}
    />
  )

test('2-E ① 「登録する」 is the one thing to press; without a network it stays there', async () => {
  const shown = show(drawn({ name: 'ready' }))
  expect(shown.buttons()).toEqual(['登録する'])
  await shown.press('登録する')
  expect(shown.sent).toEqual([{ type: 'register' }])
  const off = show(drawn({ name: 'ready', refusal: { code: 'NETWORK' } }))
  expect(off.text()).toContain('つながりません')
  expect(off.buttons()).toEqual(['登録する'])
})

test('2-E ② the wait says how long it takes, and there is no way back from it', () => {
  const shown = show(drawn({ name: 'registering' }))
  expect(shown.heading()).toBe('登録しています')
  expect(shown.text()).toContain('数秒で終わります。')
  expect(shown.text()).not.toContain('戻る')
})

test('2-E ③ done, and its uses: a login only with the certificate for it', async () => {
  const shown = show(drawn({ name: 'registered' }))
  expect(shown.heading()).toBe('登録が完了しました')
  expect(shown.text()).toContain('マイナポータル（練習用）へのログイン')
  expect(shown.text()).toContain('入ったもの署名用・利用者証明用')
  expect(shown.text()).toContain('使える期限2030年12月24日まで')
  expect(shown.text()).toContain('なくしたとき0120-95-0178')
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['home'])
  expect(show(drawn({ name: 'registered' }, false)).text()).not.toContain('ログイン')
})

test('2-E ② a refusal is shown with code and telephone number, and leads home', async () => {
  const stopped: RegisterState = { name: 'stopped', refusal: { code: 'NOT_ISSUED_YET' } }
  const shown = show(drawn(stopped))
  expect(shown.text()).toContain('まだ準備ができていません')
  expect(shown.text()).toContain('エラー番号 NOT_ISSUED_YET')
  expect(shown.text()).toContain('0120-95-0178')
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['home'])
  expectEnglish(
    drawn({ name: 'ready' }),
    drawn({ name: 'registering' }),
    drawn({ name: 'registered' }),
    drawn(stopped),
  )
})
