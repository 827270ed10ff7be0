/** Takes pushes for one phone. It reads the message and the windows, never the phone's record: no secret is in its reach. */
import { databaseName } from '../phone/platform.ts'
import { fragmentOf, scopeOf } from './mailbox.ts'
import { mustBeSeen, placeOfNotice, shownFor } from './notification.ts'
import { type WindowOfApp, type WorkerScope, windowsOf } from './scope.ts'
import { shownHere, type WorkerMessage } from './speech.ts'

type Mailbox = Pick<WorkerScope, 'clients' | 'registration'>

const tell = (windows: readonly WindowOfApp[], message: WorkerMessage) => {
  for (const window of windows) window.postMessage(message)
}

/** Windows in which this very phone is open. */
async function ownWindows(scope: Mailbox): Promise<readonly WindowOfApp[]> {
  const own = new URL(scope.registration.scope).pathname
  return (await windowsOf(scope)).filter(({ url }) => {
    const fragment = new URLSearchParams(new URL(url).hash.slice(1))
    return scopeOf(databaseName(fragment)) === own
  })
}

/** Milliseconds for a window to say that a person sees it: one that has just been closed, or hangs, says nothing. */
const patience = 10_000

/** Tells them of the notice. @returns one of them is seen, and shows it */
function shownByWindow(windows: readonly WindowOfApp[]): Promise<boolean> {
  if (windows.length === 0) return Promise.resolve(false)
  return new Promise((resolve) => {
    let silent = windows.length
    for (const window of windows) {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = ({ data }: MessageEvent<unknown>) => {
        port1.close()
        silent -= 1
        if (data === shownHere) resolve(true)
        else if (silent === 0) resolve(false)
      }
      const message: WorkerMessage = { type: 'kazashi-notice' }
      window.postMessage(message, [port2])
    }
    setTimeout(resolve, patience, false)
  })
}

/** A visible window asks for the notice and shows it; otherwise the system does. @param text of the message */
export async function takePush(scope: Mailbox, text: string | undefined): Promise<void> {
  const seen = await shownByWindow(await ownWindows(scope))
  const subscription = await scope.registration.pushManager.getSubscription().catch(() => null)
  if (seen && !mustBeSeen(subscription?.endpoint)) return
  const { title, options } = shownFor(text)
  await scope.registration.showNotification(title, options)
}

/** To the window that is open, or a new one, at the place of the notice. */
export async function openNotice(scope: Mailbox, data: unknown): Promise<void> {
  const open = placeOfNotice(data)
  const windows = await ownWindows(scope)
  const [window] = windows.toSorted(
    (a, b) => Number(b.visibilityState === 'visible') - Number(a.visibilityState === 'visible'),
  )
  if (window === undefined) {
    await scope.clients.openWindow(`/?open=${open}${fragmentOf(scope.registration.scope)}`)
    return
  }
  tell([window], { type: 'kazashi-open', open })
  await window.focus().catch(() => undefined)
}

/**
 * The browser gave the subscription up. The worker asks for another with the same key, but only the phone itself can tell the
 * authority: a window does, at once or when the app is opened next.
 */
export async function renewSubscription(
  scope: Mailbox,
  old: PushSubscription | null | undefined,
): Promise<void> {
  const key = old?.options.applicationServerKey
  if (key) {
    await scope.registration.pushManager
      .subscribe({ userVisibleOnly: true, applicationServerKey: key })
      .catch(() => undefined)
  }
  tell(await ownWindows(scope), { type: 'kazashi-subscription' })
}
