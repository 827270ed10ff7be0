/** 3-D ①–④, in the words of the course. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectEnglish, show } from '../../test-screen.tsx'
import type { IphoneApplyEvent, IphoneStateOf } from '../table.ts'
import { IphoneNewSecret, SettingSecrets } from './screen.tsx'

type State = IphoneStateOf<'pin' | 'pin-again' | 'password' | 'password-again'>
const pin = { name: 'pin', cardPasswordKnown: true, warnings: [] } as const
const pinAgain = { name: 'pin-again', cardPasswordKnown: true } as const
const password = { name: 'password', cardPasswordKnown: true } as const
const passwordAgain = { name: 'password-again', cardPasswordKnown: true } as const
const same = '実物のマイナンバーカードの署名用パスワードと同じ英数字を入力'

const ask = (state: State) =>
  show<IphoneApplyEvent>(({ send, frame }) => (
    <IphoneNewSecret state={state} send={send} frame={frame} />
  ))

test('3-D ① the new PIN: four digits, for the iPhone', async () => {
  const shown = ask(pin)
  expect(shown.heading()).toBe('iPhoneのマイナンバーカードの利用者証明用暗証番号の設定')
  expect(shown.text()).toContain('新しく設定する暗証番号を数字4桁で入力してください。')
  expect(shown.text()).toContain('これはiPhone用の新しい暗証番号です。')
  expect(shown.text()).toContain('暗証番号について')
  expect(shown.text()).not.toContain(same)
  expect(shown.buttons()).toEqual(['入力内容を表示する', '次へ'])
  await shown.type('暗証番号', '48x17')
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ type: 'pin-entered', value: '4817', insists: false }])
  expect(ask({ ...pin, fault: 'form' }).text()).toContain('数字4桁で入れてください。')
})

test('3-D ① a PIN easy to guess is warned of, and taken when one insists', async () => {
  expect(ask(pin).text()).not.toContain('人に当てられやすい番号です')
  const shown = ask({ ...pin, warnings: ['same-digits', 'in-a-row', 'birth-date'] })
  expect(shown.text()).toContain('人に当てられやすい番号です')
  expect(shown.text()).toContain('同じ数字が4つ並んでいます。')
  expect(shown.text()).toContain('1234のように、続いた数字です。')
  expect(shown.text()).toContain('生年月日と同じ番号です。')
  const insist = '当てられやすいことがわかった上で、この番号を使う'
  await shown.type('暗証番号', '1111')
  await shown.tick(insist)
  await shown.press('次へ')
  await shown.type('暗証番号', '2222')
  await shown.press('次へ')
  expect(shown.sent).toEqual([
    { type: 'pin-entered', value: '1111', insists: true },
    { type: 'pin-entered', value: '2222', insists: false },
  ])
})

test('3-D ② the PIN once more; where it differs one can choose anew', async () => {
  const shown = ask(pinAgain)
  expect(shown.heading()).toBe('確認のため、もう一度暗証番号の入力')
  expect(shown.buttons()).not.toContain('はじめから決め直す')
  await shown.type('暗証番号', '4817')
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ type: 'repeated', value: '4817' }])
  const differs = ask({ ...pinAgain, fault: 'differs' })
  expect(differs.text()).toContain('1回目の入力と違います。')
  await differs.press('はじめから決め直す')
  expect(differs.sent).toEqual([{ type: 'back' }])
})

test('3-D ③ the new password: small letters become capitals', async () => {
  const shown = ask(password)
  expect(shown.heading()).toBe('iPhoneのマイナンバーカードの署名用パスワードの設定')
  expect(shown.text()).toContain('新しく設定するパスワードを英数字6～16文字で入力してください。')
  expect(shown.text()).toContain('これはiPhone用の新しいパスワードです。')
  expect(shown.text()).toContain('パスワードについて')
  await shown.type('パスワード', 'iphone77')
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ type: 'password-entered', value: 'IPHONE77' }])
  expect(ask({ ...password, fault: 'form' }).text()).toContain(
    '6～16文字で、英大文字と数字の両方を使ってください。',
  )
})

test('3-D ③ the field first, the tick under it: the tick takes the password of the card, and no field is left', async () => {
  const shown = ask(password)
  const [field, tick] = [screen.getByLabelText('パスワード'), screen.getByRole('checkbox')]
  expect(field.compareDocumentPosition(tick)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  await shown.tick(same)
  expect(screen.queryByLabelText('パスワード')).toBeNull()
  expect(shown.buttons()).toEqual(['次へ'])
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ type: 'same-as-card' }])
})

test('3-D ③ opened again, the app does not know the password of the card: no tick', () => {
  const shown = ask({ ...password, cardPasswordKnown: false })
  expect(shown.text()).not.toContain(same)
  expect(shown.text()).toContain(
    'アプリを開き直したため、カードと同じものを自動では入れられません。',
  )
  expect(screen.getByLabelText('パスワード')).toBeInstanceOf(HTMLInputElement)
})

test('3-D ④ the password once more; where it differs one can choose anew', async () => {
  const shown = ask({ ...passwordAgain, fault: 'differs' })
  expect(shown.heading()).toBe('確認のため、もう一度パスワードの入力')
  expect(shown.text()).toContain('1回目の入力と違います。')
  expect(shown.text()).not.toContain(same)
  await shown.type('パスワード', 'iphone77')
  await shown.press('次へ')
  await shown.press('はじめから決め直す')
  expect(shown.sent).toEqual([{ type: 'repeated', value: 'IPHONE77' }, { type: 'back' }])
})

test('3-D ④ while they are set there is nothing to press', () => {
  const shown = show(({ frame }) => <SettingSecrets frame={frame} />)
  expect(shown.heading()).toBe('暗証番号とパスワードを設定しています')
  expect(shown.text()).toContain('数秒で終わります。')
  expect(shown.buttons()).toEqual([])
})

test('3-D ①–④ every screen of it is there in English', () => {
  const warnings = ['same-digits', 'in-a-row', 'birth-date'] as const
  const states: readonly State[] = [
    { ...pin, warnings, fault: 'form' },
    { ...pinAgain, fault: 'differs' },
    { ...password, fault: 'form' },
    { ...password, cardPasswordKnown: false },
    { ...passwordAgain, fault: 'differs' },
  ]
  for (const state of states) {
    expectEnglish(({ send, frame }) => <IphoneNewSecret state={state} send={send} frame={frame} />)
  }
  expectEnglish(({ frame }) => <SettingSecrets frame={frame} />)
})
