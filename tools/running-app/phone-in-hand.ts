/** A phone in a person's hand: Debian's Chromium at 390 × 844 with storage of its own, and the card beside it. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { Hands } from './hands.ts'
import { lookAt } from './looks.ts'
import type { Card, Reader, Sandbox } from './sandbox.ts'

export interface PhoneInHand extends Hands<Card> {
  readonly platform: PhonePlatform
  readonly page: Page
  readonly reader: Reader
  /** All errors the page reported. */
  readonly complaints: string[]
  untick(name: string | RegExp): Promise<void>
  /** Keeps pictures, and looks with axe: languages, themes, sizes (looks.ts). */
  look(name: string): Promise<void>
  close(): Promise<void>
}

export interface PhoneKind {
  readonly platform: PhonePlatform
  readonly os?: string
  readonly model?: string
  /** Of the browser, over the usual. */
  readonly context?: BrowserContextOptions
}

/** New enough on Android; the oldest that is supported on an iPhone. */
const usual = {
  android: { os: '15', model: 'Kazashi Android' },
  iphone: { os: '18.5', model: 'iPhone 15' },
} as const

/**
 * Errors in the browser's log that are expected: the authority gives its time after the clock jumped (401), or
 * refuses what the screen then shows; and a test's window, a private one, has no push.
 */
const expected = /status of (401|404|409|410|422)|Push API in incognito/

/** Takes a new phone in the hand, on its first screen. @param prepare its window, before the app is opened there */
export async function takePhone(
  browser: Browser,
  sandbox: Sandbox,
  kind: PhoneKind,
  prepare: (page: Page) => Promise<void> = async () => undefined,
): Promise<PhoneInHand> {
  const { platform, os, model } = { ...usual[kind.platform], ...kind }
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...kind.context,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text())) {
      complaints.push(message.text())
    }
  })
  await prepare(page)
  const reader = await sandbox.newReader()
  const fragment = new URLSearchParams({ reader: reader.url, platform, os, model })
  await page.goto(`${sandbox.origin('app')}/#${fragment}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const box = (name: string | RegExp) =>
    page.getByRole('checkbox', typeof name === 'string' ? { name, exact: true } : { name })
  return {
    platform,
    page,
    reader,
    complaints,
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    see: (heading) => page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor(),
    read: (text) => page.getByText(text).locator('visible=true').first().waitFor(),
    type: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    tick: (name) => box(name).check({ force: true }),
    untick: (name) => box(name).uncheck({ force: true }),
    tickAll: async () => {
      for (const one of await page.getByRole('checkbox').all()) await one.check({ force: true })
    },
    hold: (card) => sandbox.hold(reader, card),
    takeAway: () => sandbox.takeAway(reader),
    look: (name) => lookAt(page, sandbox.origin('desk'), platform, name),
    close: () => context.close(),
  }
}
