/** 2-F, in the words of the course. */
import { expect, test } from 'vitest'
import { expectEnglish, show } from '../test-screen.tsx'
import { Checking, Choose, Confirm, Done, Revoking, Stopped } from './screen.tsx'
import { Secret } from './secret.tsx'
import type { RevokeEvent, RevokeState } from './table.ts'

const both = ['signing', 'authentication'] as const
const chosen = { present: both, kinds: both }
type At<Name extends RevokeState['name']> = Extract<RevokeState, { name: Name }>

const choose = (more: Partial<At<'choose'>> = {}) =>
  show<RevokeEvent>(({ send, frame }) => (
    <Choose
      state={{ name: 'choose', fault: false, ...chosen, ...more }}
      send={send}
      frame={frame}
    />
  ))
const secret = (more: Partial<At<'secret'>> = {}) =>
  show<RevokeEvent>(({ send, frame }) => (
    <Secret state={{ name: 'secret', ...chosen, ...more }} send={send} frame={frame} />
  ))

test('2-F ③④ two boxes and 「はじめる」; the screen says how to leave one out', async () => {
  const shown = choose()
  expect(shown.heading()).toBe('スマホ用電子証明書の失効')
  expect(shown.text()).toContain(
    '片方のスマホ用電子証明書のみを失効する方は、失効しないスマホ用電子証明書のチェックを外してください。',
  )
  expect(shown.buttons()).toEqual(['はじめる ▶'])
  await shown.tick('スマホ用署名用電子証明書')
  await shown.press('はじめる')
  expect(shown.sent).toEqual([
    { type: 'chosen', kind: 'signing', checked: false },
    { type: 'begin' },
  ])
  expect(choose({ fault: true }).text()).toContain('少なくとも1つ、チェックを付けてください。')
  expect(choose({ present: ['signing'], kinds: ['signing'] }).text()).not.toContain('片方の')
})

test('2-F ⑤⑥ 「注意事項」 and the password; without it the card is used', async () => {
  const shown = secret()
  expect(shown.heading()).toBe('パスワード入力')
  expect(shown.text()).toContain('注意事項')
  expect(shown.text()).toContain('スマホ用署名用電子証明書を用いて電子署名を行います。')
  expect(shown.text()).toContain('パスワードがわからない場合')
  await shown.type('パスワード', 'sumaho77')
  await shown.press('失効する')
  await shown.press('お手元のカードを利用する')
  expect(shown.sent).toEqual([
    { type: 'secret-entered', secret: 'SUMAHO77', lastTryConfirmed: false },
    { type: 'use-card' },
  ])
})

test('2-F ⑥ before the last try a box has to be ticked, and a locked one leads to the card', async () => {
  const refusal = { code: 'SECRET_WRONG', triesLeft: 1 } as const
  const last = secret({ refusal, fault: 'last-try-unconfirmed' })
  expect(last.text()).toContain('パスワードが違います')
  expect(last.text()).toContain(
    'あと1回で、ロックされます。自分で決めたものか、よく確かめてください。',
  )
  expect(last.text()).toContain('このチェックを付けてください')
  await last.type('パスワード', 'SUMAHO77')
  expect(last.text()).not.toContain('パスワードが違います')
  await last.tick('スマホ用に決めたパスワードと同じことを確かめました')
  await last.press('失効する')
  expect(last.sent).toEqual([
    { type: 'secret-entered', secret: 'SUMAHO77', lastTryConfirmed: true },
  ])
  const locked = secret({ refusal: { code: 'SECRET_BLOCKED', triesLeft: 0 } })
  expect(locked.text()).toContain('スマホ用のパスワードがロックされています')
  expect(locked.buttons()).not.toContain('失効する')
  expect(locked.buttons()).toContain('お手元のカードを利用する')
})

test('2-F ⑥ while the password is tried, the screen says that nothing is revoked yet', () => {
  const shown = show<RevokeEvent>(({ frame }) => <Checking frame={frame} />)
  expect(shown.heading()).toBe('パスワードを確かめています')
  expect(shown.text()).toContain('まだ何も失効していません。')
})

test('2-F ⑦ the last question names the functions that will stop working, and can be left', async () => {
  const shown = show<RevokeEvent>(({ send, frame }) => (
    <Confirm state={{ name: 'confirm', way: 'card', ...chosen }} send={send} frame={frame} />
  ))
  expect(shown.text()).toContain('失効すると、元に戻せません')
  expect(shown.text()).toContain('このスマホで、マイナポータルなどにログインできなくなります。')
  expect(shown.text()).toContain('カードの読み取りに進みます')
  await shown.press('失効しないでやめる')
  expect(shown.sent).toEqual([])
  expect(shown.left).toEqual(['home'])
  await shown.press('失効する')
  expect(shown.sent).toEqual([{ type: 'revoke' }])
})

test('2-F ⑦ without a network the screen says that nothing is revoked yet, and the request can be sent again', async () => {
  const revoking = (more: Partial<At<'revoking'>>) =>
    show<RevokeEvent>(({ send, frame }) => (
      <Revoking state={{ name: 'revoking', ...chosen, ...more }} send={send} frame={frame} />
    ))
  expect(revoking({}).heading()).toBe('失効しています')
  expect(revoking({}).buttons()).toEqual([])
  const off = revoking({ refusal: { code: 'NETWORK' } })
  expect(off.heading()).toBe('まだ失効していません')
  await off.press('もう一度送る')
  expect(off.sent).toEqual([{ type: 'again' }])
})

test('2-F ⑧ 「失効完了」, 「失効が完了しました」, 「メニューへ」, and the certificate that goes on', async () => {
  const shown = show(({ frame }) => (
    <Done state={{ name: 'done', way: 'phone', present: both, kinds: ['signing'] }} frame={frame} />
  ))
  expect(shown.heading()).toBe('失効完了')
  expect(shown.text()).toContain('失効が完了しました')
  expect(shown.text()).toContain('スマホ用利用者証明用電子証明書は、そのまま使えます。')
  await shown.press('メニューへ')
  expect(shown.left).toEqual(['menu'])
})

test('2-F every screen of it is there in English', () => {
  const state = { ...chosen, way: 'phone' } as const
  const refusal = { code: 'NETWORK' } as const
  expectEnglish(
    ({ send, frame }) => (
      <Choose state={{ name: 'choose', fault: true, ...chosen }} send={send} frame={frame} />
    ),
    ({ send, frame }) => (
      <Secret state={{ name: 'secret', ...chosen, refusal }} send={send} frame={frame} />
    ),
    ({ send, frame }) => (
      <Confirm state={{ name: 'confirm', ...state }} send={send} frame={frame} />
    ),
    ({ send, frame }) => (
      <Revoking state={{ name: 'revoking', ...chosen, refusal }} send={send} frame={frame} />
    ),
    ({ frame }) => <Checking frame={frame} />,
    ({ frame }) => <Done state={{ name: 'done', ...state }} frame={frame} />,
    ({ frame }) => <Stopped state={{ name: 'stopped', ...chosen, refusal }} frame={frame} />,
  )
})
