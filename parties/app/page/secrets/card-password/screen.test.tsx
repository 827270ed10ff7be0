/** 2-C ④: the signing password of the card. */
import { expect, test } from 'vitest'
import type { EntryFault, PasswordEntered } from '../../card/card-steps.ts'
import type { Refusal } from '../../faults/refusal.ts'
import { expectEnglish, type Given, show } from '../../test-screen.tsx'
import { CardPassword } from './screen.tsx'

interface State {
  readonly fault?: EntryFault
  readonly refusal?: Refusal
}
const password = (state: State = {}) =>
  show<PasswordEntered>(({ send, frame }) => (
    <CardPassword state={state} send={send} frame={frame} />
  ))
const checked = '紙の控えの①と同じことを確かめました'

test('2-C ④ it is ① of the paper; small letters become capitals, and that is said', async () => {
  const shown = password()
  expect(shown.heading()).toBe('カードの署名用パスワードを入れてください')
  expect(shown.text()).toContain('これはカードのパスワードです。')
  expect(shown.text()).toContain('英大文字と数字、6～16文字（小文字は大文字になります）')
  expect(shown.text()).toContain('これです（英数字6～16文字）')
  expect(shown.buttons()).toEqual(['入力内容を表示する', '次へ'])
  await shown.type('パスワード', '123abc')
  expect(shown.text()).toContain('小文字を大文字に変えました。')
  await shown.press('次へ')
  expect(shown.sent).toEqual([
    { type: 'card-password-entered', password: '123ABC', lastTryConfirmed: false },
  ])
})

test('2-C ④ the tries left are shown before an error, and no box has to be ticked', () => {
  const shown = password()
  expect(shown.text()).toContain('続けて5回間違えると、ロックされます。')
  expect(shown.text()).not.toContain(checked)
  expect(document.querySelector('[aria-invalid=true]')).toBeNull()
})

test('2-C ④ a fault of the entry is shown at its field', () => {
  expect(password({ fault: 'empty' }).text()).toContain('パスワードを入れてください。')
  expect(password({ fault: 'form' }).text()).toContain(
    '①は、英大文字と数字の両方が入った6～16文字です。数字4ケタの②③④とは別のものです。',
  )
})

test('2-C ④ a wrong password: the number on the paper to check, and the tries left', () => {
  const wrong = password({ refusal: { code: 'CARD_SECRET_WRONG', triesLeft: 3 } })
  expect(wrong.text()).toContain('パスワードが違います')
  expect(wrong.text()).toContain('紙の控えの①を見て、入れ直してください')
  expect(wrong.text()).toContain('あと3回試せます')
  expect(wrong.text()).toContain('0120-95-0178')
  expect(wrong.text()).not.toContain(checked)
})

test('2-C ④ that it is wrong is told until it is typed anew; the tries left stay', async () => {
  const wrong = password({ refusal: { code: 'CARD_SECRET_WRONG', triesLeft: 4 } })
  expect(wrong.text()).toContain('パスワードが違います')
  await wrong.type('パスワード', 'A')
  expect(wrong.text()).not.toContain('パスワードが違います')
  expect(wrong.text()).toContain('あと4回試せます')
  const last = password({ refusal: { code: 'CARD_LAST_TRY', triesLeft: 1 } })
  await last.type('パスワード', 'A')
  expect(last.text()).toContain('あと1回だけ試せます')
})

test('2-C ④ before the last try a box has to be ticked', async () => {
  const refusal = { code: 'CARD_LAST_TRY', triesLeft: 1 } as const
  const last = password({ refusal, fault: 'last-try-unconfirmed' })
  expect(last.text()).toContain('あと1回だけ試せます')
  expect(last.text()).toContain('あと1回で、ロックされます。紙の控えをよく確かめてください。')
  expect(last.text()).toContain('よく確かめてから、このチェックを付けてください。')
  await last.type('パスワード', 'ABC123')
  await last.press('次へ')
  await last.tick(checked)
  expect(last.text()).not.toContain('よく確かめてから、このチェックを付けてください。')
  await last.press('次へ')
  expect(last.sent).toEqual([
    { type: 'card-password-entered', password: 'ABC123', lastTryConfirmed: false },
    { type: 'card-password-entered', password: 'ABC123', lastTryConfirmed: true },
  ])
  expect(password({ refusal }).text()).not.toContain('このチェックを付けてください')
})

test('2-C ④ a person without the password is sent to the municipality, not to guess', async () => {
  const shown = password()
  expect(shown.text()).toContain('パスワードがわからない')
  expect(shown.text()).toContain('お住まいの市区町村の窓口で、初期化（再設定）ができます。')
  await shown.press('戻る')
  await shown.press('ヘルプ')
  expect(shown.left).toEqual(['back', 'help'])
  expect(shown.sent).toEqual([])
})

test('2-C ④ it is there in English', () => {
  const states: readonly State[] = [
    { fault: 'empty' },
    { fault: 'form' },
    { fault: 'last-try-unconfirmed', refusal: { code: 'CARD_LAST_TRY', triesLeft: 1 } },
    { refusal: { code: 'CARD_SECRET_WRONG', triesLeft: 4 } },
  ]
  expectEnglish(
    ...states.map((state) => ({ send, frame }: Given<unknown>) => (
      <CardPassword state={state} send={send} frame={frame} />
    )),
  )
})
