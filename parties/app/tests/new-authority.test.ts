/** The data of the practice authority is new, and the browsers still have the phones of before: as in every new class. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, register, untilCard } from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { addCard } from '../../../tools/running-app/iphone-steps.ts'
import { type PhoneInHand, takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import { type Sandbox, startSandbox } from '../../../tools/running-app/sandbox.ts'

let chromium: Browser
let sandbox: Sandbox | undefined
beforeAll(async () => {
  chromium = await openHeadlessShell()
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

/** The same address, other data. */
async function beginAnew(before: Sandbox): Promise<Sandbox> {
  const { port } = new URL(before.origin('app'))
  await before.stop()
  sandbox = undefined
  sandbox = await startSandbox(Number(port))
  await sandbox.moveClock('12:00')
  return sandbox
}

async function toItsStart(phone: PhoneInHand, question: string, done: string): Promise<void> {
  const { press, see, read, look, platform } = phone
  const number = platform === 'android' ? 65 : 80
  await look(`${number}-unknown`)
  await press('はじめの状態に戻す')
  await see(question)
  await look(`${number + 1}-reset-phone`)
  await press('戻さないでやめる')
  await press('はじめの状態に戻す')
  await press('はじめの状態に戻す')
  await see('はじめの状態に戻しました')
  await read(done)
  await look(`${number + 2}-phone-was-reset`)
  await press('ホームへ')
}

/** The next question about the phone's credential, which the app asks every few seconds: it is answered when it is let go. */
async function heldQuestion({ page }: PhoneInHand) {
  const asked = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  let first = true
  await page.route(/\/phone-credentials\/current$/, async (route) => {
    if (!first) return route.continue()
    first = false
    asked.resolve()
    await held.promise
    return route.continue()
  })
  await asked.promise
  return {
    letGo: async () => {
      const answered = page.waitForResponse(/\/phone-credentials\/current$/)
      held.resolve()
      await answered
    },
  }
}

test('5-A2.begun-anew 2-C 3-C phones unknown to a new authority say so, and start over when the person wants it', async () => {
  sandbox = await startSandbox()
  await sandbox.moveClock('10:00')
  const iphone = await takePhone(chromium, sandbox, { platform: 'iphone' })
  await addCard(iphone, await sandbox.newCard())
  const android = await takePhone(chromium, sandbox, { platform: 'android' })
  const card = await sandbox.newCard()
  await android.press('スマホ用電子証明書を申請する')
  await untilCard(android, card)
  await handIn(android, card)
  const waiting = await takePhone(chromium, sandbox, { platform: 'android' })
  const other = await sandbox.newCard()
  await waiting.press('スマホ用電子証明書を申請する')
  await untilCard(waiting, other)
  await handIn(waiting, other)
  await sandbox.moveClock('11:00')
  await register(android)

  const fresh = await beginAnew(sandbox)
  for (const { page } of [android, waiting, iphone]) await page.reload()
  await android.read('窓口に記録がありません')
  expect(await android.page.getByText('できること').count()).toBe(0)
  const late = await heldQuestion(android)
  await toItsStart(android, 'このスマホを、はじめの状態に戻しますか', 'はじめから申請できます')
  await late.letGo()
  await android.read('まだ何も入っていません')
  await waiting.read('窓口に記録がありません')
  await waiting.page.getByRole('button', { name: 'はじめの状態に戻す' }).waitFor()
  await iphone.read('窓口に記録がありません')
  await toItsStart(iphone, 'このiPhoneを、はじめの状態に戻しますか', 'はじめから追加できます')
  await iphone.read('まだ追加していません')

  // And it works again, from the beginning.
  const again = await fresh.newCard()
  const reader = await fresh.newReader()
  const fragment = new URLSearchParams(new URL(android.page.url()).hash.slice(1))
  fragment.set('reader', reader.url)
  await android.page.goto(`${fresh.origin('app')}/?anew#${fragment}`)
  await android.press('スマホ用電子証明書を申請する')
  await untilCard(android, again)
  await fresh.hold(reader, again)
  await android.see('カードの読み取りに成功しました')
  for (const phone of [android, waiting, iphone]) await phone.close()
})
