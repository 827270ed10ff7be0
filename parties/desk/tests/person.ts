/** A person at the desk: the actions of hands and eyes, in the words of the screens. */
import type { Pace } from '@kazashi/lifecycle'
import type { FrameLocator, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Hands } from '../../../tools/running-app/hands.ts'
import type { Newcomer } from './newcomer.ts'

export interface Person {
  readonly page: Page
  readonly phone: FrameLocator
  readonly computer: FrameLocator
  readonly card: Locator
  /** Presses a button of the phone, by its words. */
  press(name: string): Promise<void>
  /** Waits until the phone's screen has this heading. */
  see(heading: string | RegExp): Promise<void>
  /** A secret of the paper, ① to ④. */
  secret(line: 1 | 2 | 3 | 4): Promise<string>
  dragCardToPhone(): Promise<void>
  dragCardAway(): Promise<void>
  /** With a finger. */
  pushCardToPhone(): Promise<void>
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }) {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 8 })
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
}

async function boxOf(thing: Locator) {
  const box = await thing.boundingBox()
  if (box === null) throw new Error('it is not on the screen')
  return box
}

/** From the middle of a thing to that of another, with the mouse. */
export async function dragTo(page: Page, thing: Locator, to: Locator) {
  const middle = ({ x, y, width, height }: Awaited<ReturnType<typeof boxOf>>) => ({
    x: x + width / 2,
    y: y + height / 2,
  })
  await drag(page, middle(await boxOf(thing)), middle(await boxOf(to)))
}

/**
 * A press as a person can make it: a frame of another origin that just came into sight takes none until it is drawn, and a press
 * in that moment would reach the page around it.
 */
async function pressSeen(button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded()
  await button.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  await button.click()
}

/**
 * Milliseconds. On a loaded machine a press in a frame that has just moved was lost, whatever lies in it; and two taps of a finger at one
 * place within a third of a second are one double tap.
 */
const settled = 700

/** Text around the phone changes a moment after its screens, and moves it. */
async function rests(button: Locator): Promise<void> {
  let before = ''
  let since = Date.now()
  await expect
    .poll(
      async () => {
        const place = JSON.stringify(await boxOf(button))
        if (place !== before) since = Date.now()
        before = place
        return Date.now() - since > settled
      },
      // Where a frame lies is a question to three documents.
      { interval: settled / 7 },
    )
    .toBe(true)
}

/** The same with a finger, in a window so small that the frame may be out of sight. */
async function tapSeen(button: Locator): Promise<void> {
  await button.evaluate((element) => element.scrollIntoView({ block: 'nearest' }))
  await button.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
  await button.tap({ trial: true }) // out from under a bar
  await rests(button)
  await button.tap()
}

/** By its words: unlike the box, over which its picture lies, they are pressed only where nothing covers them and nothing moves. */
async function tickSeen(box: Locator): Promise<void> {
  if (await box.isChecked()) return
  await box.locator('xpath=ancestor::label').click()
  await expect.poll(() => box.isChecked()).toBe(true)
}

/** Nothing is waited for but what is asked: the desk's own pace is that of the world. */
export async function sitDown(page: Page, desk: string, pace: Pace = 'at-once'): Promise<Person> {
  await page.goto(`${desk}/#pace=${pace}`)
  const phone = page.frameLocator('iframe[title="スマホの画面"]')
  const card = page.getByTestId('card')
  await card.waitFor()
  await phone.getByRole('heading', { level: 1 }).waitFor()
  return {
    page,
    phone,
    card,
    computer: page.frameLocator('iframe[title^="パソコンに表示した"]'),
    press: (name) => pressSeen(phone.getByRole('button', { name, exact: true })),
    see: (heading) => phone.getByRole('heading', { level: 1, name: heading }).waitFor(),
    secret: async (line) =>
      (
        await page
          .getByRole('listitem')
          .filter({ hasText: ['①', '②', '③', '④'][line - 1] ?? '' })
          .locator('b')
          .first()
          .textContent()
      )?.trim() ?? '',
    dragCardToPhone: async () => {
      const [from, to] = [await boxOf(card), await boxOf(page.getByTestId('phone'))]
      await drag(
        page,
        { x: from.x + from.width / 2, y: from.y + from.height / 2 },
        { x: to.x + to.width / 2, y: to.y + 120 },
      )
      await page.getByRole('button', { name: 'カードを離す' }).waitFor()
    },
    pushCardToPhone: async () => {
      await page.evaluate(() => window.scrollTo(0, 0))
      const [from, to] = [await boxOf(card), await boxOf(page.getByTestId('phone'))]
      const finger = await page.context().newCDPSession(page)
      const touch = (
        type: 'touchStart' | 'touchMove' | 'touchEnd',
        at?: { x: number; y: number },
      ) =>
        finger.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [at] })
      const x = from.x + from.width / 2
      const y = from.y + from.height / 2
      await touch('touchStart', { x, y })
      await touch('touchMove', { x, y: (y + to.y) / 2 })
      await touch('touchMove', { x, y: to.y + 30 })
      await touch('touchEnd')
      await page.getByRole('button', { name: 'カードを離す' }).waitFor()
    },
    dragCardAway: async () => {
      const from = await boxOf(card)
      await drag(page, { x: from.x + 20, y: from.y + from.height / 2 }, { x: 60, y: 740 })
      await page.getByRole('button', { name: 'カードをスマホにかざす' }).waitFor()
    },
  }
}

/** The person's hands at the desk's phone, for the stretches that every phone has (running-app). The card is the one chosen. */
export function handsOf({ page, phone, press, see }: Person): Hands<unknown> {
  const box = (name: string | RegExp) => phone.getByRole('checkbox', { name })
  const onDesk = (name: string) => page.getByRole('button', { name, exact: true }).click()
  return {
    press,
    see,
    read: (text) => phone.getByText(text).locator('visible=true').first().waitFor(),
    type: (label, text) => phone.getByLabel(label, { exact: true }).fill(text),
    tick: (name) => tickSeen(box(name)),
    tickAll: async () => {
      for (const one of await phone.getByRole('checkbox').all()) await tickSeen(one)
    },
    hold: () => onDesk('カードをスマホにかざす'),
    takeAway: () => onDesk('カードを離す'),
  }
}

/** The person as a newcomer. @param touch presses with a finger, in a window of a phone's width, where the clock is folded */
export function newcomerOf(person: Person, touch = false): Newcomer {
  const { page, phone, computer } = person
  const push = touch ? tapSeen : pressSeen
  const named = (place: Page | FrameLocator, name: string) =>
    push(place.getByRole('button', { name, exact: true }))
  const open = (panel: string) => push(page.locator('summary').filter({ hasText: panel }))
  return {
    phone: {
      ...handsOf(person),
      press: (name) => named(phone, name),
      hold: () => named(page, 'カードをスマホにかざす'),
      takeAway: () => named(page, 'カードを離す'),
    },
    desk: {
      press: (name) => named(page, name),
      open,
      anHourLater: async () => {
        if (touch) await push(page.getByRole('banner').locator('summary').filter({ hasText: '月' }))
        await named(page, '+1時間')
      },
    },
    computer: {
      press: (name) => named(computer, name),
      see: (name) => computer.getByRole('heading', { level: 1, name }).waitFor(),
      code: async () => (await computer.getByTestId('code').textContent()) ?? '',
    },
  }
}
