/** The sandbox's time, looked at again and again: others move it too. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Box } from './box.ts'

/** Seconds between two looks at the sandbox's clock. */
const clockEvery = 5

export interface DeskClock {
  /** Undefined: not asked yet. */
  readonly now: Date | undefined
  /** It is being moved, which can take seconds: everything that is due by then is done first. */
  readonly moving: boolean
  /** @param to the time to go to, from the present one */
  readonly move: (to: (from: Date) => Date) => Promise<void>
  /** @returns goes back to the time that it is now, as far as it has gone on by then */
  readonly remember: () => Promise<() => Promise<void>>
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
  const [waiting, setWaiting] = useState(0)
  const last = useRef<Promise<unknown>>(Promise.resolve())
  /** One after the other: a step begins where the one before has come to. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    setWaiting((count) => count + 1)
    const turn = last.current.then(work).finally(() => setWaiting((count) => count - 1))
    last.current = turn.catch(() => undefined)
    return turn
  }
  return {
    now,
    moving: waiting > 0,
    move: (to) =>
      inTurn(async () => {
        const { now: before } = await box.clock()
        await set({ now: to(new Date(before)).toISOString() })
      }),
    remember: async () => {
      const { offsetSeconds } = await box.clock()
      return () => inTurn(() => set({ offsetSeconds }))
    },
    release: () => inTurn(() => set({ offsetSeconds: 0 })),
  }
}
