/** An Android phone in somebody's hand: Debian's Chromium at 390 × 844 with storage of its own, and what eyes and axe see in it. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Card, Reader, Sandbox } from './iphone-sandbox.ts'

const pictures = join(import.meta.dirname, '../../../test-results/android')
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export const phonePassword = 'SUMAHO77'
export const phonePin = '8302'

export interface Android {
  readonly page: Page
  readonly reader: Reader
  /** Everything the page complained of. */
  readonly complaints: string[]
  press(name: string): Promise<void>
  see(heading: string): Promise<void>
  read(text: string | RegExp): Promise<void>
  type(label: string, text: string): Promise<void>
  tick(name: string): Promise<void>
  untick(name: string): Promise<void>
  hold(card: Card): Promise<void>
  takeAway(): Promise<void>
  /** Keeps pictures, and looks with axe in Japanese and English, light and dark. */
  look(name: string): Promise<void>
  close(): Promise<void>
}

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

/** Says as the desk does which language is to be shown. */
async function speak(page: Page, desk: string, language: 'ja' | 'en'): Promise<void> {
  await page.evaluate(
    ([origin, chosen]) => {
      const data = { type: 'kazashi-language', language: chosen }
      window.dispatchEvent(new MessageEvent('message', { origin, data }))
    },
    [desk, language] as const,
  )
  await page.locator(`html[lang=${language}]`).waitFor()
}

/** @param os of Android; default a new one */
export async function takeAndroid(
  chromium: Browser,
  sandbox: Sandbox,
  { os = '15', model = 'Kazashi Android' } = {},
): Promise<Android> {
  const context = await chromium.newContext({
    viewport: { width: 390, height: 844 },
    locale: 'ja-JP',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // 401 is how the authority tells its time after the clock jumped.
    const expected = /status of 401/.test(message.text())
    if (message.type() === 'error' && !expected) complaints.push(message.text())
  })
  const reader = await sandbox.newReader()
  const fragment = new URLSearchParams({ reader: reader.url, platform: 'android', os, model })
  await page.goto(`${sandbox.origin('app')}/#${fragment}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const box = (name: string) => page.getByRole('checkbox', { name, exact: true })
  return {
    page,
    reader,
    complaints,
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    see: (heading) => page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor(),
    read: (text) => page.getByText(text).locator('visible=true').first().waitFor(),
    type: (label, text) => page.getByLabel(label, { exact: true }).fill(text),
    tick: (name) => box(name).check({ force: true }),
    untick: (name) => box(name).uncheck({ force: true }),
    hold: (card) => sandbox.hold(reader, card),
    takeAway: () => sandbox.takeAway(reader),
    look: async (name) => {
      mkdirSync(pictures, { recursive: true })
      const picture = (kind: string) =>
        page.screenshot({ path: join(pictures, `${name}${kind}.png`), fullPage: true })
      await picture('')
      expect(await violations(page), `${name}, Japanese`).toEqual([])
      await speak(page, sandbox.origin('desk'), 'en')
      await picture('.en')
      expect(await violations(page), `${name}, English`).toEqual([])
      await page.emulateMedia({ colorScheme: 'dark' })
      expect(await violations(page), `${name}, dark`).toEqual([])
      await speak(page, sandbox.origin('desk'), 'ja')
      await picture('.dark')
      await page.emulateMedia({ colorScheme: 'light' })
    },
    close: () => context.close(),
  }
}

/** 2-A to 2-C ⑥ 申請する, from the check list on. */
export async function untilCard(phone: Android, card: Card): Promise<void> {
  const { page, press, see, type, tick } = phone
  await see('用意するものを確かめましょう')
  for (const item of await page.getByRole('checkbox').all()) await item.check({ force: true })
  await page.getByText('このスマホは対応しています。').waitFor()
  await press('次へ')
  await type('署名用パスワード', card.slip.signingPassword)
  await press('次へ')
  await see('利用するスマホ用電子証明書を選んでください')
  await tick('確認しました')
  await press('申請する')
  await see('カードをスマホに当ててください')
}

/** 2-C ⑦ to 2-D ③: the card is held, both passwords are chosen. @param next the button after the reading */
export async function handIn(phone: Android, card: Card, next = '次へ'): Promise<void> {
  const { press, see, read } = phone
  await phone.hold(card)
  await see('カードの読み取りに成功しました')
  await press(next)
  await phone.takeAway()
  await chooseNewPassword(phone)
  await read('スマホ用利用者証明用電子証明書の新しいパスワードを')
  await chooseNewPin(phone)
  await see('申請が完了しました')
  await press('ホームへ')
}

export async function chooseNewPassword(phone: Android, password = phonePassword): Promise<void> {
  await phone.type('新しいパスワード', password)
  await phone.type('確認のため、もう一度入力してください。', password)
  await phone.press('次へ')
}

export async function chooseNewPin(phone: Android, pin = phonePin): Promise<void> {
  await phone.type('新しいパスワード', pin)
  await phone.type('確認のため、もう一度入力してください。', pin)
  await phone.press('次へ')
}

/** 2-E, when the clock has gone on. */
export async function register(phone: Android): Promise<void> {
  await phone.press('登録へ進む')
  await phone.press('登録する')
  await phone.see('登録が完了しました')
  await phone.press('ホームへ')
  await phone.read('利用可能')
}
