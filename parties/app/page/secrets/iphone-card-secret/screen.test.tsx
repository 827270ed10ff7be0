/** 3-C ⑤⑥, 3-E ⑥, 3-F ③, in the words of the course. */
import { screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { Refusal } from '../../faults/refusal.ts'
import { expectEnglish, show } from '../../test-screen.tsx'
import { IphoneCardSecret } from './screen.tsx'

type Props = Parameters<typeof IphoneCardSecret>[0]
const pin: Omit<Props, 'onEnter' | 'frame'> = {
  secret: 'pin',
  purpose: 'add',
  fault: undefined,
  refusal: undefined,
}
const password = { ...pin, secret: 'password' } as const
const pinLocks = { code: 'CARD_SECRET_WRONG', secret: 'card-data-pin', triesLeft: 1 } as const

/** An entry is a pair: the value, and whether the last try was confirmed. */
const ask = (asked: typeof pin) =>
  show<readonly [string, boolean]>(({ send, frame }) => (
    <IphoneCardSecret
      {...asked}
      onEnter={(value, confirmed) => send([value, confirmed])}
      frame={frame}
    />
  ))

test('3-C ⑤ the PIN ④ of the card: digits alone are taken, four of them', async () => {
  const shown = ask(pin)
  expect(shown.heading()).toBe('実物のマイナンバーカードの券面入力用暗証番号の入力')
  expect(shown.text()).toContain(
    'マイナンバーカードに含まれるマイナンバーや顔写真などの情報を読み取るために、暗証番号を数字4桁で入力してください。',
  )
  expect(shown.text()).toContain('これはカードの暗証番号です。紙の控えの④')
  expect(shown.text()).toContain('券面事項入力補助用数字4ケタこれです')
  expect(shown.text()).toContain('暗証番号がわからない')
  expect(shown.text()).toContain('続けて3回間違えると、ロックされます。')
  expect(shown.buttons().at(-1)).toBe('次へ')
  await shown.type('券面入力用暗証番号', 'a12b345')
  await shown.press('次へ')
  expect(shown.sent).toEqual([['1234', false]])
})

test('3-C ⑤ four boxes are one field with one label: it takes a paste, and shows dots until the digits are asked for', async () => {
  const shown = ask(pin)
  const boxes = () => screen.getAllByTestId('digit-box').map(({ textContent }) => textContent)
  expect(boxes()).toEqual(['', '', '', ''])
  await userEvent.click(screen.getByLabelText('券面入力用暗証番号'))
  await userEvent.paste('91 20')
  expect(boxes()).toEqual(['●', '●', '●', '●'])
  await shown.press('入力内容を表示する')
  expect(boxes()).toEqual(['9', '1', '2', '0'])
  expect(document.querySelectorAll('input')).toHaveLength(1)
  await shown.press('次へ')
  expect(shown.sent).toEqual([['9120', false]])
})

test('3-C ⑥ the signing password ①: small letters become capitals, and it is said', async () => {
  const shown = ask(password)
  expect(shown.heading()).toBe('実物のマイナンバーカードの署名用パスワードの入力')
  expect(shown.text()).toContain(
    'iPhoneのマイナンバーカードを追加することに署名します。パスワードを英数字6～16文字で入力してください。',
  )
  expect(shown.text()).toContain('これはカードのパスワードです。紙の控えの①')
  expect(shown.text()).toContain('署名用英数字6～16文字これです')
  expect(shown.text()).toContain('パスワードがわからない')
  expect(shown.text()).toContain('続けて5回間違えると、ロックされます。')
  expect(shown.text()).not.toContain('小文字を大文字に変えました。')
  await shown.type('署名用パスワード', '123abc')
  expect(shown.text()).toContain('小文字を大文字に変えました。')
  await shown.press('次へ')
  expect(shown.sent).toEqual([['123ABC', false]])
})

test('3-E ⑥, 3-F ③ the password signs the deletion, here or on another smartphone', () => {
  expect(ask({ ...password, purpose: 'delete' }).text()).toContain(
    'iPhoneのマイナンバーカードを削除することに署名します。',
  )
  const other = ask({ ...password, purpose: 'delete-other' })
  expect(other.heading()).toBe('実物のマイナンバーカードの署名用パスワードの入力')
  expect(other.text()).toContain(
    '別のスマートフォンのマイナンバーカードを削除することに署名します。',
  )
  expect(other.text()).not.toContain('追加すること')
})

test('3-C ⑤⑥ the entry can be made visible', async () => {
  const shown = ask(pin)
  await shown.press('入力内容を表示する')
  expect(shown.buttons()).toContain('入力内容を隠す')
})

test('3-C ⑤⑥ an entry that cannot be right is told at its field', () => {
  expect(ask({ ...pin, fault: 'empty' }).text()).toContain('暗証番号を入れてください。')
  expect(ask({ ...pin, fault: 'form' }).text()).toContain('④は、数字4桁です。')
  expect(ask({ ...password, fault: 'empty' }).text()).toContain('パスワードを入れてください。')
  expect(ask({ ...password, fault: 'form' }).text()).toContain(
    '①は、英大文字と数字の両方が入った6～16文字です。',
  )
})

test('3-C ⑥ a wrong password: the tries left, and no box before the last one', () => {
  const shown = ask({ ...password, refusal: { code: 'CARD_SECRET_WRONG', triesLeft: 4 } })
  expect(shown.text()).toContain('パスワードが違います')
  expect(shown.text()).toContain('紙の控えの①を見て、入れ直してください')
  expect(shown.text()).toContain('あと4回試せます')
  expect(shown.text()).not.toContain('確かめました')
})

const wrong = { code: 'CARD_SECRET_WRONG', triesLeft: 4 } as const
/** The second entry is wrong too. */
function WrongTwice({ frame }: Pick<Props, 'frame'>) {
  const [refusal, setRefusal] = useState<Refusal>(wrong)
  const onEnter = () => setRefusal({ ...wrong, triesLeft: 3 })
  return <IphoneCardSecret {...password} refusal={refusal} onEnter={onEnter} frame={frame} />
}

test('3-C ⑤⑥ that a secret is wrong is told until it is typed anew; the tries left stay, and another wrong one is told', async () => {
  const shown = show(({ frame }) => <WrongTwice frame={frame} />)
  expect(shown.text()).toContain('パスワードが違います')
  await shown.type('署名用パスワード', 'ABC123')
  expect(shown.text()).not.toContain('パスワードが違います')
  expect(shown.text()).toContain('あと4回試せます')
  await shown.press('次へ')
  expect(shown.text()).toContain('パスワードが違います')
  expect(shown.text()).toContain('あと3回試せます')
})

test('3-C ⑤ before the last try of ④ its own box is to be ticked', async () => {
  const shown = ask({ ...pin, refusal: pinLocks, fault: 'last-try-unconfirmed' })
  expect(shown.text()).toContain('あと1回で、ロックされます。紙の控えをよく確かめてください。')
  expect(shown.text()).toContain('よく確かめてから、このチェックを付けてください。')
  await shown.type('券面入力用暗証番号', '1234')
  await shown.press('次へ')
  await shown.tick('紙の控えの④と同じことを確かめました')
  expect(shown.text()).not.toContain('よく確かめてから、このチェックを付けてください。')
  await shown.press('次へ')
  expect(shown.sent).toEqual([
    ['1234', false],
    ['1234', true],
  ])
})

test('3-C ⑥ stopped before the last try of ①: the box is there as well', async () => {
  const shown = ask({ ...password, refusal: { code: 'CARD_LAST_TRY' } })
  expect(shown.text()).toContain('あと1回だけ試せます')
  expect(shown.text()).not.toContain('このチェックを付けてください')
  await shown.type('署名用パスワード', 'ABC123')
  await shown.tick('紙の控えの①と同じことを確かめました')
  await shown.press('次へ')
  expect(shown.sent).toEqual([['ABC123', true]])
})

test('3-C ⑤⑥ both secrets are asked for in English', () => {
  const english = (asked: typeof pin) =>
    expectEnglish(({ frame }) => (
      <IphoneCardSecret {...asked} onEnter={() => undefined} frame={frame} />
    ))
  english({ ...pin, refusal: pinLocks, fault: 'last-try-unconfirmed' })
  english({ ...password, refusal: { code: 'CARD_SECRET_WRONG', triesLeft: 4 }, fault: 'form' })
  english({ ...password, purpose: 'delete', fault: 'empty' })
  english({ ...password, purpose: 'delete-other' })
})
