/** Seen at once by a person at the desk. */
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** Wholly in its frame, above the bar of actions. @param scrolled `anywhere`: the page may have scrolled there by itself */
export async function expectSeen(one: Locator, scrolled: 'not-at-all' | 'anywhere' = 'not-at-all') {
  const isSeen = () =>
    one.evaluate((element, mayScroll) => {
      const bar = document.querySelector('[data-bar]')?.getBoundingClientRect()
      const { top, bottom } = element.getBoundingClientRect()
      const stays = mayScroll || window.scrollY === 0
      return stays && top >= 0 && bottom <= (bar?.top ?? window.innerHeight)
    }, scrolled === 'anywhere')
  await expect.poll(isSeen).toBe(true)
}
