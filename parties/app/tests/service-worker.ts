/** A test's control of the app's service worker, by the Chrome DevTools Protocol: pushes, network, presses on notifications. */
import type { Browser, BrowserContext, CDPSession, Page, Worker } from 'playwright-core'
import { z } from 'zod'

/** Resolves when the worker is at work and answers for the page. */
export const workerReady = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await navigator.serviceWorker.ready
    while (navigator.serviceWorker.controller === null) {
      await new Promise((taken) =>
        navigator.serviceWorker.addEventListener('controllerchange', taken, { once: true }),
      )
    }
  })

export function workerOf(context: BrowserContext): Worker {
  const [worker] = context.serviceWorkers()
  if (worker === undefined) throw new TypeError('no service worker')
  return worker
}

const targets = z.object({
  targetInfos: z.array(
    z.object({ targetId: z.string(), type: z.string(), url: z.string() }).loose(),
  ),
})
const attached = z.object({ sessionId: z.string() })

/** Playwright's own switch reaches pages only. @returns gives the workers of `origin` their network back */
export async function takeNetwork(browser: Browser, origin: string): Promise<() => Promise<void>> {
  const session = await browser.newBrowserCDPSession()
  const answers = new Map<string, () => void>()
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id } = z.object({ id: z.number().optional() }).loose().parse(JSON.parse(message))
    answers.get(String(id))?.()
  })
  const { targetInfos } = targets.parse(await session.send('Target.getTargets'))
  const offline = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 }
  let id = 0
  for (const { targetId, type, url } of targetInfos) {
    if (type !== 'service_worker' || !url.startsWith(origin)) continue
    const { sessionId } = attached.parse(
      await session.send('Target.attachToTarget', { targetId, flatten: false }),
    )
    for (const [method, params] of [
      ['Network.enable', {}],
      ['Network.emulateNetworkConditions', offline],
    ] as const) {
      id += 1
      const message = JSON.stringify({ id, method, params })
      const answered = new Promise<void>((resolve) => answers.set(String(id), resolve))
      await session.send('Target.sendMessageToTarget', { sessionId, message })
      await answered
    }
  }
  return () => session.detach()
}

/** A push from the browser's push service, decrypted. @param page any page of the app's origin */
export async function deliverPush(
  session: CDPSession,
  origin: string,
  data: string,
): Promise<void> {
  const known = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL === `${origin}/`)
      if (own !== undefined) resolve(own.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await known
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data })
}

/** The phone's notifications. */
export const notificationsOf = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    return (await registration.getNotifications()).map(({ title, body, tag, data }) => ({
      title,
      body,
      tag,
      data,
    }))
  })

/**
 * A person presses the notification. The event is made here, as the protocol has no such press; so the browser lets no window
 * be opened by it, and the address it would open is returned.
 */
export const pressNotification = (worker: Worker): Promise<string[]> =>
  worker.evaluate(async () => {
    const scope: object = globalThis
    const registration: ServiceWorkerRegistration = Reflect.get(scope, 'registration')
    const clients: object = Reflect.get(scope, 'clients')
    const opened: string[] = []
    Object.defineProperty(clients, 'openWindow', {
      configurable: true,
      value: async (url: string) => void opened.push(url),
    })
    const [notification] = await registration.getNotifications()
    const Press = Reflect.get(scope, 'NotificationEvent')
    const event: Event = new Press('notificationclick', { notification })
    await new Promise<void>((resolve, reject) => {
      Object.defineProperty(event, 'waitUntil', {
        value: (work: Promise<unknown>) => void work.then(() => resolve(), reject),
      })
      globalThis.dispatchEvent(event)
    })
    return opened
  })
