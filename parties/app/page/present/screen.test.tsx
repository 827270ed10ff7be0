/** 1-A②: what the holder reads before anything is shown, and after. */
import { expect, test } from 'vitest'
import { IphoneWords } from '../faults/iphone-words.tsx'
import { expectEnglish, type Given, show, someDevice } from '../test-screen.tsx'
import { PresentAddress } from './address.tsx'
import IphonePresent from './iphone-place.tsx'
import AndroidPresent from './place.tsx'
import { Present } from './screen.tsx'
import type { AskedFor, PresentEvent, PresentState } from './table.ts'

const element = (identifier: string, value: AskedFor['questions'][number]['value']) => ({
  namespace: 'org.iso.23220.1',
  identifier,
  key: identifier,
  value,
  retained: false,
  optional: false,
  chosen: true,
})
const asked: AskedFor = {
  asker: { name: '見本酒店', host: 'shop.example', known: true },
  questions: [element('age_over_20', true)],
  parts: [],
  warnings: [],
}
const known = { asked, chosen: ['age_over_20'] }
const draw =
  (state: PresentState) =>
  ({ send, frame, go }: Given<PresentEvent>) => (
    <IphoneWords>
      <Present
        state={state}
        send={send}
        frame={frame}
        onResetSecret={() => go('reset-secret')}
        onResume={() => go('resume')}
      />
    </IphoneWords>
  )
const screenOf = (state: PresentState) => show<PresentEvent>(draw(state))

test('1-A②.age who asks, the one element with its value, and that it is not kept; shown or not', async () => {
  const shown = screenOf({ name: 'asked', ...known })
  expect(shown.heading()).toBe('この情報を見せますか')
  expect(shown.text()).toContain('相手見本酒店送り先shop.example')
  expect(shown.text()).toContain('機関の一覧にある相手です')
  expect(shown.text()).toContain('20歳以上かどうかはい確認だけに使い、残しません（相手の申告）')
  expect(shown.buttons()).toEqual(['見せる', '見せない'])
  await shown.press('見せる')
  await shown.press('見せない')
  expect(shown.sent).toEqual([{ type: 'show' }, { type: 'decline' }])
})

test('1-A②.single what may be left out has a tick, what is kept says so, and over-asking is warned of', async () => {
  const questions = [
    { ...element('individual_number_unicode', '123456789018'), retained: true },
    { ...element('birth_date', { date: '1971-09-01' }), optional: true, chosen: false },
    { ...element('portrait', 'photo'), optional: true, chosen: false },
    { ...element('sex', 2), optional: true, chosen: false },
    element('new_element', 'x'),
  ]
  const asker = { ...asked.asker, known: false }
  const warnings = ['my-number', 'birth-date', 'portrait-kept', 'kept-by-unknown'] as const
  const wanted = { asker, questions, parts: [], warnings }
  const shown = screenOf({ name: 'asked', asked: wanted, chosen: [], biometrics: true })
  expect(shown.text()).toContain('この相手がだれかは、確かめられません')
  expect(shown.text()).toContain('マイナンバーを求めています')
  expect(shown.text()).toContain('相手が記録に残します')
  expect(shown.text()).toContain('この中の一部だけを見せることはできません。')
  expect(shown.text()).toContain('1971年9月1日')
  expect(shown.text()).toContain('new_element')
  await shown.tick('生年月日')
  await shown.press('Face ID・Touch IDで確かめて見せる')
  expect(shown.sent).toEqual([
    { type: 'choose', key: 'birth_date', chosen: true },
    { type: 'show' },
  ])
})

test('1-A②.single the PIN of the iPhone, and a way on where it is forgotten', async () => {
  const shown = screenOf({ name: 'pin', ...known, unrecognised: true })
  expect(shown.text()).toContain('暗証番号の残り回数は減っていません。')
  await shown.type('iPhoneのマイナンバーカードの利用者証明用暗証番号', '8352')
  await shown.press('見せる')
  await shown.press('パスワードを設定し直す')
  await shown.press('戻る')
  expect(shown.sent).toEqual([
    { type: 'pin-entered', pin: '8352', lastTryConfirmed: false },
    { type: 'back' },
  ])
  expect(shown.left).toEqual(['reset-secret'])
  const wrong = { code: 'SECRET_WRONG', triesLeft: 2 } as const
  expect(screenOf({ name: 'pin', ...known, refusal: wrong }).text()).toContain('あと2回試せます')
  await screenOf({ name: 'recognising', ...known }).press('暗証番号を入れる')
})

