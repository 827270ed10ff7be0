/** Faults that axe sees, in the page itself and in a frame of another origin. */
import { createServer } from 'node:http'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../page-looks.ts'
import { openChromium } from '../running-app/chromium.ts'

let browser: Browser
let pale = false
const inner = createServer((_request, response) =>
  response
    .setHeader('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
    .setHeader('content-type', 'text/html')
    .end(`<html lang="en"><title>in</title><p style="color: ${pale ? '#ccc' : '#000'}">words</p>`),
)
let address = ''
beforeAll(async () => {
  browser = await openChromium()
  await new Promise<void>((ready) => inner.listen(0, '127.0.0.1', ready))
  const bound = inner.address()
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`
})
afterAll(async () => {
  await browser?.close()
  inner.close()
})

async function seenIn(body: string): Promise<string[]> {
  const page = await browser.newPage()
  try {
    await page.setContent(
      `<html lang="en"><title>out</title>${body}<iframe title="in" src="${address}"></iframe>`,
    )
    return await violations(page)
  } finally {
    await page.close()
  }
}

test('WCAG 2.2 4.1.2 a button without a name is seen in the page', async () => {
  pale = false
  expect(await seenIn('<button>OK</button>')).toEqual([])
  expect(await seenIn('<button></button>')).toEqual([
    expect.stringMatching(/^button-name button: /),
  ])
})

test('WCAG 2.2 1.4.3 pale words are seen in a frame, whatever its content security policy', async () => {
  pale = true
  expect(await seenIn('')).toEqual([expect.stringMatching(/^color-contrast p: /)])
})

test('WCAG 2.2 1.4.3 words that fade in while it looks are judged as they stay', async () => {
  pale = false
  const page = await browser.newPage()
  try {
    await page.setContent(`<html lang="en"><title>out</title>
      <style>@keyframes in { from { opacity: 0.1 } } p { animation: in 0.5s }</style><main></main>`)
    expect(await violations(page)).toEqual([]) // axe is there from now on
    await page.evaluate(() => {
      const { axe } = window as unknown as { axe: { run: (...given: unknown[]) => unknown } }
      const { run } = axe
      axe.run = (...given) => {
        axe.run = run
        const words = document.createElement('p')
        words.append('words')
        document.querySelector('main')?.append(words)
        return run.apply(axe, given)
      }
    })
    expect(await violations(page)).toEqual([])
  } finally {
    await page.close()
  }
})
