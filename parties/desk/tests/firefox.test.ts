/** The newcomer's first minutes in Firefox: person, card to phone, registered, logged in. The same screens as everywhere, another browser. */
import type { Browser, Frame, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { handIn, phonePin, register, untilCard } from '../../../tools/running-app/android-steps.ts'
import { openFirefox } from '../../../tools/running-app/firefox.ts'
import type { Hands } from '../../../tools/running-app/hands.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from '../../app/tests/borrowed-sandbox.ts'

let sandbox: Sandbox
let firefox: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  firefox = await openFirefox()
  await sandbox.moveClock('10:00')
})
afterAll(async () => {
  await firefox?.close()
  await sandbox?.stop()
})

/** XPath 1.0 has no escapes: the screens' words have no quotes. */
const worded = (element: string, words: string) =>
  `::-p-xpath(//${element}[normalize-space(.)="${words}" or @aria-label="${words}"])`

const labelled = (label: string) => {
  const ids = `//label[normalize-space(.)="${label}"]/@for`
  return `::-p-xpath(//input[@id=${ids} or @aria-label="${label}"])`
}

async function frameOf(page: Page, title: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[title^="${title}"]`))?.contentFrame()
  if (!frame) throw new Error(`${title} is not shown`)
  return frame
}

const clickOn = (place: Page | Frame, words: string) =>
  place.locator(worded('button', words)).click()

function handsIn(page: Page, phone: Frame): Hands<unknown> {
  const reads = async (text: string | RegExp) => {
    const [source, flags] = typeof text === 'string' ? [text] : [text.source, text.flags]
    const isThere = (words: string, as?: string) => {
      const shown = document.body.textContent
      return as === undefined ? shown.includes(words) : new RegExp(words, as).test(shown)
    }
    await phone.waitForFunction(isThere, {}, source, flags)
  }
  const ticks = async (words: string) => {
    const labels = await phone.$$('label:has(input[type=checkbox])')
    for (const label of labels)
      if ((await label.evaluate((one) => one.textContent)).includes(words)) await label.click()
  }
  return {
    press: (name) => clickOn(phone, name),
    see: async (heading) => {
      await phone.waitForSelector(worded('h1', heading))
    },
    read: reads,
    type: (label, text) => phone.locator(labelled(label)).fill(text),
    tick: (name) => ticks(String(name)),
    tickAll: () => ticks(''),
    hold: () => clickOn(page, 'カードをスマホにかざす'),
    takeAway: () => clickOn(page, 'カードを離す'),
  }
}

test('2-C⑥.tick 2-D③.complete 2-E①.register 1-B①.login in Firefox a newcomer holds the card to the phone, registers, and logs in at the portal', async () => {
  const page = await firefox.newPage()
  await page.goto(sandbox.origin('desk'))
  const phone = await frameOf(page, 'スマホの画面')
  await clickOn(page, '別の人を増やす')
  await page.waitForSelector('::-p-text(市区町村の窓口でカードを作っています)', { hidden: true })
  const secret = await page.$eval('li b', (one) => one.textContent.trim())
  const hands = handsIn(page, phone)
  await hands.press('スマホ用電子証明書を申請する')
  await untilCard(hands, { slip: { signingPassword: secret } })
  await handIn(hands, undefined)
  await clickOn(page, '+1時間')
  await register(hands)

  const computer = await frameOf(page, 'パソコンに表示した')
  await clickOn(computer, 'スマホでログインする')
  await clickOn(page, 'スマホで読み取る')
  const asked = handsIn(page, await frameOf(page, 'スマホの画面'))
  await asked.press('同じ番号です')
  await asked.type('スマホ用利用者証明用電子証明書のパスワード', phonePin)
  await asked.press('ログインする')
  await asked.see('ログインしました')
  await computer.waitForSelector(worded('h1', 'ログインしました'))
  expect(await computer.$eval('h1', (one) => one.textContent)).toBe('ログインしました')
})
