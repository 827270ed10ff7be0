/** An application is withdrawn: the consequences are named first. */
import type { ApplicationPurpose, PhonePlatform } from '@kazashi/lifecycle'
import { expect, test } from 'vitest'
import { expectEnglish, type Given, show, someApplication } from '../test-screen.tsx'
import { Withdraw } from './screen.tsx'
import type { WithdrawEvent, WithdrawState } from './table.ts'

const application = someApplication()
const drawn =
  (
    state: WithdrawState,
    purpose: ApplicationPurpose = 'new',
    platform: PhonePlatform = 'android',
  ) =>
  ({ send, frame }: Given<WithdrawEvent>) => (
    <Withdraw
      state={state}
      send={send}
      frame={frame}
      application={application}
      purpose={purpose}
      platform={platform}
    />
  )

test('2-D the application, its end, and the effect on an earlier credential', async () => {
  const shown = show(drawn({ name: 'confirm' }, 'switch'))
  expect(shown.heading()).toBe('申請を取りやめますか')
  expect(shown.text()).toContain('K-7Q2M9')
  expect(shown.text()).toContain('前のスマホの電子証明書は、そのまま使えます')
  expect(shown.buttons()).toEqual(['申請を取りやめる', '取りやめない'])
  await shown.press('取りやめない')
  expect(shown).toMatchObject({ left: ['home'], sent: [] })
  await shown.press('申請を取りやめる')
  expect(shown.sent).toEqual([{ type: 'withdraw' }])
  const iphone = show(drawn({ name: 'confirm' }, 'resume', 'iphone'))
  expect(iphone.heading()).toBe('追加を取りやめますか')
  expect(iphone.text()).toContain('止められていた前の電子証明書は、戻りません')
})

test('2-D without a network it is kept, and can be sent again; nothing happens twice', async () => {
  const off = show(drawn({ name: 'withdrawing', refusal: { code: 'NETWORK' } }))
  expect(off.heading()).toBe('まだ取りやめていません')
  expect(off.text()).toContain('同じ取りやめが二重になることはありません。')
  await off.press('もう一度送る')
  expect(off.sent).toEqual([{ type: 'again' }])
  expect(show(drawn({ name: 'withdrawing' })).buttons()).toEqual([])
  expect(show(drawn({ name: 'withdrawn' })).text()).toContain(
    'このスマホには、何も入っていません。',
  )
  const stopped: WithdrawState = { name: 'stopped', refusal: { code: 'ALREADY_REGISTERED' } }
  expect(show(drawn(stopped)).heading()).toBe('取りやめられませんでした')
  expectEnglish(
    drawn({ name: 'confirm' }, 'switch'),
    drawn({ name: 'withdrawing', refusal: { code: 'NETWORK' } }),
    drawn({ name: 'withdrawn' }, 'resume', 'iphone'),
    drawn(stopped),
  )
})
