/** An iPhone in somebody's hand: Debian's Chromium at 390 × 844 with storage of its own, and what eyes and axe see in it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Card, Reader, Sandbox } from './iphone-sandbox.ts'

const pictures = join(import.meta.dirname, '../../../test-results/iphone')
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const openChromium = (): Promise<Browser> =>
  chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })

export interface Iphone {
  readonly page: Page
  readonly reader: Reader
  /** Everything the page complained of. */
  readonly complaints: string[]
  press(name: string): Promise<void>
  see(heading: string): Promise<void>
  read(text: string | RegExp): Promise<void>
  type(label: string, text: string): Promise<void>
  tick(name: string | RegExp): Promise<void>
  hold(card: Card): Promise<void>
  takeAway(): Promise<void>
  /** Keeps a picture, and looks with axe in Japanese and in English. */
  look(name: string): Promise<void>
  close(): Promise<void>
}

/** Says as the desk does which language is to be shown. */
const speak = (page: Page, desk: string, language: 'ja' | 'en') =>
  page.evaluate(
    ([origin, chosen]) => {
      const data = { type: 'kazashi-language', language: chosen }
      window.dispatchEvent(new MessageEvent('message', { origin, data }))
    },
    [desk, language] as const,
  )

async function violations(page: Page): Promise<string[]> {
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

/** @param os of iOS; default the oldest that is supported */
export async function takeIphone(
  chromium: Browser,
  sandbox: Sandbox,
  { os = '18.5', model = 'iPhone 15' } = {},
): Promise<Iphone> {
  const context = await chromium.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // 401 is how the authority tells its time after the clock jumped; 404 that there was no credential yet.
    const expected = /status of (401|404|409|422)/.test(message.text())
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  const reader = await sandbox.newReader()
  const fragment = new URLSearchParams({ reader: reader.url, platform: 'iphone', os, model })
  await page.goto(`${sandbox.origin('app')}/#${fragment}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return {
    page,
    reader,
    complaints,
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    see: (heading) => page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor(),
    read: (text) => page.getByText(text).first().waitFor(),
    type: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    tick: (name) => page.getByRole('checkbox', { name }).check({ force: true }),
    hold: (card) => sandbox.hold(reader, card),
    takeAway: () => sandbox.takeAway(reader),
    look: async (name) => {
      mkdirSync(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
      expect(await violations(page), `${name}, Japanese`).toEqual([])
      await speak(page, sandbox.origin('desk'), 'en')
      await page.locator('html[lang=en]').waitFor()
      expect(await violations(page), `${name}, English`).toEqual([])
      await page.screenshot({ path: join(pictures, `${name}.en.png`), fullPage: true })
      await speak(page, sandbox.origin('desk'), 'ja')
      await page.locator('html[lang=ja]').waitFor()
    },
    close: () => context.close(),
  }
}
