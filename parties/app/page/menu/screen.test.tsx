/** 「メニュー」 as a person meets it: 2-C ②③, 2-F ①②, 4-B ②③, 5-B3. */
import { expect, test, vi } from 'vitest'
import { emptySummary, type PhoneSummary } from '../phone/phone-summary.ts'
import { expectEnglish, type Given, show, someCertificate } from '../test-screen.tsx'
import { Menu } from './screen.tsx'

const login = someCertificate('authentication')
const draw =
  (summary: Partial<PhoneSummary>) =>
  ({ frame, go }: Given<unknown>) => (
    <Menu summary={{ ...emptySummary, ...summary }} frame={frame} go={go} />
  )
const menu = (summary: Partial<PhoneSummary> = {}) => show(draw(summary))
const others = [
  ...['お知らせ', '新しいスマホに替えるとき', 'ホーム画面に追加する', 'なくしたとき'],
  'ヘルプ・お問い合わせ',
]

test('2-C ②③ 「メニュー」 has 「スマホ用電子証明書を申請する」 first, and 4-B ③ 「機種変更」', async () => {
  const shown = menu()
  expect(shown.heading()).toBe('メニュー')
  const own = ['スマホ用電子証明書を申請する', '機種変更', 'このスマホの状態']
  expect(shown.buttons()).toEqual([...own, ...others])
  await shown.press('スマホ用電子証明書を申請する')
  await shown.press('機種変更')
  await shown.press('このスマホの状態')
  expect(shown.left).toEqual(['apply', 'switch', 'status'])
})

test('2-F ② 「失効」 is under スマホ用電子証明書, where a certificate is in use', async () => {
  const shown = menu({ name: 'active', certificates: [login] })
  expect(shown.text()).toContain('スマホ用電子証明書機械にかざす')
  const own = [
    '機械にかざす',
    '指紋・顔で使う',
    'パスワードを設定し直す',
    '失効',
    'このスマホの状態',
  ]
  expect(shown.buttons()).toEqual([...own, ...others])
  await shown.press('失効')
  await shown.press('パスワードを設定し直す')
  await shown.press('指紋・顔で使う')
  expect(shown.left).toEqual(['revoke', 'reset-secret', 'biometrics'])
})

test('2-E 5-B3 「登録する」 and 「利用再開」 stand first when their time has come', async () => {
  const ready = menu({ name: 'ready' })
  expect(ready.buttons()).toEqual(['登録する', 'このスマホの状態', ...others])
  await ready.press('登録する')
  expect(ready.left).toEqual(['register'])
  const suspended = menu({ name: 'suspended', certificates: [{ ...login, suspended: true }] })
  expect(suspended.buttons()).toEqual(['利用再開', '失効', 'このスマホの状態', ...others])
  expect(suspended.text()).toContain('なくしたスマホが見つかったとき')
  await suspended.press('利用再開')
  expect(suspended.left).toEqual(['resume'])
})

test('2-C an application half done goes on', async () => {
  const shown = menu({ name: 'unfinished', purpose: 'switch' })
  expect(shown.buttons()).toEqual(['申請の続きからはじめる', 'このスマホの状態', ...others])
  await shown.press('申請の続きからはじめる')
  expect(shown.left).toEqual(['switch'])
})

test('1-D 5-B1 4-A the permanent entries lead to their places', async () => {
  const shown = menu({ name: 'waiting' })
  expect(shown.buttons()).toEqual(['このスマホの状態', ...others])
  expect(shown.text()).toContain('24時間365日、電話で止められます')
  for (const name of others) await shown.press(name.replace('', ''))
  expect(shown.left).toEqual(['notices', 'new-phone', 'install', 'loss', 'help'])
})

test('2-B once it is on the home screen, adding it is not offered', () => {
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query.includes('standalone') }))
  const names = menu().buttons()
  vi.unstubAllGlobals()
  expect(names).toContain('お知らせ')
  expect(names).not.toContain('ホーム画面に追加する')
})

test('2-C ② the language is changed here', async () => {
  const shown = menu()
  expect(shown.text()).toContain('読み取りを音と振動で知らせる')
  await shown.press('English')
  expect(shown.heading()).toBe('Menu')
  await shown.press('日本語')
  expect(shown.heading()).toBe('メニュー')
})

test('2-C ② it is there in English, with every entry', () => {
  expectEnglish(
    draw({}),
    draw({ name: 'unfinished' }),
    draw({ name: 'ready' }),
    draw({ name: 'active', certificates: [login] }),
    draw({ name: 'suspended', certificates: [login] }),
  )
})
