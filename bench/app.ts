/**
 * First load of the phone app beside the least React page of the same toolchain: JavaScript before the first screen, Largest
 * Contentful Paint (W3C) on a slow line and a slow processor, and the delay of the first press (Event Timing, W3C).
 */
import { fileURLToPath } from 'node:url'
import { buildPage } from '@kazashi/ui/vite'
import type { Browser } from 'playwright-core'
import { openChromium } from '../tools/running-app/chromium.ts'
import type { Benchmark, Reference } from './report.ts'
import { firstLoad } from './room/first-load.ts'
import { servePage } from './room/page-server.ts'

const app = fileURLToPath(new URL('../parties/app/page', import.meta.url))
const hello = fileURLToPath(new URL('./room/hello', import.meta.url))
const runs = 5

/** A slow 4G line: 1.6 Mbit/s, 150 ms; and a processor four times slower. */
const line = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}
const slower = 4

interface Seen {
  readonly paint: number
  readonly press: number
}

async function look(browser: Browser, origin: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  try {
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', line)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    await page.goto(origin)
    const button = page.getByRole('button').first()
    await button.waitFor()
    const paint = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)
          }).observe({ type: 'largest-contentful-paint', buffered: true })
        }),
    )
    await page.waitForLoadState('networkidle')
    const pressed = page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const events = { type: 'event', buffered: false, durationThreshold: 16 }
          new PerformanceObserver((list) => {
            resolve(Math.max(...list.getEntries().map(({ duration }) => duration)))
          }).observe(events)
          setTimeout(() => resolve(16), 2000) // below what Event Timing reports
        }),
    )
    await button.click()
    return { paint, press: await pressed }
  } finally {
    await context.close()
  }
}

async function measurePage(browser: Browser, folder: string): Promise<Seen[]> {
  const server = await servePage(folder)
  try {
    const seen: Seen[] = []
    for (let run = 0; run < runs; run++) seen.push(await look(browser, server.origin))
    return seen
  } finally {
    await server.stop()
  }
}

const noLimit: Reference = { name: '', runs: null }

export const benchmark: Benchmark = {
  name: 'app',
  description: 'first load of the phone app, beside a hello-world React page of the same toolchain',
  async measure() {
    const [ours, least] = [await buildPage(app), await buildPage(hello)]
    const browser = await openChromium()
    try {
      const [mine, peers] = [await measurePage(browser, ours), await measurePage(browser, least)]
      const [load, peerLoad] = [firstLoad(ours), firstLoad(least)]
      const peer = (of: readonly number[]): Reference => ({ name: 'hello-world React', runs: of })
      const milliseconds = (name: string, key: keyof Seen, atLeast: number) => ({
        name,
        unit: 'ms',
        better: 'lower' as const,
        limit: noLimit,
        runs: mine.map((seen) => seen[key]),
        peer: peer(peers.map((seen) => seen[key])),
        target: { of: 'unit' as const, atLeast },
      })
      return {
        metrics: [
          {
            name: 'JavaScript before the first screen',
            unit: 'kB gzip',
            better: 'lower',
            runs: [load.bytes / 1000],
            peer: peer([peerLoad.bytes / 1000]),
            limit: noLimit,
            target: { of: 'unit', atLeast: 150 },
          },
          milliseconds('Largest Contentful Paint', 'paint', 2500),
          milliseconds('first press to next paint', 'press', 200),
        ],
        notes: [
          `first load: ${load.files.length} files, gzip level 9; files loaded after the first screen are not counted`,
          'line: 1.6 Mbit/s, 150 ms; processor slowed four times (CDP); Chromium, 390 × 844, empty cache',
        ],
      }
    } finally {
      await browser.close()
    }
  },
}
