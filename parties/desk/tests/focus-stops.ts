/** What has the focus is not wholly hidden, by a bar or by the end of the window, at the desk and in its frames (WCAG 2.2, 2.4.11). */
import type { Frame, Page } from 'playwright-core'
import { expect } from 'vitest'

/** More than there are stops; beyond it the focus does not leave the page. */
const patience = 150

interface Stop {
  readonly words: string
  readonly top: number
  readonly bottom: number
  /** It belongs to the bar itself. */
  readonly inBar: boolean
}

/** Runs in a frame. */
function focusedHere(): Stop | undefined {
  const active = document.activeElement
  if (!document.hasFocus() || active === null || active === document.body) return undefined
  if (active.tagName === 'IFRAME') return undefined
  const seen = active.closest('label') ?? active
  const { top, bottom } = seen.getBoundingClientRect()
  const words = `${seen.tagName} ${seen.textContent.trim().slice(0, 20)}`
  return { words, top, bottom, inBar: active.closest('nav') !== null }
}

async function stopIn(frame: Frame): Promise<Stop | undefined> {
  const stop = await frame.evaluate(focusedHere).catch(() => undefined)
  if (stop === undefined || frame.parentFrame() === null) return stop
  const box = await (await frame.frameElement()).boundingBox()
  if (box === null) return undefined
  const within = (y: number) => box.y + Math.min(Math.max(y, 0), box.height)
  return { ...stop, top: within(stop.top), bottom: within(stop.bottom), inBar: false }
}

async function stopOf(page: Page): Promise<Stop | undefined> {
  for (const frame of page.frames()) {
    const stop = await stopIn(frame)
    if (stop !== undefined) return stop
  }
  return undefined
}

/** Pixels of the stop that are in the window and above the bar. */
async function seenOf(page: Page, { top, bottom, inBar }: Stop): Promise<number> {
  const bar = await page.getByRole('navigation').boundingBox()
  const { height } = page.viewportSize() ?? { height: 0 }
  const end = inBar || bar === null ? height : bar.y
  return Math.min(bottom, end) - Math.max(top, 0)
}

/**
 * Runs in the page: what can have the focus is put under the bar at the window's end, then gets it, as a step of Tab gives it there.
 * @returns what stays wholly under the bar
 */
function stayingUnderBar(): string[] {
  const bar = document.querySelector('nav')
  const stops = document.querySelectorAll<HTMLElement>(
    'main :is(button, summary, input, select, [tabindex="0"])',
  )
  return [...stops].flatMap((stop) => {
    const seen = stop.closest('label') ?? stop
    if (bar === null || !seen.checkVisibility()) return []
    stop.blur()
    window.scrollBy(0, seen.getBoundingClientRect().bottom - window.innerHeight)
    stop.focus()
    const { top } = seen.getBoundingClientRect()
    return top < bar.getBoundingClientRect().top ? [] : [`${seen.tagName} ${seen.textContent}`]
  })
}

/** Goes once through the page by Tab. @returns the words of every stop */
export async function expectStopsInView(page: Page): Promise<string[]> {
  const words: string[] = []
  await page.evaluate(() => {
    window.scrollTo(0, 0)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (let tabs = 0; tabs < patience; tabs += 1) {
    await page.keyboard.press('Tab')
    const stop = await stopOf(page)
    if (stop === undefined) {
      if (words.length === 0) continue
      break // the browser's own
    }
    words.push(stop.words)
    const seen = async () => {
      const now = await stopOf(page)
      return now === undefined ? 0 : await seenOf(page, now)
    }
    // A frame asks the page around it to be scrolled, which takes a moment.
    await expect
      .poll(seen, { message: `${stop.words} has the focus out of sight` })
      .toBeGreaterThan(0)
  }
  expect(words.length, 'the focus leaves the page').toBeLessThan(patience)
  expect(await page.evaluate(stayingUnderBar), 'under the bar with the focus').toEqual([])
  return words
}
