/** 1-B①: the site that asks, the number on its screen, and the PIN of the phone. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { expectEnglish, type Given, show, someDevice } from '../test-screen.tsx'
import { LoginAddress } from './address.tsx'
import LoginPlace from './place.tsx'
import { Login } from './screen.tsx'
import type { LoginEvent, LoginState } from './table.ts'

type At<Name extends LoginState['name']> = Extract<LoginState, { name: Name }>

const asked = {
  audience: 'https://portal.example/back',
  relyingParty: 'Portal',
  purpose: 'Login',
}
const draw =
  (state: LoginState, platform: PhonePlatform = 'android', cameByLink = false) =>
  ({ send, frame, go }: Given<LoginEvent>) => (
    <Login
      state={state}
      send={send}
      frame={frame}
      platform={platform}
      cameByLink={cameByLink}
      onResetSecret={() => go('reset-secret')}
      onResume={() => go('resume')}
    />
  )
const login = (...state: Parameters<typeof draw>) => show<LoginEvent>(draw(...state))
const pin = (more: Partial<At<'pin'>> = {}) => login({ name: 'pin', asked, ...more })
const label = 'スマホ用利用者証明用電子証明書のパスワード'
const entered = { type: 'pin-entered', pin: '8305' } as const
const address = ({ send, frame }: Given<string>) => <LoginAddress onOpen={send} frame={frame} />

test('1-B① without a request: how to read the code, or the address is pasted', async () => {
  const shown = show<string>(address)
  expect(shown.text()).toContain('スマホに付いているカメラアプリで、QRコードを読み取ります')
  const field = 'カメラで読み取れないときは、アドレスを貼り付けてください'
  await shown.type(field, 'https://portal.example/other')
  await shown.press('次へ')
  expect(shown.text()).toContain('ログイン用のアドレスではないようです。')
  const request = 'https://portal.example/requests/1'
  await shown.type(field, `https://app.example/login?request=${encodeURIComponent(request)}`)
  expect(document.querySelector('[aria-invalid=true]')).toBeNull()
  await shown.press('次へ')
  await shown.press('戻る')
  expect(shown.sent).toEqual([request])
  expect(shown.left).toEqual(['where it was opened'])
})

test('1-B① the site’s name, the purpose, the address, and the number on its screen, never a PIN; it can be declined', async () => {
  const shown = login({ name: 'asked', asked })
  expect(shown.heading()).toBe('この画面からログインしますか')
  expect(shown.text()).toContain('相手Portal目的Login場所portal.example')
  expect(shown.text()).toContain('その番号が出ている画面が、あなたとしてログインします。')
  expect(shown.buttons()).toEqual(['次へ', 'やめる'])
  await shown.type('確認番号', '４7番')
  await shown.press('次へ')
  await shown.press('やめる')
  expect(shown.sent).toEqual([{ type: 'agree', code: '47' }, { type: 'decline' }])
  const pinTyped = login({ name: 'asked', asked, fault: 'form', code: '8302' })
  expect(pinTyped.text()).toContain('暗証番号やパスワードではありません。')
  await pinTyped.type('確認番号', '4')
  expect(document.querySelector('[aria-invalid=true]')).toBeNull()
  const wrong = login({ name: 'asked', asked, refusal: { code: 'CODE_WRONG', triesLeft: 2 } })
  expect(wrong.text()).toContain('確認番号が違います')
  expect(wrong.text()).toContain('あと2回試せます')
  await wrong.type('確認番号', '4')
  expect(wrong.text()).not.toContain('確認番号が違います')
  expect(login({ name: 'declined', asked }).text()).toContain('相手には何も送っていません。')
})

test('1-B① opened by a link on this phone it asks for no number, unless another screen is meant', async () => {
  const shown = login({ name: 'asked', asked }, 'android', true)
  expect(shown.text()).toContain('このスマホで開いていた画面に戻って、ログインします。')
  expect(document.querySelector('input')).toBeNull()
  await shown.press('次へ')
  await shown.press('別の画面にログインする')
  await shown.type('確認番号', '47')
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ type: 'agree' }, { type: 'agree', code: '47' }])
})

test('1-B① the PIN of the phone, not that of the card; a forgotten one is replaced', async () => {
  const shown = pin()
  expect(shown.text()).toContain('カードの暗証番号ではありません。')
  expect(shown.text()).not.toContain('自分で決めた番号であることを確かめました')
  await shown.type(label, '8305')
  await shown.press('ログインする')
  await shown.press('戻る')
  await shown.press('パスワードを設定し直す')
  expect(shown.sent).toEqual([{ ...entered, lastTryConfirmed: false }, { type: 'back' }])
  expect(shown.left).toEqual(['reset-secret'])
  const iphone = login({ name: 'pin', asked }, 'iphone')
  expect(iphone.heading()).toBe('iPhoneの暗証番号を入れてください')
  expect(iphone.text()).toContain('iPhoneのマイナンバーカードの利用者証明用暗証番号')
})

test('1-B① the fault of a PIN, the tries left, and a tick before the last one', async () => {
  expect(pin({ fault: 'form' }).text()).toContain('数字4ケタで入れてください。')
  const two = pin({ refusal: { code: 'SECRET_WRONG', triesLeft: 2 } })
  expect(two.text()).toContain('パスワードが違います')
  await two.type(label, '8')
  expect(two.text()).not.toContain('パスワードが違います')
  expect(two.text()).toContain('あと2回試せます')
  const refusal = { code: 'LAST_TRY', triesLeft: 1 } as const
  const last = pin({ refusal, fault: 'last-try-unconfirmed' })
  expect(last.text()).toContain('あと1回で、ロックされます。')
  expect(last.text()).toContain('よく確かめてから、このチェックを付けてください。')
  await last.type(label, '8305')
  await last.tick('自分で決めた番号であることを確かめました')
  await last.press('ログインする')
  expect(last.sent).toEqual([{ ...entered, lastTryConfirmed: true }])
})

test('1-A③ a finger or a face first, the PIN one press away', async () => {
  const shown = login({ name: 'recognise', asked, biometrics: true })
  expect(shown.buttons()).toEqual(['指紋・顔でログインする', 'パスワードを入れる'])
  await shown.press('指紋・顔でログインする')
  await shown.press('パスワードを入れる')
  await shown.press('戻る')
  expect(shown.sent).toEqual([{ type: 'recognise' }, { type: 'use-pin' }, { type: 'back' }])
  const recognising = login({ name: 'recognising', asked, biometrics: true }, 'iphone')
  await recognising.press('暗証番号を入れる')
  expect(recognising.sent).toEqual([{ type: 'use-pin' }])
  const failed = pin({ biometrics: true, unrecognised: 'not-now' })
  expect(failed.text()).toContain('パスワードの残り回数は減っていません。')
  await failed.press('もう一度、指紋・顔で')
  expect(failed.sent).toEqual([{ type: 'recognise' }])
  expect(pin().text()).not.toContain('指紋・顔')
})

test('1-B① logged in: back to the page before, by a link if it came from one', async () => {
  const answering = login({ name: 'answering', by: 'pin', asked })
  expect(answering.heading()).toBe('ログインしています')
  const shown = login({ name: 'accepted', asked })
  expect(shown.heading()).toBe('ログインしました')
  expect(shown.text()).toContain('元の画面に戻ってください')
  expect(shown.buttons()).toEqual(['ホームへ'])
  const returnUrl = 'https://portal.example/back?ticket=1'
  const linked = login({ name: 'accepted', asked, returnUrl }, 'android', true)
  expect(linked.heading()).toBe('ご本人の確認が終わりました')
  expect(linked.buttons()).toEqual([])
  const back = screen.getByRole('link', { name: '元の画面に戻る' })
  expect(back.getAttribute('href')).toBe(returnUrl)
})

test.each([
  [
    'SECRET_BLOCKED',
    'スマホ用のパスワードがロックされています',
    'パスワードを設定し直す',
    'reset-secret',
  ],
  ['CERTIFICATE_SUSPENDED', '一時利用停止中です', '利用再開の手続きをする', 'resume'],
] as const)(
  '1-B① %s: the procedure that helps comes first, home second',
  async (code, what, button, place) => {
    const shown = login({ name: 'refused', refusal: { code } })
    expect(shown.text()).toContain(what)
    expect(shown.buttons()).toEqual([button, 'ホームへ'])
    await shown.press(button)
    expect(shown.left).toEqual([place])
  },
)

test('1-B① a phone whose PIN is locked says so before the PIN is asked for', async () => {
  history.replaceState({}, '', '/login?request=https%3A%2F%2Fportal.example%2Frequests%2F1')
  const good = { notAfter: new Date(0), validity: 'good', suspended: false } as const
  const certificate = { ...good, kind: 'authentication', biometrics: false, locked: true } as const
  const summary = { name: 'active', certificates: [certificate] } as const
  const device = await someDevice({ summary })
  const shown = show(({ frame, go }) => <LoginPlace device={device} frame={frame} go={go} />)
  expect(shown.text()).toContain('1 / 3 相手の確認')
  expect(shown.heading()).toBe('ログインの相手を確かめています')
  await waitFor(() => expect(shown.heading()).toBe('ログインできませんでした'))
  await shown.press('パスワードを設定し直す')
  expect(shown.left).toEqual(['reset-secret'])
})

test('1-B① every screen of it is there in English, on both phones', () => {
  const refusal = { code: 'SECRET_WRONG', triesLeft: 1 } as const
  const states: readonly LoginState[] = [
    { name: 'asked', asked },
    { name: 'recognise', asked },
    { name: 'pin', asked, refusal, biometrics: true, unrecognised: 'set-up-again' },
    ...(['fetching', 'accepted', 'declined', 'recognising'] as const).map((name) => ({
      name,
      asked,
    })),
    { name: 'answering', by: 'pin', asked },
    { name: 'refused', refusal: { code: 'SECRET_BLOCKED' } },
  ]
  expectEnglish(address)
  for (const state of states) expectEnglish(draw(state), draw(state, 'iphone', true))
})

test('1-B①.who-asks what may be left out has a box each, empty at first, and the password is spoken of once one is ticked', async () => {
  const optional = ['address', 'gender'] as const
  const wanted = { ...asked, claims: ['address', 'gender'], optional } as const
  const shown = login({ name: 'asked', asked: wanted })
  expect(shown.text()).not.toContain('渡す情報氏名')
  expect(shown.text()).not.toContain('署名用のパスワード')
  await shown.type('確認番号', '47')
  await shown.tick('住所')
  await shown.tick('性別')
  expect(shown.text()).toContain('署名用のパスワード（英数字）も使います。')
  await shown.tick('住所')
  await shown.press('次へ')
  expect(shown.sent).toEqual([{ type: 'agree', code: '47', chosen: ['gender'] }])
  const needed = { ...wanted, claims: ['name', ...optional] } as const
  const both = login({ name: 'asked', asked: needed, chosen: ['gender'] })
  expect(both.text()).toContain('渡す情報氏名渡すかどうか')
  expectEnglish(draw({ name: 'asked', asked: needed }))
  const password = login({ name: 'password', asked: needed, chosen: ['gender'] })
  expect(password.text()).toContain('「Portal」に渡すもの氏名、性別')
})

test('1-B① a site that wants attributes names them before the PIN, and once more where the signing password is entered', async () => {
  const wanted = { ...asked, claims: ['name', 'address', 'birthdate', 'gender'] } as const
  const who = login({ name: 'asked', asked: wanted })
  expect(who.text()).toContain('渡す情報氏名、住所、生年月日、性別')
  expect(who.text()).toContain('署名用のパスワード（英数字）も使います。')
  const shown = login({ name: 'password', asked: wanted })
  expect(shown.heading()).toBe('渡す情報を確かめてください')
  expect(shown.text()).toContain('「Portal」に渡すもの氏名、住所、生年月日、性別')
  expect(shown.buttons()).toEqual(expect.arrayContaining(['渡してログインする', 'やめる']))
  await shown.type('スマホ用署名用電子証明書のパスワード', 'sumaho77')
  await shown.press('渡してログインする')
  expect(shown.sent).toEqual([
    { type: 'password-entered', password: 'SUMAHO77', lastTryConfirmed: false },
  ])
  const iphone = login({ name: 'password', asked: wanted }, 'iphone')
  expect(iphone.text()).toContain('iPhoneのマイナンバーカードの署名用パスワード')
  const refusal = { code: 'SECRET_WRONG', triesLeft: 4 } as const
  expect(login({ name: 'password', asked: wanted, refusal }).text()).toContain(
    'このスマホの署名用に決めたパスワード（英大文字と数字）と一致しませんでした。',
  )
  expectEnglish(
    draw({ name: 'asked', asked: wanted }),
    draw({ name: 'password', asked: wanted, refusal }),
    draw({ name: 'password', asked: wanted, fault: 'form' }, 'iphone'),
  )
})

test('1-B① a site that wants documents signed: titles before the PIN, each with what there is of it before the signing password, and words of signing', async () => {
  const documents = [
    { title: '契約書', text: '第１条\n家賃は…' },
    { title: '図面', file: new TextEncoder().encode('%PDF-1.7') },
    { title: '覚書' },
  ]
  const wanted = { ...asked, documents }
  const who = login({ name: 'asked', asked: wanted })
  expect(who.heading()).toBe('この相手のために署名しますか')
  expect(who.text()).toContain('署名する文書契約書図面覚書')
  expect(who.text()).toContain('署名用のパスワード（英数字）も使います。')
  expect(login({ name: 'pin', asked: wanted }).buttons()).toContain('次へ')
  const shown = login({ name: 'password', asked: wanted })
  expect(shown.heading()).toBe('署名する文書を確かめてください')
  expect(shown.text()).toContain('家賃は…')
  expect(shown.text()).toContain('覚書この文書の内容は、この画面では見られません。')
  const link = screen.getByRole('link', { name: 'PDFを保存して、内容を確かめる' })
  expect(link.getAttribute('download')).toBe('図面.pdf')
  expect(link.getAttribute('href')).toMatch(/^blob:/)
  await shown.type('スマホ用署名用電子証明書のパスワード', 'sumaho77')
  await shown.press('署名する')
  expect(shown.sent).toEqual([
    { type: 'password-entered', password: 'SUMAHO77', lastTryConfirmed: false },
  ])
  const headings = (['accepted', 'declined'] as const).map((name) =>
    login({ name, asked: wanted }).heading(),
  )
  expect(headings).toEqual(['署名しました', '署名をやめました'])
  const refusal = { code: 'CERTIFICATE_REVOKED' } as const
  expect(login({ name: 'refused', asked: wanted, refusal }).heading()).toBe('署名できませんでした')
  expect(login({ name: 'answering', by: 'password', asked: wanted }).heading()).toBe(
    '署名しています',
  )
  for (const name of ['asked', 'pin', 'password', 'accepted', 'declined'] as const)
    expectEnglish(draw({ name, asked: { ...asked, documents: [{ title: 'Contract' }] } }))
})

test('1-B① after the third wrong number the person is sent to the other screen, where a new one begins', () => {
  const over = login({ name: 'refused', asked, refusal: { code: 'CODE_WRONG', triesLeft: 0 } })
  expect(over.text()).toContain('確認番号が3回違いました')
  expect(over.text()).toContain('ログインしたい画面で、もう一度はじめてください。')
  expect(over.text()).not.toContain('入れ直してください')
})
