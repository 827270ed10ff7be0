/** Consent and choice are a person's own: whoever begins anew begins at the first screen (2-A, 2-C⑥). */
import { type ApplicationPurpose, type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import { currentConsentVersion, prepareApplication, status } from '@kazashi/phone'
import { expect, test } from 'vitest'
import type { Device } from '../phone/device.ts'
import { show, someDevice } from '../test-screen.tsx'
import Apply from './place.tsx'
import Switch from './switch-place.tsx'

const password = 'カードの署名用パスワードを入れてください'
const checkList = '用意するものを確かめましょう'

/** Person 1 has unticked 署名用, ticked 確認しました and pressed 申請する. */
async function withDraft(
  purpose: ApplicationPurpose = 'new',
  kinds: readonly CertificateKind[] = ['authentication'],
): Promise<Device> {
  const there = await someDevice()
  const now = there.phone.now()
  const authority = {
    ...there.authority,
    nonce: async () => ({
      nonce: 'bm9uY2Vub25jZW5vbmNlbm9uY2U',
      now: now.toISOString(),
      expiresAt: new Date(now.getTime() + 30 * 60_000).toISOString(),
    }),
    supportedPhones: async () => ({
      minimumAppVersion: '0.1.0',
      phones: [{ platform: 'android' as const, model: 'test', minimumOsVersion: '6.0' }],
    }),
  }
  const device = { ...there, authority }
  await prepareApplication(device.phone, device.authority, {
    purpose,
    kinds,
    consentVersion: currentConsentVersion,
  })
  return device
}

test('2-A 2-C⑥ person 2 begins at the check list, with nothing ticked and everything chosen', async () => {
  const device = await withDraft()
  const shown = show(({ frame, go }) => <Apply device={device} frame={frame} go={go} />)
  expect(shown.heading()).toBe(checkList)
  await expect.poll(shown.text).toContain('このスマホは対応しています。')
  await shown.tick('マイナンバーカード')
  await shown.tick('署名用電子証明書のパスワード')
  await shown.tick('スマホ用電子証明書対応のスマートフォン')
  await shown.tick('マイナポータルアプリ（この練習用アプリ）')
  await shown.press('次へ')
  await shown.type('パスワード', 'ABC123')
  await shown.press('次へ')
  expect(shown.text()).toContain('確認しました')
  await shown.press('申請する')
  expect(shown.text()).toContain('「確認しました」にチェックを付けてください。')
})

test('2-C.nothing-lost 「続きからはじめる」 goes on where the card is asked for, with the choice that was made', async () => {
  const device = await withDraft()
  const { begun } = status(device.phone)
  expect(begun).toEqual({ purpose: 'new', at: '2026-11-23T01:00:00.000Z', tooOld: false })
  const shown = show(({ frame, go }) => <Apply device={device} frame={frame} go={go} goesOn />)
  expect(shown.heading()).toBe(password)
})

test('4-B a draft of another purpose is not gone on with', async () => {
  const device = await withDraft('new', certificateKinds)
  const shown = show(({ frame, go }) => <Switch device={device} frame={frame} go={go} goesOn />)
  expect(shown.heading()).toBe(checkList)
})
