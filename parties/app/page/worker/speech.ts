/** Messages between pages and the worker; each reads the other's strictly. */
import { memberOf, oneOf } from '../phone/member.ts'
import { type NoticePlace, noticePlaceOf } from './notice-place.ts'

/** From the worker to windows of its phone: a notice came · a notification was pressed · the browser gave up the subscription */
export type WorkerMessage =
  | { readonly type: 'kazashi-notice' }
  | { readonly type: 'kazashi-open'; readonly open: NoticePlace }
  | { readonly type: 'kazashi-subscription' }

const workerMessages = ['kazashi-notice', 'kazashi-open', 'kazashi-subscription'] as const

/** @param data from a worker of this origin */
export function readWorkerMessage(data: unknown): WorkerMessage | undefined {
  const type = oneOf(workerMessages, memberOf(data, 'type'))
  if (type !== 'kazashi-open') return type && { type }
  return { type, open: noticePlaceOf(memberOf(data, 'open')) ?? 'notices' }
}

/** A window's answers to a notice: a person sees it there, or the window is hidden. */
export const shownHere = 'kazashi-shown'
export const hiddenHere = 'kazashi-hidden'

/** From a page to a worker: which build it keeps, and to take over. */
export const askVersion = 'kazashi-version'
export const takeOver = 'kazashi-take-over'

/** Milliseconds for a worker to say its version; one that does not is another build's. */
const patience = 3_000

/** @returns undefined: it did not answer */
export function versionOf(worker: Pick<ServiceWorker, 'postMessage'>): Promise<string | undefined> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<unknown>) => {
      const version = memberOf(data, 'version')
      resolve(typeof version === 'string' ? version : undefined)
      port1.close()
    }
    setTimeout(resolve, patience, undefined)
    worker.postMessage({ type: askVersion }, [port2])
  })
}
