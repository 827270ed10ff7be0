/** 1-D and 5-A, in the words of the course. */
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectEnglish, type Given, show } from '../test-screen.tsx'
import { Help } from './screen.tsx'
import SectionEntry from './section-entry.tsx'

type Props = Parameters<typeof Help>[0]

/** A Tuesday, in Japan. */
const weekday = (time: string) => new Date(`2026-11-24T${time}+09:00`)
const noon = { now: weekday('12:00:00'), platform: 'android', section: undefined } as const
const draw =
  (more: Partial<Pick<Props, 'now' | 'platform' | 'section'>> = {}) =>
  ({ frame, go }: Given<unknown>) => (
    <Help {...noon} {...more} onBack={() => frame.onBack?.()} onLoss={() => go('loss')} />
  )
const link = (name: string) => screen.getByRole('link', { name }).getAttribute('href')

test('1-D contacts: guidance 4 with its hours, FAX, the web form', () => {
  const shown = show(draw())
  expect(shown.heading()).toBe('ヘルプ')
  expect(shown.text()).toContain('平日 9:30～20:00、土日祝 9:30～17:30')
  expect(shown.text()).toContain('音声ガイダンス4番を押してください')
  expect(screen.getByText('0120-95-0178')).toBeTruthy()
  const links = screen.getAllByRole('link').map((one) => one.getAttribute('href') ?? '')
  expect(links.filter((href) => href.startsWith('tel:'))).toEqual([])
  expect(shown.text()).toContain('聴覚障がい者専用お問い合わせFAX番号0120-601-785')
  const form = 'https://www.kojinbango-card.go.jp/otoiawase/'
  expect(link(form)).toBe(form)
})

test.each([
  ['2026-11-24T09:29:00', 'いまは、受付時間外です'],
  ['2026-11-24T19:59:00', 'いま、つながります'],
  ['2026-11-23T18:00:00', 'いまは、受付時間外です'],
])('1-D at %s in Japan it says whether somebody answers now', (time, words) => {
  const text = show(draw({ now: new Date(`${time}+09:00`) })).text()
  expect(text.match(/いまは?、(つながります|受付時間外です)/)?.[0]).toBe(words)
})

test('1-D the app is for practice, and nobody asks for a password by telephone', () => {
  const text = show(draw()).text()
  expect(text).toContain('練習のことではおかけにならないでください。')
  expect(text).toContain('パスワードや暗証番号を、電話でお聞きすることはありません。')
})

test('5-B1 after a loss a person goes on from here; back leads back', async () => {
  const shown = show(draw())
  expect(shown.buttons()).toEqual(['なくしたとき・盗まれたとき'])
  expect(shown.text()).toContain('24時間365日、電話で止められます')
  await shown.press('なくしたとき・盗まれたとき')
  await shown.press('戻る')
  expect(shown.left).toEqual(['loss', 'back'])
})

test('5-A1 5-A2 5-A3 5-A4 5-A5 5-A6 the six questions of the course, in their order', () => {
  show(draw({ platform: 'iphone' }))
  const asked = [...document.querySelectorAll('summary')].map(({ textContent }) => textContent)
  expect(asked).toEqual([
    'スマートフォンのマイナンバーカードは発行当日から利用することができますか？',
    '1人分のマイナンバーカード機能を複数のスマホに登録することはできますか？',
    'スマートフォンのマイナンバーカードは何に使うのでしょうか？',
    'スマートフォンのマイナンバーカードはいつまで使うことができますか？',
    'スマートフォンのマイナンバーカードはマイナ保険証として利用できますか？',
    'スマートフォンのマイナンバーカードはマイナ免許証として利用できますか？',
  ])
})

test('5-A1 5-A2 5-A4 5-A6 the answers: when, one phone, until when, no driving licence', () => {
  const text = show(draw()).text()
  expect(text).toContain(
    'プッシュ通知は、申請がおおむね8:00～19:30(平日・土日祝日とも)の場合は数分後',
  )
  expect(text).toContain('マイナンバーカードに登録できる端末はおひとり分につき1台のみです。')
  expect(text).toContain(
    '実物のマイナンバーカードの電子証明書の有効期限まで利用することができます。',
  )
  expect(text).toContain('マイナ免許証は実物のマイナンバーカードにのみ搭載でき')
})

test('5-A3 an Android phone says that it has no attribute proof, an iPhone does not', () => {
  const question = 'このスマホで年齢の確認（属性証明機能）はできますか？'
  const android = show(draw()).text()
  expect(android).toContain(question)
  expect(android).toContain('属性証明機能は、Android端末では未対応です。')
  expect(show(draw({ platform: 'iphone' })).text()).not.toContain(question)
})

test('1-D the section of the screen below comes first', async () => {
  const shown = show(draw({ section: '2-F' }))
  await waitFor(() => expect(shown.text()).toContain('2-F スマホ用電子証明書を失効する'))
  expect(shown.text()).toContain('失効すると、元には戻せません')
  const text = shown.text()
  expect(text.indexOf('2-F')).toBeLessThan(text.indexOf('なくしたとき'))
  expect(show(draw()).text()).not.toContain('2-F')
})

test('1-D it is there in English', () => {
  expectEnglish(draw(), draw({ now: weekday('03:00:00'), platform: 'iphone' }))
  const entry = show(() => <SectionEntry section="2-F" />, 'en')
  expect(entry.text()).toMatch(/^2-F Revoking your smartphone certificates/)
  expect(entry.text()).not.toMatch(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u)
})
