/** The desk has an Android phone and an iPhone, one of them in the hand at a time. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../../../tools/page-looks.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { openQuickly, overflow, picture } from './browser.ts'
import { expectStopsInView } from './focus-stops.ts'
import { sitDown } from './person.ts'

let sandbox: Sandbox
let desk: string
let shell: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  shell = await openHeadlessShell()
  desk = sandbox.origin('desk')
})
afterAll(async () => {
  await shell?.close()
  await sandbox?.stop()
})

test('3-C ② on the desk the iPhone is taken in the hand, everything is in view without scrolling, and Android is as it was; at 390 × 844 clock and places are a press away and what has the focus is seen, and at 200 % nothing lies over anything', async () => {
  const browser = await openQuickly(shell)
  try {
    const person = await sitDown(browser.page, desk)
    await person.phone.getByRole('button', { name: 'スマホ用電子証明書を申請する' }).waitFor()
    await browser.page.getByText('iPhone', { exact: true }).click()
    await person.phone.getByRole('button', { name: '追加をはじめる' }).waitFor()
    await picture(browser.page, '30-desk-iphone')
    await expect.poll(() => overflow(browser.page)).toBeLessThanOrEqual(0)
    expect(await violations(browser.page)).toEqual([])
    const language = browser.page
      .getByRole('banner')
      .getByRole('button', { name: /English|日本語/ })
    await language.click()
    await browser.page.getByRole('button', { name: 'Hold the card to the phone' }).waitFor()
    await expect.poll(() => overflow(browser.page)).toBeLessThanOrEqual(0)
    await picture(browser.page, '30-desk-english')
    await language.click()
    await browser.page.getByRole('button', { name: 'カードをスマホにかざす' }).waitFor()
    await browser.page.getByText('Android', { exact: true }).click()
    await person.phone.getByRole('button', { name: 'スマホ用電子証明書を申請する' }).waitFor()

    // The same desk in a phone's window, then with text at 200 %.
    const { page } = browser
    const height = (name: 'banner' | 'navigation') =>
      page.getByRole(name).evaluate((bar) => bar.getBoundingClientRect().height)
    const sideways = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
    await page.setViewportSize({ width: 390, height: 844 })
    await picture(page, '31-desk-390')
    expect(await height('banner')).toBeLessThan(70)
    expect(await sideways()).toBe(0)
    const time = async () => (await page.getByTestId('clock').textContent()) ?? ''
    const before = await time()
    await page.getByRole('banner').locator('summary').filter({ hasText: '月' }).click()
    await page.getByRole('button', { name: '+1時間' }).click()
    await expect.poll(time).not.toBe(before)
    await picture(page, '31-desk-390-clock')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    const tabs = page.getByRole('navigation', { name: '机の上の場所' })
    for (const [tab, place] of [
      ['パソコン', 'パソコンの画面'],
      ['スマホ', 'スマホ'],
      ['人とカード', 'カード'],
    ] as const) {
      await tabs.getByRole('button', { name: tab }).click()
      const top = () =>
        page
          .getByRole('region', { name: place, exact: true })
          .evaluate((section) => Math.round(section.getBoundingClientRect().top))
      await expect.poll(top).toBeLessThan(100)
      expect(await top()).toBeGreaterThanOrEqual(0)
    }
    expect(await person.card.locator('svg').count()).toBe(0)
    const counter = page.locator('details').filter({ hasText: '窓口・電話' })
    await counter.locator('summary').evaluate((one) => one.scrollIntoView({ block: 'start' }))
    await counter.locator('summary').click()
    const panelTop = () =>
      counter.evaluate((one) => one.lastElementChild?.getBoundingClientRect().top ?? -1)
    await expect.poll(panelTop).toBeGreaterThanOrEqual(0)
    await picture(page, '31-desk-390-counter')
    await page.keyboard.press('Escape')
    const stops = await expectStopsInView(page)
    for (const words of ['パソコン', 'はじめから', 'スマホでログインする']) {
      expect(stops.filter((stop) => stop.includes(words))).not.toEqual([])
    }

    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
      expect(await sideways()).toBe(0)
      const [card, hold] = [
        person.card,
        page.getByRole('button', { name: 'カードをスマホにかざす' }),
      ]
      const spilled = await card.evaluate((one) => one.scrollHeight - one.clientHeight)
      expect(spilled).toBeLessThanOrEqual(1)
      const [lower, upper] = [await card.boundingBox(), await hold.boundingBox()]
      expect((lower?.y ?? 0) + (lower?.height ?? 0)).toBeLessThanOrEqual(upper?.y ?? 0)
      expect(await violations(page)).toEqual([])
      await picture(page, `32-desk-${width}-200`)
    }
    expect(browser.complaints).toEqual([])
  } finally {
    await browser.close()
  }
})
