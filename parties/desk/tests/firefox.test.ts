/** The newcomer's first minutes in Firefox: person, card to phone, registered, logged in. The same screens as everywhere, another browser. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, phonePin, register, untilCard } from '../../../tools/running-app/android-steps.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import {
  type Firefox,
  type FirefoxPage,
  frameOf,
  handsIn,
  openFirefox,
  press,
  see,
} from '../../../tools/running-app/firefox.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'

let sandbox: Sandbox
let firefox: Firefox
beforeAll(async () => {
  sandbox = await borrowSandbox()
  firefox = await openFirefox()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await firefox?.close()
  await sandbox?.stop()
})

/** The first secret on the paper: the signing password ①. */
const paper = 'li b'

/** @returns the new person's signing password: the paper on the desk is another than before */
async function newPerson(page: FirefoxPage): Promise<string> {
  await page.waitForSelector(paper)
  const before = await page.$eval(paper, (one) => one.textContent)
  await press(page, '別の人を増やす')
  const isAnother = (selector: string, old: string) => {
    const now = document.querySelector(selector)?.textContent
    return now !== undefined && now !== old
  }
  await page.waitForFunction(isAnother, {}, paper, before)
  return await page.$eval(paper, (one) => one.textContent.trim())
}

test('2-C⑥.tick 2-D③.complete 2-E①.register 1-B①.login in Firefox a newcomer holds the card to the phone, registers, and logs in at the portal', async () => {
  const page = await firefox.newPage()
  await page.goto(`${sandbox.origin('desk')}/#pace=at-once`)
  const card = {
    hold: () => press(page, 'カードをスマホにかざす'),
    takeAway: () => press(page, 'カードを離す'),
  }
  const phone = async () => handsIn(await frameOf(page, 'スマホの画面'), card)
  const hands = await phone()
  const signingPassword = await newPerson(page)
  await hands.press('スマホ用電子証明書を申請する')
  await untilCard(hands, { slip: { signingPassword } })
  await handIn(hands, undefined)
  await press(page, '+1時間')
  await register(hands)

  const computer = await frameOf(page, 'パソコンに表示した')
  await press(computer, 'スマホでログインする')
  await press(page, 'スマホで読み取る')
  const asked = await phone()
  await asked.press('同じ番号です')
  await asked.type('スマホ用利用者証明用電子証明書のパスワード', phonePin)
  await asked.press('ログインする')
  await asked.see('ログインしました')
  await see(computer, 'ログインしました')
  expect(await computer.$eval('h1', (one) => one.textContent)).toBe('ログインしました')
})
