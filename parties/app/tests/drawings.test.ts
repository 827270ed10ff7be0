/** The drawings of the one set as a phone gets them: each when a screen shows it, none before, and really drawn (looks.ts). */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { untilCheckList } from '../../../tools/running-app/iphone-steps.ts'
import { takeQuickPhone } from '../../../tools/running-app/quick-phone.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

const folder = join(import.meta.dirname, '../../../packages/ui/drawings')
const names = readdirSync(folder).map((name) => name.replace('.svg', ''))

let sandbox: Sandbox
let chromium: Browser
beforeAll(async () => {
  sandbox = await borrowSandbox()
  chromium = await openHeadlessShell()
})
afterAll(async () => {
  await chromium?.close()
  await sandbox?.stop()
})

/** The drawings that the page has asked for since it was opened (Resource Timing), in the order of the alphabet. */
async function fetched(page: Page): Promise<string[]> {
  const files = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  const isOf = (name: string) => (file: string) => file.startsWith(`/assets/${name}-`)
  return names.filter((name) => files.some((file) => isOf(name)(file) && file.endsWith('.svg')))
}

test('SVG 2 §5.5 a drawing is fetched when a screen shows it, and not before', async () => {
  const phone = await takeQuickPhone(chromium, sandbox, { platform: 'iphone' })
  const { page, press, see, tick } = phone
  try {
    await untilCheckList(phone)
    await tick('注意事項を確認し、利用規約に同意します')
    expect(await fetched(page)).toEqual([])
    await press('次へ')
    await see('顔の動きの撮影')
    await expect.poll(() => fetched(page)).toEqual(['face-front'])
    await press('撮影をはじめる（練習）')
    await press('動かしました（練習）')
    await expect.poll(() => fetched(page)).toEqual(['face-front', 'face-right'])
    expect(phone.complaints).toEqual([])
  } finally {
    await phone.close()
  }
})
