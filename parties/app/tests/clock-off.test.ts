/** A phone whose clock is wrong, on both faces: hours do not matter, days are told, by how much and where to set it. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, phonePin, register, untilCard } from '../../../tools/running-app/android-steps.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import {
  addCard,
  agreeAndShowFace,
  enterCardSecrets,
  untilCheckList,
} from '../../../tools/running-app/iphone-steps.ts'
import { enterCode } from '../../../tools/running-app/login-code.ts'
import type { PhoneInHand } from '../../../tools/running-app/phone-in-hand.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'
import { officials } from './officials.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

const hour = 60 * 60_000
const day = 24 * hour

/** Runs in the page, before anything of it. */
function shiftClock(milliseconds: number): void {
  const RealDate = Date
  globalThis.Date = new Proxy(RealDate, {
    construct: (real, given, derived) =>
      Reflect.construct(real, given.length > 0 ? given : [real.now() + milliseconds], derived),
    get: (real, name) =>
      name === 'now' ? () => real.now() + milliseconds : Reflect.get(real, name),
  })
}

/** A new phone, on its first screen. @param by milliseconds that its clock is ahead; negative: behind */
async function phoneOff(platform: PhonePlatform, by: number): Promise<PhoneInHand> {
  const phone = await takeQuickPhone(chromium, sandbox, { platform })
  await phone.page.addInitScript(shiftClock, by)
  await phone.page.reload()
  await phone.page.getByRole('heading', { level: 1 }).waitFor()
  const shown = await phone.page.evaluate(() => [Date.now(), Date.parse(new Date().toISOString())])
  for (const at of shown) expect(Math.abs(at - Date.now() - by)).toBeLessThan(60_000)
  return phone
}

/** The portal's QR code is read on this phone. */
async function logIn(phone: PhoneInHand, label: string): Promise<void> {
  const { page, press, see, type } = phone
  const { appUrl, code } = await sandbox.askLogin()
  await page.goto(`${appUrl}${new URL(page.url()).hash}`)
  await enterCode(phone, code)
  await type(label, phonePin)
  await press('ログインする')
  await see('ログインしました')
}

test.each([hour, -hour])(
  '2-C⑦.read 2-E①.register 1-B①.login an Android phone whose clock is %d milliseconds off applies, registers and logs in',
  async (by) => {
    const phone = await phoneOff('android', by)
    const card = await sandbox.newCard()
    await phone.press('スマホ用電子証明書を申請する')
    await untilCard(phone, card)
    await handIn(phone, card)
    await officials(sandbox).wait(15)
    await register(phone)
    await logIn(phone, 'スマホ用利用者証明用電子証明書のパスワード')
    expect(phone.complaints).toEqual([])
    await phone.close()
  },
)

test.each([hour, -hour])(
  '3-C⑦.read 1-B①.login an iPhone whose clock is %d milliseconds off adds its card and logs in',
  async (by) => {
    const iphone = await phoneOff('iphone', by)
    await addCard(iphone, await sandbox.newCard())
    await logIn(iphone, 'iPhoneのマイナンバーカードの利用者証明用暗証番号')
    expect(iphone.complaints).toEqual([])
    await iphone.close()
  },
)

test('2-C a phone that is days ahead says by how much before the card is read, and where to set the clock', async () => {
  const phone = await phoneOff('android', 3 * day)
  await phone.press('スマホ用電子証明書を申請する')
  await phone.see('用意するものを確かめましょう')
  await phone.tickAll()
  await phone.read('このスマホは対応しています。')
  await phone.press('次へ')
  await phone.type('パスワード', (await sandbox.newCard()).slip.signingPassword)
  await phone.press('次へ')
  await phone.tick('確認しました')
  await phone.press('申請する')
  await phone.read('スマホの時計が合っていません')
  await phone.read('このスマホの時計は、約3日進んでいます。')
  await phone.read('「日時を自動的に設定」をオンにします')
  await phone.look('91-clock-days-ahead')
  await phone.close()
})

test('3-C an iPhone that is days behind says by how much before the card is read, and where to set the clock', async () => {
  const iphone = await phoneOff('iphone', -3 * day)
  await untilCheckList(iphone)
  await agreeAndShowFace(iphone)
  await enterCardSecrets(iphone, (await sandbox.newCard()).slip)
  await iphone.read('iPhoneの時計が合っていません')
  await iphone.read('このスマホの時計は、約3日遅れています。')
  await iphone.read('「自動設定」をオンにします')
  await iphone.look('92-clock-days-behind')
  await iphone.close()
})
