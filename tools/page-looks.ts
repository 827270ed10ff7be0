/** What axe sees in a page: WCAG 2.2 A and AA, in the page and in its frames. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** @returns what breaks a success criterion, one line each; none: [] */
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
