/** 1-B③ on an iPhone against the running system: set up with the practice face, held to a kiosk's reader, read there, taken away. */
import { connectReader, openCard } from '@kazashi/card'
import { LocalWebSocket, localFetch } from '@kazashi/serve'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import * as iphone from '../../../tools/running-app/iphone-steps.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('10:00')
  vi.stubGlobal('WebSocket', LocalWebSocket)
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await chromium?.close()
  await sandbox?.stop()
})

/** A seat of its own: no machine of another test is near. */
async function newSeat() {
  const box = sandbox.origin('box')
  const ask = async (path: string, body: object | undefined, token?: string): Promise<unknown> => {
    const answer = await localFetch(`${box}${path}`, {
      method: 'POST',
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    return await answer.json()
  }
  const { token } = z.object({ token: z.string() }).parse(await ask('/seats', undefined))
  return async (wish: object) =>
    z.object({ url: z.string() }).parse(await ask('/readers', wish, token)).url
}

test('1-B③ 1-A③ an iPhone is held to a kiosk by a double press and the face, without a PIN, and lies there until it is taken away', async () => {
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  const { page, press, see, read, type, look } = phone
  await iphone.addCard(phone, await sandbox.newCard())
  await sandbox.moveClock('11:00')
  await read(iphone.usable)
  const reader = await newSeat()
  const fragment = new URLSearchParams(new URL(page.url()).hash.slice(1))
  fragment.set('reader', await reader({ phone: 'iphone' }))
  await page.goto(`${sandbox.origin('app')}/#${fragment}`)
  await page.reload()

  await press('メニュー')
  await page.getByRole('button', { name: /^機械にかざす/ }).click()
  await see('近くに機械がありません')
  await look('nowhere')
  const kiosk = await connectReader(await reader({ place: 'kiosk' }))
  await press('もう一度さがす')
  await see('はじめに、Face ID・Touch IDの設定をします')
  await press('設定する')
  await press('はじめる')
  await type('暗証番号', iphone.phonePin)
  await press('次へ')
  await press('確認画面を出す')
  const face = page.getByRole('dialog', { name: '顔の確認（練習用）' })
  await face.waitFor()
  await look('practice-face')
  await page.keyboard.press('Escape')
  await read('確認できませんでした')
  await press('確認画面を出す')
  await press('顔を向ける')
  await see('Face ID・Touch IDで使えるようになりました')
  await press('ホームへ')

  await press('メニュー')
  await page.getByRole('button', { name: /^機械にかざす/ }).click()
  await see('コンビニのキオスク端末にかざします')
  await look('ready')
  await press('サイドボタンを2回押す')
  await press('キャンセル')
  await read('もう一度、サイドボタンを2回押してください。')
  expect(kiosk.cardPresent).toBe(false)
  await press('サイドボタンを2回押す')
  await press('顔を向ける')
  const client = openCard(await kiosk.waitForCard())
  await see('そのまま、かざしていてください')
  await look('held')
  expect((await client.token()).carrier).toBe('iphone')
  expect(await client.isRecognised('authentication-pin')).toBe(true)
  const signer = await client.signer('authentication', () => Promise.resolve())
  expect(await signer.sign(Uint8Array.of(1))).toHaveLength(256)
  await press('離す')
  await see('機械から離しました')
  await vi.waitFor(() => expect(kiosk.cardPresent).toBe(false))
  // Held again it has to recognise its holder again.
  await press('もう一度かざす')
  await see('コンビニのキオスク端末にかざします')
  kiosk.close()
  expect(phone.complaints).toEqual([])
  await phone.close()
})
