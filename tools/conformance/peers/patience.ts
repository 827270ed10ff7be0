/** Asks in a thread, and no longer than some seconds: an answer that does not come takes nothing. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Peer } from '../question.ts'

/** Milliseconds. */
const patience = 3000

export interface PatientPeer {
  readonly ask: Peer
  readonly close: () => Promise<void>
}

/** @param thread answers a message with true or false */
export function patient(thread: URL): PatientPeer {
  let worker: Worker | undefined
  return {
    async ask(question) {
      worker ??= new Worker(thread)
      worker.postMessage(question)
      try {
        const [took] = await once(worker, 'message', { signal: AbortSignal.timeout(patience) })
        return took === true
      } catch {
        await worker.terminate()
        worker = undefined
        return false
      }
    },
    async close() {
      await worker?.terminate()
    },
  }
}
