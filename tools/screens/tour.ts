/** Parts of a tour: stretches, each with phones of its own, so that one that fails takes no other with it. */

import type { PhonePlatform } from '@kazashi/lifecycle'
import type { AuthorityRefusalCode } from '@kazashi/phone'
import type { Browser, WebSocketRoute } from 'playwright-core'
import { type PhoneInHand, type PhoneKind, takePhone } from '../running-app/phone-in-hand.ts'
import type { Sandbox } from '../running-app/sandbox.ts'
import type { Camera } from './camera.ts'

export interface Tour<Name extends string> {
  readonly sandbox: Sandbox
  readonly take: (kind?: Omit<PhoneKind, 'platform'>) => Promise<PhoneInHand>
  readonly snap: (phone: PhoneInHand, name: Name) => Promise<void>
}

export type Stretch<Name extends string> = (tour: Tour<Name>) => Promise<void>

/** The thing waited for in vain, and its place in the tour. */
function why(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  const awaited = /waiting for .*/.exec(thrown.message)?.[0] ?? thrown.message
  const place = /[\w-]+-tour\.ts:\d+/.exec(thrown.stack ?? '')?.[0] ?? ''
  return `${awaited} ${place}`
}

/** Walks all stretches. @returns why some of them ended early, one line each */
export async function walk<Name extends string>(options: {
  readonly stretches: readonly Stretch<Name>[]
  readonly platform: PhonePlatform
  readonly chromium: Browser
  readonly sandbox: Sandbox
  readonly camera: Camera<Name>
}): Promise<string[]> {
  const { stretches, platform, chromium, sandbox, camera } = options
  const failures: string[] = []
  for (const stretch of stretches) {
    await sandbox.moveClock('10:00')
    const phones: PhoneInHand[] = []
    try {
      await stretch({
        sandbox,
        take: async (kind) => {
          const phone = await takePhone(chromium, sandbox, { platform, ...kind })
          phone.page.setDefaultTimeout(15_000)
          phones.push(phone)
          return phone
        },
        snap: ({ page }, name) => camera.snap(page, name),
      })
    } catch (thrown) {
      failures.push(`${platform}, ${stretch.name}: ${why(thrown)}`)
    } finally {
      for (const phone of phones) await phone.close()
    }
  }
  return failures
}

interface Held {
  /** Lets the held requests through, and all that follow. */
  readonly letGo: () => void
}

/** POST requests to addresses like `pattern` wait until they are let go, so that a moment can be looked at. */
export async function holdBack(
  { page }: PhoneInHand,
  pattern: string | RegExp,
  method = 'POST',
): Promise<Held> {
  const gate = Promise.withResolvers<void>()
  await page.route(pattern, async (route) => {
    if (route.request().method() === method) await gate.promise
    await route.fallback().catch(() => undefined) // the page went elsewhere meanwhile
  })
  return {
    letGo: () => gate.resolve(),
  }
}

/** The next POST to an address like `pattern` is refused with `code`, in place of the authority's own answer. */
export async function refuseOnce(
  { page }: PhoneInHand,
  pattern: string | RegExp,
  code: AuthorityRefusalCode,
): Promise<void> {
  let refused = false
  await page.route(pattern, (route) => {
    if (refused || route.request().method() !== 'POST') return route.fallback()
    refused = true
    const document = { type: 'about:blank', status: 409, code, title: code, next: '' }
    return route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      headers: { 'access-control-allow-origin': '*' },
      body: JSON.stringify(document),
    })
  })
}

/** The authority says that it has no record of this phone, until `remembers`. */
export async function forgottenByAuthority({ page }: PhoneInHand): Promise<{
  readonly remembers: () => Promise<void>
}> {
  const address = '**/phone-credentials/current'
  await page.route(address, (route) =>
    route.request().method() === 'GET'
      ? route.fulfill({
          status: 404,
          contentType: 'application/problem+json',
          headers: { 'access-control-allow-origin': '*' },
          body: JSON.stringify({
            type: 'about:blank',
            status: 404,
            code: 'NOT_FOUND',
            title: 'NOT_FOUND',
            next: '',
          }),
        })
      : route.fallback(),
  )
  await page.reload()
  return { remembers: () => page.unroute(address) }
}

/** The card's answers wait once `answers` of them have passed, until they are let go. The page is opened anew for it. */
export async function slowCard({ page }: PhoneInHand, answers: number): Promise<Held> {
  let passed = 0
  let open = false
  const waiting: (() => void)[] = []
  await page.routeWebSocket(/readers/, (socket: WebSocketRoute) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      const isAnswer = typeof message !== 'string'
      if (isAnswer) passed += 1
      const send = () => socket.send(message)
      if (open || passed <= answers) send()
      else waiting.push(send)
    })
  })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  return {
    letGo: () => {
      open = true
      for (const send of waiting.splice(0)) send()
    },
  }
}

export const offline = async ({ page }: PhoneInHand, without: boolean): Promise<void> =>
  page.context().setOffline(without)
