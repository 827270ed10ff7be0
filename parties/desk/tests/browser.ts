/** Windows of Debian's Chromium in which nobody has been, and the pictures of them that tests keep. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser as Chromium, Page } from 'playwright-core'
import { openUsualWindow } from '../../../tools/running-app/chromium.ts'
import { stretchQuickly } from '../../../tools/running-app/stretch-quickly.ts'

const pictures = join(import.meta.dirname, '../../../test-results/desk')

export interface Browser {
  readonly page: Page
  /** All errors the pages reported. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

const looks = (width: number, height: number, colorScheme: 'light' | 'dark') => ({
  locale: 'ja-JP',
  colorScheme,
  viewport: { width, height },
  // A window of a phone's width is a phone's.
  hasTouch: width < 500,
})

/** @param close ends what was opened for it */
function watched(page: Page, close: () => Promise<void>): Browser {
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // With 401 the portal says that nobody is logged in yet, and the authority gives its time after the clock jumped.
    const expected = message.text().includes('status of 401')
    if (message.type() === 'error' && !expected) {
      complaints.push(`${message.text()} ${message.location().url}`)
    }
  })
  return { page, complaints, close }
}

export async function openBrowser(
  width: number,
  height: number,
  colorScheme: 'light' | 'dark',
): Promise<Browser> {
  const context = await openUsualWindow(looks(width, height, colorScheme))
  const page = context.pages()[0] ?? (await context.newPage())
  return watched(page, () => context.close())
}

/**
 * For ways in which the desk is the point, not the window it is in: in the headless shell, without the app's service worker, and with
 * the page's scrypt at its lowest cost. It costs half of `openBrowser`, in which a whole course is walked by mouse, keyboard and finger.
 */
export async function openQuickly(shell: Chromium): Promise<Browser> {
  const context = await shell.newContext({
    ...looks(1280, 800, 'light'),
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  await stretchQuickly(page)
  return watched(page, () => context.close())
}

/** Keeps a picture of the page in test-results/desk. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** CSS pixels by which the page is higher than its window: one that all is to be seen in at once has none. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)
