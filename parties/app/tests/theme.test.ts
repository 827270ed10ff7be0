/** The colours of the screen: chosen in the menu of both faces, and there before anything else of the app is. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

/** Of what is painted behind everything, and of the letters on it: light or dark. */
const colours = (page: Page) =>
  page.evaluate(() => {
    const { backgroundColor, color, colorScheme } = getComputedStyle(document.documentElement)
    const isLight = (colour: string) => Number(/\d+/.exec(colour)?.[0]) > 127
    return { ground: isLight(backgroundColor), ink: isLight(color), colorScheme }
  })
const light = { ground: true, ink: false, colorScheme: 'light' }
const dark = { ground: false, ink: true, colorScheme: 'dark' }

test.each(['android', 'iphone'] as const)(
  '1-D on %s light or dark is chosen in the menu, against the device; there is no flash at load, and the device’s comes back',
  async (platform) => {
    // A service worker would give the scripts that are held back below, as soon as it is there.
    const context = { serviceWorkers: 'block' } as const
    const phone = await takePhone(chromium, sandbox, { platform, context })
    const { page, press, see, look } = phone
    const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check()
    await press('メニュー')
    await see('メニュー')
    await look(`40-menu-theme-${platform}`)
    await choose('暗い')
    expect(await colours(page)).toEqual(dark)
    // Only the document, its colours and its style are there: what is painted first is dark.
    await page.route('**/*.js', (route) =>
      route.request().url().endsWith('/theme.js') ? route.continue() : route.abort(),
    )
    await page.reload()
    expect(await page.locator('#page').textContent()).toBe('')
    expect(await colours(page)).toEqual(dark)
    await page.unroute('**/*.js')
    await page.reload()
    await see('メニュー')
    await page.emulateMedia({ colorScheme: 'dark' })
    await choose('明るい')
    expect(await colours(page)).toEqual(light)
    await choose('端末に合わせる')
    expect(await colours(page)).toEqual({ ...dark, colorScheme: 'light dark' })
    await phone.close()
  },
)
