/** A robot phone that answers what a site shows on the gate's page, and the contract of a site read to its end. */
import { localFetch } from '@kazashi/serve'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Sandbox } from './sandbox.ts'

interface SiteRobot {
  /** The gate's code on `page` is read by the robot, which answers. */
  answer(page: Page): Promise<void>
}

/** A phone with a person of its own. */
export async function newSiteRobot(sandbox: Sandbox): Promise<SiteRobot> {
  const post = (path: string, body: object) =>
    localFetch(`${sandbox.origin('box')}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const name = `screen-${crypto.randomUUID().slice(0, 8)}`
  expect((await post('/phones', { name })).ok).toBe(true)
  return {
    async answer(page) {
      const textOf = async (id: string) => ((await page.getByTestId(id).textContent()) ?? '').trim()
      const request = new URL(await textOf('app-url')).searchParams.get('request')
      const { status } = await post(`/phones/${name}/logins`, {
        request,
        code: await textOf('code'),
      })
      expect(status).toBe(200)
    },
  }
}

/** By keyboard: the button goes on reading until the end was seen, and has the focus still when it signs. */
export async function readToEnd(page: Page): Promise<Locator> {
  const on = page.getByRole('button', { name: '続きを読む', exact: true })
  const sign = page.getByRole('button', { name: 'スマホで署名する', exact: true })
  await expect
    .poll(async () => {
      if (await sign.isVisible()) return true
      // It may become the other one at any moment.
      await on.press('Enter', { timeout: 2000 }).catch(() => undefined)
      return sign.isVisible()
    })
    .toBe(true)
  await page.getByText('最後まで読みました。署名に進めます。').waitFor()
  return sign
}
