/** 4-A: the procedures, their order, and the phone for each. */
import { screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { expectEnglish, type Given, show } from '../test-screen.tsx'
import { NewPhone } from './screen.tsx'

type Platform = Parameters<typeof NewPhone>[0]['platform']

const draw =
  (platform: Platform) =>
  ({ frame, go }: Given<unknown>) => <NewPhone platform={platform} frame={frame} go={go} />
const newPhone = (platform: Platform = 'android') => show(draw(platform))
/** Answers both questions. */
async function planned(platform: Platform, here: 'new' | 'old', other: 'Android' | 'iPhone') {
  const shown = newPhone(platform)
  await shown.press(here === 'new' ? '新しいスマホ' : '古いスマホ')
  await shown.press(other)
  return shown
}
const steps = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent)
const ticked = () =>
  screen.getAllByRole('checkbox').map((box) => box instanceof HTMLInputElement && box.checked)

beforeEach(() => {
  localStorage.clear()
})

test('4-A first it asks which phone this one is, then the kind of the other', async () => {
  const shown = newPhone()
  expect(shown.heading()).toBe('新しいスマホに替えるとき')
  expect(shown.buttons()).toEqual(['新しいスマホ', '古いスマホ', 'ホームへ'])
  expect(shown.text()).not.toContain('手続きは')
  await shown.press('新しいスマホ')
  expect(shown.text()).toContain('古いスマホは、どちらですか')
  await shown.press('古いスマホ')
  expect(shown.text()).toContain('新しいスマホは、どちらですか')
  expect(shown.buttons()).toEqual(['新しいスマホ', '古いスマホ', 'Android', 'iPhone', 'ホームへ'])
  expect(screen.getByRole('button', { name: '古いスマホ', pressed: true })).toBeTruthy()
})

test('4-B from Android to Android 「機種変更」 is all, on the new phone', async () => {
  const shown = await planned('android', 'new', 'Android')
  expect(shown.text()).toContain('手続きは1つです')
  expect(steps()).toEqual([
    expect.stringMatching(/^1\. このスマホでAndroidスマホ用電子証明書を機種変更する「メニュー」/),
  ])
  expect(steps()[0]).toContain('登録が終わると、古いスマホの電子証明書は使えなくなります。')
  await shown.press('はじめる')
  expect(shown.left).toEqual(['switch'])
})

test.each([
  [
    'android',
    'new',
    'iPhone',
    ['古いスマホで', 'このスマホで'],
    'iPhoneのマイナンバーカードの利用をやめる手続き',
    'apply',
  ],
  [
    'iphone',
    'new',
    'Android',
    ['古いスマホで', 'このスマホで'],
    'スマホ用電子証明書の利用をやめる手続き',
    'iphone-add',
  ],
  [
    'iphone',
    'new',
    'iPhone',
    ['古いスマホで', 'このスマホで'],
    'iPhoneのマイナンバーカードの利用をやめる手続き',
    'iphone-add',
  ],
  [
    'android',
    'old',
    'iPhone',
    ['このスマホで', '新しいスマホで'],
    'スマホ用電子証明書の利用をやめる手続き',
    'revoke',
  ],
  [
    'iphone',
    'old',
    'Android',
    ['このスマホで', '新しいスマホで'],
    'iPhoneのマイナンバーカードの利用をやめる手続き',
    'iphone-card',
  ],
] as const)(
  '4-A this %s is the %s one, the other an %s: the credential on the old one ends first',
  async (platform, here, other, where, first, place) => {
    const shown = await planned(platform, here, other)
    expect(shown.text()).toContain('手続きは2つ、この順番です')
    expect(shown.text()).toContain('一人が使えるスマホは1台です。')
    expect(steps()).toEqual(
      where.map((on, index) => expect.stringMatching(`^${index + 1}\\. ${on}`)),
    )
    expect(steps()[0]).toContain(first)
    expect(shown.buttons().filter((name) => name === 'はじめる')).toHaveLength(1)
    await shown.press('はじめる')
    expect(shown.left).toEqual([place])
  },
)

test('4-A a finished procedure is ticked off, and still ticked on return', async () => {
  const shown = await planned('android', 'old', 'iPhone')
  await shown.tick('スマホ用電子証明書の利用をやめる手続き')
  expect(ticked()).toEqual([true, false])
  newPhone()
  expect(ticked()).toEqual([true, false])
  await newPhone().tick('スマホ用電子証明書の利用をやめる手続き')
  expect(ticked()).toEqual([false, false])
})

test('4-A another answer begins anew', async () => {
  const shown = await planned('android', 'old', 'iPhone')
  await shown.tick('スマホ用電子証明書の利用をやめる手続き')
  await shown.press('新しいスマホ')
  expect(shown.text()).not.toContain('手続きは')
  await shown.press('iPhone')
  expect(ticked()).toEqual([false, false])
})

test('5-B1 a phone that is lost is stopped by telephone first', async () => {
  const shown = await planned('android', 'new', 'iPhone')
  expect(shown.text()).toContain('先に電話で止めてください。')
  await shown.press('なくしたとき')
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['loss', 'home'])
})

test('4-A it is there in English, for every answer', async () => {
  expectEnglish(draw('android'))
  await planned('android', 'new', 'Android')
  expectEnglish(draw('android'))
  await planned('android', 'old', 'iPhone')
  expectEnglish(draw('android'))
  await planned('iphone', 'old', 'Android')
  expectEnglish(draw('iphone'))
})
