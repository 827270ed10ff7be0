/** 5-B, in the words of the course. */
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { emptySummary, type PhoneCondition } from '../phone/phone-summary.ts'
import { expectEnglish, type Given, show } from '../test-screen.tsx'
import { Loss } from './screen.tsx'

const night = new Date('2026-01-01T03:00:00+09:00')
const draw =
  (name: PhoneCondition) =>
  ({ frame, go }: Given<unknown>) => (
    <Loss now={night} summary={{ ...emptySummary, name }} frame={frame} go={go} />
  )
const loss = (name: PhoneCondition = 'active') => show(draw(name))

test('5-B1 after a loss the person calls at once: guidance 2, at every hour', () => {
  const shown = loss()
  expect(shown.heading()).toBe('なくしたとき・盗まれたとき')
  expect(shown.text()).toContain('直ちに以下の電話番号にご連絡いただき、一時利用停止の手続きを')
  expect(shown.text()).toContain('紛失・盗難（一時利用停止）いま、つながります24時間365日')
  expect(shown.text()).toContain('音声ガイダンス2番を押してください')
  expect(shown.text()).toContain('0120-95-0178')
  expect(shown.text()).toContain('0570-783-578')
  // Practice must not ring at the real line.
  expect(screen.queryByRole('link')).toBeNull()
  expect(shown.text()).toContain('練習のことでは、本物の窓口にかけないでください。')
})

test('5-B1 the facts to give, and the functions that still work', () => {
  const text = loss().text()
  expect(text).toContain('電話で伝えること')
  expect(text).toContain('お名前と生年月日')
  expect(text).toContain('なくしたもの（スマホ、カード、またはその両方）')
  expect(text).toContain('一時利用停止とは')
  expect(text).toContain('スマホだけを止めたときは、マイナンバーカードはそのまま使えます。')
  expect(text).toContain('カードだけを止めたときは、スマホはそのまま使えます。')
})

test('5-B1 a lost card is reported at the counter too, and has a paid call centre', () => {
  const text = loss().text()
  expect(text).toContain('カードをなくしたとき')
  expect(text).toContain('住民票のある市区町村窓口にて紛失等の届出を行ってください。')
  expect(text).toContain('個人番号カードコールセンターいま、つながります24時間365日（有料）')
})

test('5-B2 a card that is found: one certificate is released by the counter, the other issued again', () => {
  const text = loss().text()
  expect(text).toContain('紛失したマイナンバーカードが見つかったら')
  expect(text).toContain('利用者証明用電子証明書は一時保留を解除することができますが')
  expect(text).toContain('署名用電子証明書は失効申請を行った後、新たな証明書の発行申請をする')
})

test('5-B3 a phone that is found: 「利用再開」, if it is suspended', async () => {
  expect(loss().text()).toContain(
    '再発行されることになりますので、改めて利用登録を行ってください。',
  )
  expect(loss().text()).toContain('紛失したスマートフォンが見つかったら')
  expect(loss().buttons()).toEqual([])
  const shown = loss('suspended')
  expect(shown.buttons()).toEqual(['利用再開'])
  await shown.press('利用再開')
  expect(shown.left).toEqual(['resume'])
})

test('5-B1 back leads back', async () => {
  const shown = loss()
  await shown.press('戻る')
  expect(shown.left).toEqual(['back'])
})

test('5-B1 5-B2 5-B3 it is there in English', () => {
  expectEnglish(draw('active'), draw('suspended'))
})
