/** Debian's Chromium with an empty profile, and the pictures of it that tests keep. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openUsualWindow } from '../../../tools/running-app/chromium.ts'

const pictures = join(import.meta.dirname, '../../../test-results/desk')

export interface Browser {
  readonly page: Page
  /** All errors the pages reported. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

export async function openBrowser(
  width: number,
  height: number,
  colorScheme: 'light' | 'dark',
): Promise<Browser> {
  const context = await openUsualWindow({
    locale: 'ja-JP',
    colorScheme,
    viewport: { width, height },
    // A window of a phone's width is a phone's.
    hasTouch: width < 500,
  })
  const page = context.pages()[0] ?? (await context.newPage())
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
  return {
    page,
    complaints,
    close: () => context.close(),
  }
}

/** Keeps a picture of the page in test-results/desk. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
