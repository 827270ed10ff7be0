/** A picture from the top to the end of the page, with the bar of actions where a person who has scrolled to the end finds it. */
import type { Page } from 'playwright-core'
import { placeBar } from '../place-bar.ts'

export async function wholePage(page: Page, path: string): Promise<Buffer> {
  await placeBar(page, 'static')
  try {
    return await page.screenshot({ path, fullPage: true })
  } finally {
    await placeBar(page, '')
  }
}
