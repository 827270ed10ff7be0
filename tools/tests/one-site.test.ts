/** What the tests' browser keeps for a frame, without a flag that relaxes it: the reason why all parties are one site. */
import { createServer } from 'node:http'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium, openUsualWindow } from '../running-app/chromium.ts'

const blank = createServer((_request, response) =>
  response.setHeader('content-type', 'text/html').end('<!doctype html><title>blank</title>'),
)
let port = 0
let chromium: Browser
beforeAll(async () => {
  chromium = await openChromium()
  await new Promise<void>((ready) => blank.listen(0, '127.0.0.1', ready))
  const bound = blank.address()
  port = typeof bound === 'object' && bound !== null ? bound.port : 0
})
afterAll(async () => {
  await chromium?.close()
  blank.close()
})

/** Runs in a page: leaves a mark in its storage, or says why it cannot. */
async function keep(mark: string): Promise<string> {
  try {
    localStorage.setItem('mark', mark)
    await navigator.locks.request('mark', () => undefined)
    return 'kept'
  } catch (error) {
    return error instanceof DOMException ? error.name : String(error)
  }
}

const frameIn = async (page: Page, address: string) => {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe')
    frame.src = src
    document.body.append(frame)
    return new Promise((loaded) => frame.addEventListener('load', loaded))
  }, address)
  const frame = page.frames().find((one) => one.url() === address)
  if (frame === undefined) throw new Error(`${address} is not shown`)
  return frame
}

/** @returns what became of the mark that the frame left, and what the same page in its own window finds of it */
async function tried(context: BrowserContext, [outer, inner]: readonly [string, string]) {
  const page = await context.newPage()
  await page.goto(`http://${outer}:${port}/`)
  const frame = await frameIn(page, `http://${inner}:${port}/`)
  const left = await frame.evaluate(keep, 'mine')
  const alone = await context.newPage()
  await alone.goto(`http://${inner}:${port}/`)
  return { left, found: await alone.evaluate(() => localStorage.getItem('mark')) }
}

const names = {
  'one site': ['desk.kazashi.localhost', 'app.kazashi.localhost'],
  'sites of their own': ['desk.localhost', 'app.localhost'],
} as const

test.each([
  ['usual', () => openUsualWindow()],
  ['private', () => chromium.newContext()],
] as const)(
  'RFC 6265bis §5.2 in a %s window a frame shares its storage with its own window only when all is one site',
  async (_, open) => {
    const context = await open()
    try {
      expect(await tried(context, names['one site'])).toEqual({ left: 'kept', found: 'mine' })
      const apart = await tried(context, names['sites of their own'])
      expect(apart).toEqual({ left: 'kept', found: null })
    } finally {
      await context.close()
    }
  },
)
