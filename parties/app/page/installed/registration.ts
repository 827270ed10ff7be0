/** Registers the service worker once the first screen is there, and looks for newer builds whenever the app comes to the front. */
import { scopeOf } from '../worker/mailbox.ts'
import {
  hiddenHere,
  readWorkerMessage,
  shownHere,
  takeOver,
  versionOf,
  type WorkerMessage,
} from '../worker/speech.ts'
import { nextVersion, offerUpdate } from './versions.ts'

const script = '/service-worker.js'
const register = (scope: string) =>
  navigator.serviceWorker.register(script, { scope, updateViaCache: 'none' })

const pageVersion = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="kazashi-build"]')?.content ?? ''

/** Lets `waiting` take over, and then reloads the page. */
function update(waiting: ServiceWorker | null): void {
  if (waiting === null) location.reload()
  waiting?.addEventListener('statechange', () => {
    if (waiting.state === 'activated') location.reload()
  })
  waiting?.postMessage({ type: takeOver })
}

async function look({ waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const next = nextVersion({
    page: pageVersion(),
    waiting: waiting === null ? undefined : ((await versionOf(waiting)) ?? ''),
    working: active === null ? undefined : await versionOf(active),
  })
  if (next === 'take-over') waiting?.postMessage({ type: takeOver })
  offerUpdate(next === 'offer' ? () => update(waiting) : undefined)
}

function watch(registration: ServiceWorkerRegistration): void {
  const lookAgain = () => void look(registration)
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', lookAgain)
  })
  navigator.serviceWorker.addEventListener('controllerchange', lookAgain)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined)
  })
  lookAgain()
}

/** Without a worker (a browser without it, a frame whose storage is closed) the app works as before. */
export async function startWorker(onMessage: (message: WorkerMessage) => void): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data, ports }: MessageEvent<unknown>) => {
    const message = readWorkerMessage(data)
    if (message === undefined) return
    onMessage(message)
    ports[0]?.postMessage(document.visibilityState === 'visible' ? shownHere : hiddenHere)
  })
  try {
    watch(await register('/'))
  } catch {
    // nothing is kept then; the next start tries again
  }
}

/** The registration that takes the pushes of one phone, with a worker at work. @param name of the phone's database */
export async function mailboxOf(name: string): Promise<ServiceWorkerRegistration> {
  const registration = await register(scopeOf(name))
  const coming = registration.installing ?? registration.waiting
  if (registration.active === null && coming !== null) {
    await new Promise<void>((resolve, reject) => {
      coming.addEventListener('statechange', () => {
        if (coming.state === 'activated') resolve()
        if (coming.state === 'redundant') reject(new TypeError('Failed to fetch the worker'))
      })
    })
  }
  return registration
}
