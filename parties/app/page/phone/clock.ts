/** The sandbox's time: every party follows its clock. The machine's own may be off besides; the authority's time says by how much. */
import { memberOf } from './member.ts'

/** Milliseconds: on a poor line the last answer has to do. */
const patience = 5_000

export interface SandboxClock {
  readonly now: () => Date
  /** Asks again; without a network the last answer has to do. */
  readonly sync: () => Promise<void>
  /** Tells `listener` the authority's time with every answer, and at once if there was one. */
  readonly onTime: (listener: (told: Date) => void) => void
}

/** Where the authority operates: real time, and nobody to ask for another. */
export const machineClock: SandboxClock = {
  now: () => new Date(),
  sync: async () => undefined,
  onTime: () => undefined,
}

/** @param authority its origin */
export function sandboxClock(authority: string, fetch: typeof globalThis.fetch): SandboxClock {
  let offset = 0
  /** Milliseconds that the authority's time is ahead of this machine's; undefined: not told yet. */
  let ahead: number | undefined
  const listeners: ((told: Date) => void)[] = []
  const authorityTime = () => new Date(Date.now() + (ahead ?? 0))
  return {
    now: () => new Date(Date.now() + offset),
    sync: async () => {
      try {
        const answer = await fetch(new URL('/sandbox/clock', authority), {
          signal: AbortSignal.timeout(patience),
        })
        const told: unknown = await answer.json()
        const seconds = memberOf(told, 'offsetSeconds')
        const now = memberOf(told, 'now')
        if (typeof seconds !== 'number' || typeof now !== 'string') return
        offset = seconds * 1000
        ahead = new Date(now).getTime() - Date.now()
        for (const listener of listeners) listener(authorityTime())
      } catch {
        // the last answer stays
      }
    },
    onTime: (listener) => {
      listeners.push(listener)
      if (ahead !== undefined) listener(authorityTime())
    },
  }
}
