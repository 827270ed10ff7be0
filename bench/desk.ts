/**
 * The desk: from `npm start` on a fresh folder to a phone that can be used, beside the least that has a new database and a page; memory of
 * everything at rest; and how long a tap waits for its answer while 30 phones log in at the pace of people.
 */
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { localFetch } from '@kazashi/serve'
import { newBrowser } from '@kazashi/testing'
import { buildPage } from '@kazashi/ui/vite'
import type { Browser, Page } from 'playwright-core'
import { z } from 'zod'
import { openChromium } from '../tools/running-app/chromium.ts'
import { type Benchmark, type Metric, quantile, type Reference } from './report.ts'
import { memoryOf } from './room/memory.ts'

const root = resolve(import.meta.dirname, '..')
const hello = join(import.meta.dirname, 'room/hello')
const runs = 3
const phones = 30
/** Milliseconds that a person does something else between two logins. */
const pause = 10_000
const taps = 100
/** Milliseconds after which nothing of the start is under way any more. */
const rest = 5_000

interface Running {
  readonly origin: (party: string) => string
  /** Seconds from the command to the page in use. */
  readonly took: number
  /** MB at rest. */
  readonly memory: { readonly server: number | null; readonly database: number | null }
  readonly page: Page
  stop(): Promise<void>
}

const told = z.object({
  pid: z.int(),
  dataFolder: z.string(),
  origins: z.record(z.string(), z.url()),
})

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'kazashi-bench-'))
const postmasterOf = (database: string): number =>
  Number.parseInt(readFileSync(join(database, 'data/postmaster.pid'), 'utf8'), 10)

async function openPage(browser: Browser, address: string, button: (page: Page) => Promise<void>) {
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 1280, height: 800 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  await page.goto(address)
  await button(page)
  return page
}

/** A folder in which nothing has been; pages are built, as they are in a package. */
async function startKazashi(browser: Browser): Promise<Running> {
  const folder = newFolder()
  const started = performance.now()
  const args = ['start', '--silent', '--', '--data', folder, '--port', '0', '--json']
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] })
  const ended = once(child, 'exit')
  let output = ''
  child.stdout.setEncoding('utf8')
  for await (const text of child.stdout) {
    output += text
    if (output.endsWith('\n')) break
  }
  const { pid, origins } = told.parse(JSON.parse(output))
  const origin = (party: string) => origins[party] ?? ''
  const page = await openPage(browser, `${origin('desk')}/#pace=at-once`, async (opened) => {
    const phone = opened.frameLocator('iframe[title="スマホの画面"]')
    const start = phone.getByRole('button', { name: 'スマホ用電子証明書を申請する' })
    await start.click({ trial: true })
  })
  const took = (performance.now() - started) / 1000
  await delay(rest)
  const database = postmasterOf(join(folder, 'database'))
  const memory = { server: memoryOf(pid), database: memoryOf(database) }
  const stop = async () => {
    await page.context().close()
    process.kill(pid, 'SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { origin, took, memory, page, stop }
}

async function startBare(browser: Browser, built: string): Promise<Omit<Running, 'origin'>> {
  const folder = newFolder()
  const started = performance.now()
  const child = fork(join(import.meta.dirname, 'room/bare.ts'), [folder, built])
  const ended = once(child, 'exit')
  const [origin] = await once(child, 'message')
  const page = await openPage(browser, z.url().parse(origin), (opened) =>
    opened.getByRole('button').click({ trial: true }),
  )
  const took = (performance.now() - started) / 1000
  await delay(rest)
  const memory = { server: memoryOf(child.pid ?? 0), database: memoryOf(postmasterOf(folder)) }
  const stop = async () => {
    await page.context().close()
    child.disconnect()
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { took, memory, page, stop }
}

async function post(address: string, body: object): Promise<unknown> {
  const answer = await localFetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}

/** Each logs in at the bank, and does it again after a while, until `signal`. @returns how many logins there were */
async function logInAtPace(
  { origin }: Pick<Running, 'origin'>,
  names: readonly string[],
  signal: AbortSignal,
): Promise<number> {
  const authorization = `${origin('gate')}/api/realms/main/protocol/openid-connect/auth`
  const each = names.map(async (as, index) => {
    let logins = 0
    await delay((index * pause) / names.length)
    while (!signal.aborted) {
      const next = delay(pause)
      const { url } = await newBrowser(authorization, { as }).open(`${origin('bank')}/login`)
      if (url.origin !== origin('bank') || url.searchParams.has('came')) throw new Error(url.href)
      logins += 1
      await next
    }
    return logins
  })
  return (await Promise.all(each)).reduce((sum, one) => sum + one, 0)
}

/** Milliseconds from a press to the picture in which the box's answer is seen. */
const tap = (page: Page, press: string, answer: string): Promise<number> =>
  page.evaluate(
    async ([pressed, answered]) => {
      const named = (name: string) =>
        [...document.querySelectorAll('button')].find(
          ({ textContent, ariaLabel }) => textContent.trim() === name || ariaLabel === name,
        )
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn))
      const started = performance.now()
      named(pressed)?.click()
      while (named(answered) === undefined) await frame()
      await frame()
      return performance.now() - started
    },
    [press, answer] as const,
  )

