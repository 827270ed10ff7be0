/** A picture from the top to the end of the page, with the bar of actions where a person who has scrolled to the end finds it. */
import type { Page } from 'playwright-core'

/** Makes the window as high as the page: a whole page taken in pieces would have the bar in its middle. */
export async function wholePage(page: Page, path: string): Promise<Buffer> {
  const size = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (size === null || height <= size.height) return page.screenshot({ path })
  await page.setViewportSize({ ...size, height })
  try {
    return await page.screenshot({ path })
  } finally {
    await page.setViewportSize(size)
  }
}
