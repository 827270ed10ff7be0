/** Debian's Chromium with an empty profile, and the pictures of it that tests keep. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

const program = '/usr/bin/chromium'
const pictures = join(import.meta.dirname, '../../../test-results/desk')

export interface Browser {
  readonly page: Page
  /** All errors the pages reported. */
  readonly complaints: string[]
  readonly close: () => Promise<void>
}

/** The flags stand alone: Playwright's own would switch off the partition of storage that frames of other sites live in. */
export async function openBrowser(
  width: number,
  height: number,
  colorScheme: 'light' | 'dark',
): Promise<Browser> {
  const profile = mkdtempSync(join(tmpdir(), 'kazashi-chromium-'))
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: program,
    headless: true,
    locale: 'ja-JP',
    colorScheme,
    viewport: { width, height },
    ignoreDefaultArgs: true,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
    ],
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
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

/** Keeps a picture of the page in test-results/desk. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}