async function tapAmong(
  kazashi: Running,
): Promise<{ readonly p95: number; readonly logins: number }> {
  const names = Array.from({ length: phones }, (_, index) => `bench-${index}`)
  for (const name of names) await post(`${kazashi.origin('box')}/phones`, { name })
  const over = new AbortController()
  const logins = logInAtPace(kazashi, names, over.signal)
  await delay(pause)
  const took: number[] = []
  for (let done = 0; done < taps; done += 2) {
    took.push(await tap(kazashi.page, 'カードをスマホにかざす', 'カードを離す'))
    took.push(await tap(kazashi.page, 'カードを離す', 'カードをスマホにかざす'))
    await delay(pause / taps)
  }
  over.abort()
  return { p95: quantile(took, 0.95), logins: await logins }
}

/** Without nulls: where one run could not be measured, none could. */
const known = (values: readonly (number | null)[]): number[] | null => {
  const numbers = values.filter((one) => one !== null)
  return numbers.length === values.length ? numbers : null
}

const noPeer: Reference = { name: '', runs: null }

const least = (
  name: string,
  unit: string,
  ours: readonly (number | null)[],
  bare: readonly (number | null)[],
  atLeast: number,
): Metric => ({
  name,
  unit,
  better: 'lower',
  runs: known(ours),
  peer: noPeer,
  limit: { name: 'PostgreSQL and a page', runs: known(bare) },
  target: { of: 'unit', atLeast },
})

export const benchmark: Benchmark = {
  name: 'desk',
  description: `npm start to the desk in use, its memory, and a tap among ${phones} phones`,
  async measure() {
    const built = await buildPage(hello)
    const browser = await openChromium()
    const ours: Pick<Running, 'took' | 'memory'>[] = []
    const bare: Pick<Running, 'took' | 'memory'>[] = []
    let among = { p95: Number.NaN, logins: 0 }
    try {
      // What is built when sources have changed is built here, and not measured.
      await (await startKazashi(browser)).stop()
      for (let run = 0; run < runs; run += 1) {
        const least = await startBare(browser, built)
        await least.stop()
        bare.push(least)
        const kazashi = await startKazashi(browser)
        try {
          ours.push(kazashi)
          if (run === runs - 1) among = await tapAmong(kazashi)
        } finally {
          await kazashi.stop()
        }
      }
    } finally {
      await browser.close()
    }
    const of = (some: typeof ours, kind: keyof Running['memory']) =>
      some.map(({ memory }) => memory[kind])
    const seconds = (some: typeof ours) => some.map(({ took }) => took)
    return {
      metrics: [
        least('npm start to the desk in use', 's', seconds(ours), seconds(bare), 10),
        least('memory at rest, Kazashi', 'MB', of(ours, 'server'), of(bare, 'server'), 500),
        least('memory at rest, database', 'MB', of(ours, 'database'), of(bare, 'database'), 200),
        {
          name: `a tap among ${phones} phones, p95`,
          unit: 'ms',
          better: 'lower',
          runs: [among.p95],
          peer: noPeer,
          limit: { name: 'one picture at 60 Hz', runs: [1000 / 60] },
          target: { of: 'unit', atLeast: 200 },
        },
      ],
      notes: [
        'From the command to a button of the phone on the desk that takes a press, in a Chromium that was open; a fresh data folder, pages built before.',
        'PostgreSQL and a page: Node, initdb, the server, and a page with one button, in the same Chromium. Memory: proportional set size.',
        `A tap puts the card to the phone, or takes it away: the box answers. Meanwhile ${phones} robot phones log in at the bank, each every ${pause / 1000} s: ${among.logins} logins. ${taps} taps.`,
      ],
    }
  },
}
