/**
 * Debian's Firefox as a person has it, by WebDriver BiDi (W3C), which Playwright does not speak with it. Puppeteer's own settings
 * accept every cookie; here stand the browser's (Total Cookie Protection).
 */
import { type Browser, type Frame, launch, type Page } from 'puppeteer-core'
import type { Hands } from './hands.ts'

export type { Browser as Firefox, Page as FirefoxPage } from 'puppeteer-core'

/** A new profile, which goes with it. */
export const openFirefox = (): Promise<Browser> =>
  launch({
    browser: 'firefox',
    executablePath: '/usr/bin/firefox-esr',
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
    extraPrefsFirefox: {
      'intl.accept_languages': 'ja-JP',
      'browser.contentblocking.features.standard':
        '-tp,tpPrivate,cookieBehavior5,cookieBehaviorPBM5',
      'network.cookie.cookieBehavior': 5,
      'network.cookie.cookieBehavior.pbmode': 5,
    },
  })

/** XPath 1.0 has no escapes: the screens' words have no quotes. */
const worded = (element: string, words: string) =>
  `::-p-xpath(//${element}[normalize-space(.)="${words}" or @aria-label="${words}"])`

function labelled(label: string): string {
  const id = `//label[normalize-space(.)="${label}"]/@for`
  return `::-p-xpath(//input[@id=${id} or @aria-label="${label}"])`
}

export const press = (place: Page | Frame, button: string): Promise<void> =>
  place.locator(worded('button', button)).click()

export async function see(place: Page | Frame, heading: string): Promise<void> {
  await place.waitForSelector(worded('h1', heading))
}

/** @param title of the frame, or its beginning */
export async function frameOf(page: Page, title: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[title^="${title}"]`))?.contentFrame()
  if (!frame) throw new Error(`${title} is not shown`)
  return frame
}

/** @param hold and `takeAway`: what is done with the card */
export function handsIn(
  phone: Frame,
  card: Pick<Hands<unknown>, 'hold' | 'takeAway'>,
): Hands<unknown> {
  const tick = async (words: string) => {
    for (const label of await phone.$$('label:has(input[type=checkbox])')) {
      if (!(await label.evaluate((one) => one.textContent)).includes(words)) continue
      // As a person scrolls: at the edge of the window the bar of actions lies over it.
      await label.evaluate((one) => one.scrollIntoView({ block: 'center' }))
      await label.click()
    }
  }
  return {
    ...card,
    press: (name) => press(phone, name),
    see: (heading) => see(phone, heading),
    read: async (text) => {
      const isThere = (words: string, flags?: string) => {
        const shown = document.body.textContent
        return flags === undefined ? shown.includes(words) : new RegExp(words, flags).test(shown)
      }
      const words = typeof text === 'string' ? [text] : [text.source, text.flags]
      await phone.waitForFunction(isThere, {}, ...words)
    },
    type: async (label, text) => {
      const field = await phone.waitForSelector(labelled(label))
      await field?.type(text)
    },
    tick: (name) => tick(String(name)),
    tickAll: () => tick(''),
  }
}
