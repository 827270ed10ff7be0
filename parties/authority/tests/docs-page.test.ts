import { originsFor, type Party } from '@kazashi/serve'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from '../../../tools/running-app/chromium.ts'
import { authorityRoutes } from '../routes.ts'
import { freePort } from './harness.ts'

let app: Party
let browser: Browser
let address: string
beforeAll(async () => {
  const port = await freePort()
  const origins = originsFor(port)
  address = `${origins.authority}/docs`
  app = await authorityRoutes({
    origins,
    records: () => {
      throw new TypeError('the page shows routes, it calls none')
    },
  })
  await app.listen({ host: '127.0.0.1', port })
  browser = await openChromium()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

test('OpenAPI 3.1 the page at /docs shows the routes, asks nobody else and keeps to its CSP', async () => {
  const page = await browser.newPage()
  const complaints: string[] = []
  const asked = new Set<string>()
  page.on('request', (request) => asked.add(new URL(request.url()).origin))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  const answer = await page.goto(address)
  const policy = answer?.headers()['content-security-policy'] ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https:/)
  const route = page.getByText('/phones/push-subscription').first()
  await route.waitFor()
  await route.click()
  await page.getByText('Parameters').first().waitFor()
  await page.getByText('The operator of the service').waitFor()
  expect([...asked].filter((origin) => origin !== new URL(address).origin)).toEqual([])
  expect(complaints).toEqual([])
})
