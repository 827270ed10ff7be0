/** Debian's Chromium with an empty profile, and what tests look at in it: pictures and accessibility. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

const program = '/usr/bin/chromium'
const pictures = join(import.meta.dirname, '../../../test-results/desk')

export interface Browser {
  readonly page: Page
  /** Everything the pages complained of. */
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
    // 401 is how the portal says that nobody is logged in yet, and how the authority tells its time after the clock jumped.
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

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What axe finds against WCAG 2.2 A and AA on the page and in its frames, one line each; none: []. */
export async function violations(page: Page): Promise<string[]> {
  // Colours that are still changing are judged wrongly.
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (one) =>
          one.effect?.getTiming().iterations === Number.POSITIVE_INFINITY ||
          one.playState === 'finished',
      ),
  )
  const { violations: found } = await new AxeBuilder({ page }).withTags(levels).analyze()
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}
