/** A secret of the phone is reset: the choice, the things to have at hand, done. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { expect, test } from 'vitest'
import { expectEnglish, type Given, show } from '../test-screen.tsx'
import { Choose, Done, Setting, Stopped } from './screen.tsx'
import type { ResetSecretEvent, ResetSecretState } from './table.ts'

const both = ['signing', 'authentication'] as const
const chosen = { present: both, kinds: both }
type At<Name extends ResetSecretState['name']> = Extract<ResetSecretState, { name: Name }>

const choose =
  (more: Partial<At<'choose'>> = {}, platform: PhonePlatform = 'android') =>
  ({ send, frame }: Given<ResetSecretEvent>) => (
    <Choose
      state={{ name: 'choose', fault: false, ...chosen, ...more }}
      send={send}
      frame={frame}
      platform={platform}
    />
  )
const setting =
  (more: Partial<At<'setting'>> = {}) =>
  ({ send, frame }: Given<ResetSecretEvent>) => (
    <Setting state={{ name: 'setting', ...chosen, ...more }} send={send} frame={frame} />
  )
const stopped = ({ frame }: Given<unknown>) => (
  <Stopped
    state={{ name: 'stopped', ...chosen, refusal: { code: 'UNBLOCKING_KEY_WRONG' } }}
    frame={frame}
  />
)

test('2-F the secret, and the things to have at hand, are named before any is asked for', async () => {
  const shown = show(choose({ kinds: ['authentication'] }))
  expect(shown.text()).toContain('カードの署名用パスワード（紙の控えの①）')
  await shown.tick('スマホ用署名用電子証明書のパスワード')
  await shown.press('はじめる')
  expect(shown.sent).toEqual([
    { type: 'chosen', kind: 'signing', checked: true },
    { type: 'begin' },
  ])
  expect(show(choose({ kinds: [], fault: true })).text()).toContain('少なくとも1つ')
  const iphone = show(choose({}, 'iphone'))
  expect(iphone.heading()).toBe('iPhone用の暗証番号・パスワードを設定し直します')
  expect(iphone.text()).not.toContain('スマホ用')
})

test('2-F an unsent request is kept and sent again; the end says that the card’s own secret does not change', async () => {
  expect(show(setting()).buttons()).toEqual([])
  const off = show(setting({ refusal: { code: 'NETWORK' } }))
  expect(off.heading()).toBe('まだ設定できていません')
  expect(off.buttons()).toEqual(['もう一度送る', 'ホームへ'])
  await off.press('もう一度送る')
  expect(off.sent).toEqual([{ type: 'again' }])
  const done = show(({ frame }) => <Done frame={frame} />)
  expect(done.text()).toContain('カードのパスワードは変わっていません。')
  await done.press('ホームへ')
  expect(done.left).toEqual(['home'])
})

test('2-F a refusal that holding the card again cannot fix ends it, with the remedy', async () => {
  const shown = show(stopped)
  expect(shown.heading()).toBe('設定し直せませんでした')
  expect(shown.text()).toContain('このスマホでは設定し直せません')
  expect(shown.buttons()).toEqual(['ホームへ'])
  expectEnglish(choose({ fault: true }), choose({}, 'iphone'), setting(), stopped, ({ frame }) => (
    <Done frame={frame} />
  ))
})
