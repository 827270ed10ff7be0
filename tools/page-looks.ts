/** Faults that axe sees in a page: WCAG 2.2 A and AA, in the page and in its frames. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type Axe from 'axe-core'
import type { Frame, Page } from 'playwright-core'
import { placeBar } from './place-bar.ts'

/** In the page. */
declare const axe: typeof Axe

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Runs in the document that it judges and stays there, as text that has been read already: thirty times as fast as
 * @axe-core/playwright, which brings axe anew each time and opens a second page for its report.
 */
async function violationsIn(frame: Frame): Promise<string[]> {
  if (await frame.evaluate(() => !('axe' in window))) await frame.evaluate(source)
  return frame.evaluate(async (values) => {
    const runOnly = { type: 'tag' as const, values }
    // What came in while axe looked was judged half faded in: it is judged anew where it stands.
    const judged = async (): Promise<string[]> => {
      let moved = false
      const note = () => {
        moved = true
      }
      const beginnings = ['animationstart', 'transitionrun']
      for (const one of beginnings) document.addEventListener(one, note)
      const { violations } = await axe.run({ runOnly, iframes: false, resultTypes: ['violations'] })
      for (const one of beginnings) document.removeEventListener(one, note)
      const moving = document
        .getAnimations()
        .filter((one) => one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY)
        .filter(({ playState }) => playState === 'running')
      if (violations.length > 0 && (moved || moving.length > 0)) {
        await Promise.allSettled(moving.map(({ finished }) => finished))
        return judged()
      }
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
      )
    }
    return judged()
  }, levels)
}

/** @returns breaches of a success criterion, one line each; none: [] */
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
  const found: string[] = []
  for (const frame of page.frames()) {
    // A bar over the middle of a page has half a target under it wherever the page stands: axe sees the page as from its end.
    await placeBar(frame, 'static')
    found.push(...(await violationsIn(frame)))
    await placeBar(frame, '')
  }
  return found
}
