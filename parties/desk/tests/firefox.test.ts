/** The newcomer's first minutes in Firefox, from the person to the last log-out. The same screens as everywhere, another browser. */
import { afterAll, beforeAll, test } from 'vitest'
import { handIn, register, untilCard } from '../../../tools/running-app/android-steps.ts'
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
import type { Hands } from '../../../tools/running-app/hands.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { loseAndFind, type Newcomer } from './newcomer.ts'

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

/** Milliseconds that a loaded machine takes for a step. */
const longest = 120_000

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

test('2-C⑥.tick 2-D③.complete 2-E①.register 1-B①.login 1-B①.refused 5-B1.phone-stops 5-B3.resumes in Firefox a newcomer holds the card to the phone, registers, logs in and out, is refused after the telephone, and resumes', async () => {
  const page = await firefox.newPage()
  page.setDefaultTimeout(longest)
  await page.goto(`${sandbox.origin('desk')}/#pace=at-once`)
  const card = {
    hold: () => press(page, 'カードをスマホにかざす'),
    takeAway: () => press(page, 'カードを離す'),
  }
  // A code that is read opens the phone's frame anew.
  const now = async () => handsIn(await frameOf(page, 'スマホの画面'), card)
  const phone: Hands<unknown> = {
    ...card,
    press: async (name) => (await now()).press(name),
    see: async (heading) => (await now()).see(heading),
    read: async (text) => (await now()).read(text),
    type: async (label, text) => (await now()).type(label, text),
    tick: async (name) => (await now()).tick(name),
    tickAll: async () => (await now()).tickAll(),
  }
  const computer = await frameOf(page, 'パソコンに表示した')
  const paper = { slip: { signingPassword: await newPerson(page) } }
  await phone.press('スマホ用電子証明書を申請する')
  await untilCard(phone, paper)
  await handIn(phone, undefined)
  await press(page, '+1時間')
  await register(phone)
  const newcomer: Newcomer = {
    phone,
    desk: {
      press: (name) => press(page, name),
      open: (panel) => page.locator(`summary ::-p-text(${panel})`).click(),
      anHourLater: () => press(page, '+1時間'),
    },
    computer: {
      press: (name) => press(computer, name),
      see: (heading) => see(computer, heading),
      code: async () => {
        const shown = await computer.waitForSelector('[data-testid=code]')
        return (await shown?.evaluate((one) => one.textContent.trim())) ?? ''
      },
    },
  }
  await loseAndFind(newcomer, paper)
})
