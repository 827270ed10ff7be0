/** This phone's push subscription (W3C Push API): made with the authority's key, told to the authority, and ended. */

import { base64url } from '@kazashi/octets'
import { isInstalled } from '../installed/prompt.ts'
import { mailboxOf } from '../installed/registration.ts'
import type { Device } from '../phone/device.ts'
import type { Found, Hindrance } from './push.ts'

/** Set where push was turned on here; a subscription that the browser lost is then replaced. */
const wish = (device: Device) => `kazashi-push ${device.name}`

function hindrance(platform: Device['description']['platform']): Hindrance | undefined {
  if (window.top !== window) return 'frame'
  const able = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window
  if (able) return undefined
  return platform === 'iphone' && !isInstalled() ? 'home-screen' : 'browser'
}

/** Before an application the authority does not know the phone. */
const isKnown = (device: Device): boolean =>
  !['nothing', 'unfinished'].includes(device.summary().name)

export async function findPush(device: Device): Promise<Found> {
  const known = isKnown(device)
  const why = hindrance(device.description.platform)
  if (why !== undefined) return { hindrance: why, permission: 'default', known, subscribed: false }
  const { permission } = Notification
  if (permission !== 'granted') return { permission, known, subscribed: false }
  const registration = await mailboxOf(device.name)
  const subscribed = (await registration.pushManager.getSubscription()) !== null
  return { permission, known, subscribed }
}

const sameBytes = (one: ArrayBuffer | null, other: Uint8Array): boolean =>
  one !== null && `${new Uint8Array(one)}` === `${other}`

/** A subscription to another key than the authority's is of no use, and in the way of a new one. */
async function subscriptionFor(device: Device): Promise<PushSubscription> {
  const { pushManager } = await mailboxOf(device.name)
  const applicationServerKey = base64url.decode(await device.authority.pushKey())
  const there = await pushManager.getSubscription()
  if (there !== null) {
    if (sameBytes(there.options.applicationServerKey, applicationServerKey)) return there
    await there.unsubscribe()
  }
  return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })
}

const languageShown = () => (document.documentElement.lang === 'en' ? 'en' : 'ja')

/** One after the other: the last language shown is the one the authority is told last. */
let before: Promise<unknown> = Promise.resolve()

/** @throws {DOMException} the browser has no push service, or it does not answer @throws {AuthorityProblem} @throws {TypeError} no network */
export function subscribePush(device: Device): Promise<void> {
  const work = before.then(() => subscribe(device))
  before = work.catch(() => undefined)
  return work
}

async function subscribe(device: Device): Promise<void> {
  const { endpoint, keys } = (await subscriptionFor(device)).toJSON()
  if (endpoint === undefined || keys?.['p256dh'] === undefined || keys['auth'] === undefined) {
    throw new DOMException('a subscription without keys', 'InvalidStateError')
  }
  const { p256dh, auth } = keys
  await device.authority.takePushes({ endpoint, keys: { p256dh, auth }, language: languageShown() })
  localStorage.setItem(wish(device), 'on')
}

/** Ends here first: pushes the authority still sends are then answered as gone (RFC 8030 §7.3). */
export async function endPush(device: Device): Promise<void> {
  localStorage.removeItem(wish(device))
  const { pushManager } = await mailboxOf(device.name)
  await (await pushManager.getSubscription())?.unsubscribe()
  await device.authority.takePushes(undefined)
}

/** Told anew each time the app is opened: the browser may have changed the subscription, the person the language. */
export async function renewPush(device: Device): Promise<void> {
  if (localStorage.getItem(wish(device)) !== 'on' || !isKnown(device)) return
  if (hindrance(device.description.platform) !== undefined) return
  if (Notification.permission === 'granted') await subscribePush(device)
}

/** Removes notices seen in the app from the phone's notifications. @param ids of notices */
export async function closeNotifications(device: Device, ids: readonly string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || !('Notification' in window)) return
  if (Notification.permission !== 'granted') return
  const { getNotifications } = ServiceWorkerRegistration.prototype
  if (getNotifications === undefined) return
  const registration = await mailboxOf(device.name)
  for (const shown of await registration.getNotifications()) {
    if (ids.includes(shown.tag)) shown.close()
  }
}
