/** A picture from the top to the end of the page, with the bar of actions where a person who has scrolled to the end finds it. */
import type { Frame, Page } from 'playwright-core'

/** Where the bar stands: at the bottom of the window, which is the middle of a long page, or at the end of the page. */
export const placeBar = (page: Page | Frame, position: '' | 'static') =>
  page.evaluate((value) => {
    for (const bar of document.querySelectorAll<HTMLElement>('[data-bar]')) {
      bar.style.position = value
    }
  }, position)

export async function wholePage(page: Page, path: string): Promise<Buffer> {
  await placeBar(page, 'static')
  try {
    return await page.screenshot({ path, fullPage: true })
  } finally {
    await placeBar(page, '')
  }
}
