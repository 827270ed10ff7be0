/** Where a page's bar of actions stands: at the bottom of the window, which is the middle of a long page, or at the end of the page. */
import type { Frame, Page } from 'playwright-core'

export const placeBar = (page: Page | Frame, position: '' | 'static') =>
  page.evaluate((value) => {
    for (const bar of document.querySelectorAll<HTMLElement>('[data-bar]')) {
      bar.style.position = value
    }
  }, position)
