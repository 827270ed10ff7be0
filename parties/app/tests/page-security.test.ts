/** The limits of every party's pages (CSP Level 3): nothing inline, nothing from elsewhere; and a browser that enforces them. */
import { localFetch } from '@kazashi/serve'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHeadlessShell } from '../../../tools/running-app/chromium.ts'
import { takePhone } from '../../../tools/running-app/phone-in-hand.ts'
import type { Sandbox } from '../../../tools/running-app/sandbox.ts'
import { borrowSandbox } from './borrowed-sandbox.ts'

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

const pages = [
  ['app', '/'],
  ['app', '/login?request=none'],
  ['desk', '/'],
  ['gate', '/'],
  ['portal', '/'],
  ['authority', '/docs'],
] as const

const keywords = new Set(["'self'", "'none'", "'wasm-unsafe-eval'", 'data:', 'blob:'])

/** Directives of the policy, by name. */
const directivesOf = (policy: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/)
      return [name, sources]
    }),
  )

/** A party of this very sandbox: its own name under localhost, its own port. */
function isOurs(address: string): boolean {
  const { hostname, port, protocol } = new URL(address)
  if (protocol === 'data:' || protocol === 'blob:') return true
  const named = hostname === 'localhost' || hostname.endsWith('.kazashi.localhost')
  return named && port === new URL(sandbox.origin('app')).port
}

const onThisMachine: readonly string[] = ['http://localhost:*', 'http://*.localhost:*']

/** The address after redirections, and its answer. */
async function pageAt(party: string, path: string) {
  let url = new URL(path, sandbox.origin(party))
  for (let hops = 0; hops < 3; hops += 1) {
    const answer = await localFetch(url, { redirect: 'manual' })
    const location = answer.headers.get('location')
    if (location === null) return { answer, html: await answer.text() }
    url = new URL(location, url)
  }
  throw new Error(`${party}${path} does not end`)
}

test.each(pages)('CSP3 §6 %s%s allows nothing inline and nothing from elsewhere', async (...at) => {
  const { answer, html } = await pageAt(...at)
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
  const directives = directivesOf(answer.headers.get('content-security-policy') ?? '')
  expect(directives.get('default-src')).toEqual(["'none'"])
  expect(directives.get('base-uri')).toEqual(["'none'"])
  for (const name of ['script-src', 'style-src', 'worker-src', 'form-action']) {
    expect(directives.get(name) ?? [], name).not.toContain("'unsafe-inline'")
    expect(directives.get(name) ?? [], name).not.toContain("'unsafe-eval'")
    expect(directives.get(name)?.[0], name).toBe("'self'")
  }
  // Of the app alone, and to connect to alone: whoever asks for attributes on this machine (decision 0057).
  const [party] = at
  const asking = party === 'app' ? onThisMachine : []
  const reached = directives.get('connect-src') ?? []
  expect(reached.filter((source) => onThisMachine.includes(source))).toEqual(asking)
  const others = [...directives].flatMap(([name, sources]) =>
    sources.filter((source) => name !== 'connect-src' || !asking.includes(source)),
  )
  const sources = others.filter((source) => !keywords.has(source))
  expect(sources.filter((source) => !URL.canParse(source) || !isOurs(source))).toEqual([])
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>/)
  expect(html).not.toMatch(/<[^>]+\son[a-z]+=|<style|\sstyle=|javascript:/i)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  // All are one site: without it two of them could become one origin by document.domain (HTML §7.1.2).
  expect(answer.headers.get('origin-agent-cluster')).toBe('?1')
})

/** Runs in the page: the attempts of an attacker who can insert HTML. @returns the scripts that ran, and the reports */
async function tryInline(): Promise<{ ran: string[]; refused: string[] }> {
  const ran: string[] = []
  const refused: string[] = []
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
    refused.push(effectiveDirective),
  )
  Reflect.set(window, 'planted', (name: string) => ran.push(name))
  const script = document.createElement('script')
  script.textContent = 'planted("script")'
  document.body.append(script)
  const image = document.createElement('img')
  image.setAttribute('onerror', 'planted("handler")')
  image.src = '/nothing.png'
  document.body.append(image)
  const link = document.createElement('a')
  link.href = 'javascript:planted("address")'
  document.body.append(link)
  link.click()
  const stranger = document.createElement('script')
  stranger.src = 'https://elsewhere.example/stranger.js'
  const settled = new Promise((resolve) => {
    stranger.onload = resolve
    stranger.onerror = resolve
  })
  const failed = new Promise((resolve) => image.addEventListener('error', resolve))
  document.body.append(stranger)
  await Promise.all([settled, failed])
  return { ran, refused }
}

async function visit<T>(
  url: string,
  look: (page: Page) => Promise<T>,
  options: BrowserContextOptions = {},
): Promise<T> {
  const context = await chromium.newContext({ locale: 'ja-JP', ...options })
  try {
    const page = await context.newPage()
    await page.goto(url)
    return await look(page)
  } finally {
    await context.close()
  }
}

test.each(['app', 'desk', 'gate', 'portal'])(
  'CSP3 §4.2 code inserted into a page of the %s does not run',
  async (party) => {
    const { ran, refused } = await visit(`${sandbox.origin(party)}/`, (page) =>
      page.evaluate(tryInline),
    )
    expect(ran).toEqual([])
    expect(refused).toContain('script-src-elem')
    expect(refused).toContain('script-src-attr')
  },
)

test('CSP3 §4.2 without the policy it would run: the trial can fail', async () => {
  const url = `${sandbox.origin('portal')}/`
  const { ran } = await visit(url, (page) => page.evaluate(tryInline), { bypassCSP: true })
  expect(ran).toEqual(expect.arrayContaining(['script', 'handler', 'address']))
})

test('1-C②.no-third-party no page sends requests except to the parties of this sandbox', async () => {
  const asked: string[] = []
  for (const [party, path] of pages) {
    const context = await chromium.newContext()
    context.on('request', (request) => asked.push(request.url()))
    const page = await context.newPage()
    page.on('websocket', (socket) => asked.push(socket.url()))
    await page.goto(`${sandbox.origin(party)}${path}`)
    await page.locator('h1, h2').first().waitFor()
    await context.close()
  }
  const phone = await takePhone(chromium, sandbox, { platform: 'iphone' })
  phone.page.on('websocket', (socket) => asked.push(socket.url()))
  await phone.press('メニュー')
  await phone.close()
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter((address) => !isOurs(address))).toEqual([])
})

test('3-C④.explained the camera is the app’s: no other page may ask for one, and the desk lends it to the app on it alone', async () => {
  const policyOf = async (party: string) =>
    (await pageAt(party, '/')).answer.headers.get('permissions-policy')
  const rest = 'microphone=(), geolocation=()'
  expect(await policyOf('app')).toBe(`camera=(self), ${rest}`)
  expect(await policyOf('desk')).toBe(`camera=("${sandbox.origin('app')}"), ${rest}`)
  for (const party of ['gate', 'portal', 'bank', 'kiosk'])
    expect(await policyOf(party), party).toBe(`camera=(), ${rest}`)
})
