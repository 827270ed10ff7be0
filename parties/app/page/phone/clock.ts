/** The sandbox's time: every party follows its clock. */
import { memberOf } from './member.ts'

/** Milliseconds: on a poor line the last answer has to do. */
const patience = 5_000

export interface SandboxClock {
  readonly now: () => Date
  /** Asks again; without a network the last answer has to do. */
  readonly sync: () => Promise<void>
}

/** @param authority its origin */
export function sandboxClock(authority: string, fetch: typeof globalThis.fetch): SandboxClock {
  let offset = 0
  return {
    now: () => new Date(Date.now() + offset),
    sync: async () => {
      try {
        const answer = await fetch(new URL('/sandbox/clock', authority), {
          signal: AbortSignal.timeout(patience),
        })
        const seconds = memberOf(await answer.json(), 'offsetSeconds')
        if (typeof seconds === 'number') offset = seconds * 1000
      } catch {
        // the last answer stays
      }
    },
  }
}
