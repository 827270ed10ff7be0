/** A screen as seen by eyes and by axe: each language in light and dark, each of them also with text at 200 %. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { violations } from '../page-looks.ts'
import { expectInView } from './in-view.ts'
import { smallTargets, targetLimits } from './targets.ts'
import { wholePage } from './whole-page.ts'

const results = join(import.meta.dirname, '../../test-results')

interface Look {
  readonly name: string
  readonly language: 'ja' | 'en'
  readonly colorScheme: 'light' | 'dark'
  /** In percent of the usual (WCAG 2.2, 1.4.4). */
  readonly text: 100 | 200
}

/** Each language, each theme and each size meets each other value once. The last is how the screen was found. */
const looks: readonly Look[] = [
  { name: 'en-dark', language: 'en', colorScheme: 'dark', text: 100 },
  { name: 'ja-dark-200', language: 'ja', colorScheme: 'dark', text: 200 },
  { name: 'en-200', language: 'en', colorScheme: 'light', text: 200 },
  { name: 'ja', language: 'ja', colorScheme: 'light', text: 100 },
]

/** Pictures of all looks take as long as axe: they are taken for somebody who looks at them (CONTRIBUTING.md). */
async function keepPicture(page: Page, folder: string, name: string): Promise<void> {
  if (process.env['KAZASHI_PICTURES'] === undefined) return
  const pictures = join(results, folder)
  mkdirSync(pictures, { recursive: true })
  await wholePage(page, join(pictures, `${name}.png`))
}

/** Sets the language as the desk does. */
export async function speak(page: Page, desk: string, language: 'ja' | 'en'): Promise<void> {
  await page.evaluate(
    ([origin, chosen]) => {
      const data = { type: 'kazashi-language', language: chosen }
      window.dispatchEvent(new MessageEvent('message', { origin, data }))
    },
    [desk, language] as const,
  )
  await page.locator(`html[lang=${language}]`).waitFor()
}

/** Text at 200 % as a person's own setting makes it: everything that is measured in rem, of the size that the page has itself. */
const enlarge = (page: Page, percent: number) =>
  page.evaluate((size) => {
    const { style, dataset } = document.documentElement
    // Asked once: a page that is asked anew loses its size for a moment, and with it what was scrolled into view.
    dataset['ownSize'] ??= getComputedStyle(document.documentElement).fontSize
    const own = Number.parseFloat(dataset['ownSize'])
    style.fontSize = own === 16 ? `${size}%` : `${(own * size) / 100}px`
  }, percent)

/** Pixels that stand out to the right of the window (WCAG 2.2, 1.4.10), the room for its scroll bar left out. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })

/** Elements that move despite prefers-reduced-motion. */
const motions = (page: Page) =>
  page.evaluate(() =>
    matchMedia('(prefers-reduced-motion: reduce)').matches
      ? document.getAnimations().map((one) => String(one.effect?.getComputedTiming().duration))
      : [],
  )

/**
 * Expects of each look that the next step and the field with the focus are in view, that axe finds nothing, that nothing needs
 * scrolling sideways, that each target is large enough, and that nothing moves where that is not wanted; keeps a picture of it in
 * `test-results/FOLDER` when pictures are wanted.
 * @param desk its origin
 */
export async function lookAt(
  page: Page,
  desk: string,
  folder: string,
  name: string,
): Promise<void> {
  for (const look of looks) {
    await speak(page, desk, look.language)
    await page.emulateMedia({ colorScheme: look.colorScheme })
    await enlarge(page, look.text)
    await expectInView(page, `${name}, ${look.name}`)
    await keepPicture(page, folder, `${name}.${look.name}`)
    expect(await overflow(page), `${name}, ${look.name}: to the right of the window`).toBe(0)
    const small = await page.evaluate(smallTargets, targetLimits)
    expect(small, `${name}, ${look.name}: smaller than 44 × 44`).toEqual([])
    expect(await motions(page), `${name}, ${look.name}: moves`).toEqual([])
    expect(await violations(page), `${name}, ${look.name}`).toEqual([])
  }
}

/** The findings of axe with a person's own colours for everything (forced-colors), and a picture when pictures are wanted. */
export async function lookAtForcedColors(page: Page, folder: string, name: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active' })
  await keepPicture(page, folder, `${name}.forced-colors`)
  expect(await violations(page), `${name}, forced colours`).toEqual([])
  await page.emulateMedia({ forcedColors: 'none' })
}