test('1-A②.single afterwards: what was shown and to whom, and back to the page that asked or to the other screen', async () => {
  const there = screenOf({ name: 'shown', ...known })
  expect(there.text()).toContain(
    '見本酒店に見せたもの20歳以上かどうか: はいほかの情報は送っていません。',
  )
  expect(there.text()).toContain('相手の画面に戻って、続きを確かめてください。')
  await there.press('ホームへ')
  expect(there.left).toEqual(['home'])
  const here = screenOf({ name: 'shown', ...known, returnUrl: 'https://shop.example/done' })
  expect(here.text()).not.toContain('相手の画面に戻って')
  expect(document.querySelector('a')?.href).toBe('https://shop.example/done')
  expect(screenOf({ name: 'declined', asked }).text()).toContain('情報は何も送っていません。')
  const untold = screenOf({ name: 'declined', asked, untold: true })
  expect(untold.text()).toContain('見せないことは伝わっていません')
})

test('1-A②.single a refusal says what happened and leads on', async () => {
  const stopped = screenOf({ name: 'refused', refusal: { code: 'CERTIFICATE_SUSPENDED' } })
  expect(stopped.heading()).toBe('見せられませんでした')
  await stopped.press('利用再開の手続きをする')
  expect(stopped.left).toEqual(['resume'])
  const locked = screenOf({ name: 'refused', refusal: { code: 'SECRET_BLOCKED' } })
  expect(locked.buttons()).toEqual(['パスワードを設定し直す', 'ホームへ'])
  const lacking = screenOf({
    name: 'refused',
    refusal: { code: 'PRESENTATION_NOT_HELD' },
    missing: ['org.iso.23220.1.jp/given_name_unicode'],
  })
  expect(lacking.text()).toContain('求められた情報が、このカードにありません')
  expect(lacking.text()).toContain('カードにない情報given_name_unicode')
})

test('1-A②.single opened from the menu the address is asked for, and another one is told', async () => {
  const shown = show<string>(({ send, frame }) => <PresentAddress onOpen={send} frame={frame} />)
  const field = 'カメラで読み取れないときは、アドレスを貼り付けてください'
  await shown.type(field, 'https://shop.example/')
  await shown.press('次へ')
  expect(shown.text()).toContain('情報を見せるためのアドレスではないようです。')
  const link = 'openid4vp://?client_id=x509_hash:a&request_uri=https%3A%2F%2Fshop.example%2Fr'
  await shown.type(field, link)
  await shown.press('次へ')
  expect(shown.sent).toEqual([link])
})

test('1-A②.android an Android phone says that it does not have this, and what to do instead', async () => {
  const device = await someDevice()
  const shown = show(({ frame, go }) => <AndroidPresent device={device} frame={frame} go={go} />)
  expect(shown.heading()).toBe('このスマホでは見せられません')
  expect(shown.text()).toContain('iPhoneのマイナンバーカードの機能です')
  expect(shown.text()).toContain('実物のマイナンバーカードを見せてください')
  await shown.press('ホームへ')
  expect(shown.left).toEqual(['home'])
})

test('1-A②.single in English', async () => {
  const device = await someDevice({ platform: 'iphone' })
  const english = { ...asked, asker: { ...asked.asker, name: 'Shop', known: false } }
  const inEnglish = { asked: english, chosen: ['age_over_20'] }
  expectEnglish(
    draw({ name: 'opening' }),
    draw({ name: 'asked', ...inEnglish }),
    draw({ name: 'pin', ...inEnglish }),
    draw({ name: 'shown', ...inEnglish }),
    draw({ name: 'declined', asked: english }),
    draw({ name: 'refused', refusal: { code: 'PRESENTATION_EXPIRED' } }),
    ({ frame, go }) => <IphonePresent device={device} frame={frame} go={go} />,
    ({ frame, go }) => <AndroidPresent device={device} frame={frame} go={go} />,
  )
})
