/** The page that a browser sees while `kazashi start` is still starting. */
import { createServer } from 'node:http'
import { originsFor } from '@kazashi/serve'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../../tools/page-looks.ts'
import { openChromium } from '../../tools/running-app/chromium.ts'
import { type Listener, listen } from '../start/listener.ts'

let listener: Listener
let chromium: Awaited<ReturnType<typeof openChromium>>
beforeAll(async () => {
  listener = await listen(0)
  chromium = await openChromium()
})
afterAll(async () => {
  await chromium?.close()
  await listener?.close()
})

test('RFC 9110 §15.6.4 STARTING who opens the printed address too early reads that it is starting, and then has the page without doing anything', async () => {
  const origins = originsFor(listener.port)
  const page = await (await chromium.newContext({ locale: 'ja-JP' })).newPage()
  await page.goto(`${origins.desk}/?lesson=1#phone`)
  await page.getByRole('heading', { name: 'かざしを起動しています' }).waitFor()
  expect(await page.getByText('Please wait a moment').count()).toBe(1)
  await page.getByRole('note').filter({ hasText: 'SANDBOX' }).waitFor()
  expect(await violations(page)).toEqual([])
  await page.getByRole('link').click()
  await page.getByRole('heading', { name: 'かざしを起動しています' }).waitFor()
  const desk = createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>desk</title><h1>desk</h1>')
  })
  listener.serve(origins, { desk: { server: desk } })
  await page.getByRole('heading', { name: 'desk' }).waitFor()
  expect(page.url()).toBe(`${origins.desk}/?lesson=1#phone`)
})

test('kazashi start: while it is starting a page says that it is a sandbox, and none of an operator does', async () => {
  for (const sandbox of [true, false]) {
    const other = await listen(0, sandbox)
    try {
      const headers = { accept: 'text/html' }
      const page = await (await fetch(`http://localhost:${other.port}/`, { headers })).text()
      expect(page.includes('SANDBOX')).toBe(sandbox)
    } finally {
      await other.close()
    }
  }
})
