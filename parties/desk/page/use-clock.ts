/** The sandbox's time, looked at again and again: others move it too. */
import { useCallback, useEffect, useState } from 'react'
import type { Box } from './box.ts'

/** Seconds between two looks at the sandbox's clock. */
const clockEvery = 5

export interface DeskClock {
  /** Undefined: not asked yet. */
  readonly now: Date | undefined
  /** @param to the time to go to, from the present one */
  readonly move: (to: (from: Date) => Date) => Promise<void>
  /** Back to the machine's time. */
  readonly release: () => Promise<void>
}

export function useClock(box: Box): DeskClock {
  const [now, setNow] = useState<Date>()
  useEffect(() => {
    const look = () =>
      box.clock().then(
        (clock) => setNow(new Date(clock.now)),
        () => undefined, // the next look may find it again
      )
    void look()
    const every = setInterval(look, clockEvery * 1000)
    return () => clearInterval(every)
  }, [box])
  const set = useCallback(
    async (to: Parameters<Box['setClock']>[0]) => setNow(new Date((await box.setClock(to)).now)),
    [box],
  )
  return {
    now,
    move: async (to) => {
      const { now: before } = await box.clock()
      await set({ now: to(new Date(before)).toISOString() })
    },
    release: () => set({ offsetSeconds: 0 }),
  }
}
