/** The desk has an Android phone and an iPhone, one of them in the hand at a time. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../../../tools/page-looks.ts'
import { borrowSandbox } from '../../../tools/running-app/borrowed-sandbox.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { openBrowser, picture } from './browser.ts'
import { sitDown } from './person.ts'

let sandbox: Sandbox
let desk: string
beforeAll(async () => {
  sandbox = await borrowSandbox()
  desk = sandbox.origin('desk')
})
afterAll(() => sandbox?.stop())

test('3-C ② on the desk the iPhone is taken in the hand, everything is in view without scrolling, and Android is as it was', async () => {
  const browser = await openBrowser(1280, 800, 'light')
  try {
    const person = await sitDown(browser.page, desk)
    await person.phone.getByRole('button', { name: 'スマホ用電子証明書を申請する' }).waitFor()
    await browser.page.getByText('iPhone', { exact: true }).click()
    await person.phone.getByRole('button', { name: '追加をはじめる' }).waitFor()
    await picture(browser.page, '30-desk-iphone')
    const outside = await browser.page.evaluate(
      () => document.documentElement.scrollHeight - window.innerHeight,
    )
    expect(outside).toBeLessThanOrEqual(0)
    expect(await violations(browser.page)).toEqual([])
    await browser.page.getByText('Android', { exact: true }).click()
    await person.phone.getByRole('button', { name: 'スマホ用電子証明書を申請する' }).waitFor()
    expect(browser.complaints).toEqual([])
  } finally {
    await browser.close()
  }
})
