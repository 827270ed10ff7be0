/**
 * The parts of a service worker's global scope (Service Workers, Push API, Notifications API) that ours uses. Written out
 * here because TypeScript's own declarations of it and those of a page exclude each other.
 */

interface Waiting extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Waiting {
  readonly request: Request
  respondWith(answer: Promise<Response>): void
}
interface Pushed extends Waiting {
  readonly data: { text(): string } | null
}
interface NotificationPressed extends Waiting {
  readonly notification: Pick<Notification, 'close' | 'data'>
}
interface SubscriptionChanged extends Waiting {
  readonly oldSubscription?: PushSubscription | null
}
interface Told extends Waiting {
  readonly data: unknown
  readonly ports: readonly MessagePort[]
}

export interface WindowOfApp {
  readonly url: string
  readonly visibilityState: DocumentVisibilityState
  focus(): Promise<unknown>
  postMessage(message: unknown, transfer?: readonly MessagePort[]): void
}

interface Events {
  install: Waiting
  activate: Waiting
  fetch: Fetching
  push: Pushed
  notificationclick: NotificationPressed
  pushsubscriptionchange: SubscriptionChanged
  message: Told
}

export interface WorkerScope {
  readonly location: { readonly origin: string }
  readonly registration: Pick<
    ServiceWorkerRegistration,
    'scope' | 'showNotification' | 'pushManager'
  >
  readonly clients: {
    matchAll(options: {
      readonly type: 'window'
      readonly includeUncontrolled: true
    }): Promise<readonly WindowOfApp[]>
    claim(): Promise<void>
    openWindow(url: string): Promise<unknown>
  }
  readonly caches: CacheStorage
  fetch(request: Request | string, init?: RequestInit): Promise<Response>
  skipWaiting(): Promise<void>
  addEventListener<Name extends keyof Events>(
    name: Name,
    listener: (event: Events[Name]) => void,
  ): void
}

/** All windows of this origin, whatever worker controls them. */
export const windowsOf = ({ clients }: Pick<WorkerScope, 'clients'>) =>
  clients.matchAll({ type: 'window', includeUncontrolled: true })
