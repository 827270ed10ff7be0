/** The log of the phone's reader, and with it the lines of the desk's trace, live from the box. */
import { withStreamPlace } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { type Watched, watchedAfter } from './watched.ts'

const nothing: Watched = {
  seen: [],
  listening: false,
  cardHeld: undefined,
  cardId: undefined,
  lockedCard: undefined,
}

/** Milliseconds without an event after which what the box remembers has been told. */
const silence = 300
/** Milliseconds between two looks of a window that has no stream of its own. */
const lookAgainAfter = 2_000

type Tell = (change: (before: Watched) => Watched) => void

/** @param quiet ends it after so many milliseconds without an event; undefined: it lasts until `signal` */
const stream = (url: string, tell: (data: unknown) => void, signal: AbortSignal, quiet?: number) =>
  new Promise<void>((resolve) => {
    const events = new EventSource(url, { withCredentials: true })
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = () => {
      clearTimeout(timer)
      events.close()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const wait = () => {
      clearTimeout(timer)
      if (quiet !== undefined) timer = setTimeout(end, quiet)
    }
    events.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      tell(data)
      wait()
    })
    events.addEventListener('open', wait)
    if (quiet !== undefined) events.addEventListener('error', end)
    signal.addEventListener('abort', end)
  })

/** As one of the windows that have a stream, or by looking now and then. */
async function watchReader(url: string, set: Tell, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const live = (data: unknown) => {
      if (!signal.aborted) set((before) => watchedAfter(before, data))
    }
    const streamed = await withStreamPlace(async () => {
      set(() => nothing) // the log begins with what is still remembered
      await stream(url, live, signal)
    })
    if (streamed || signal.aborted) continue
    const told: unknown[] = []
    await stream(url, (data) => told.push(data), signal, silence)
    if (!signal.aborted && told.length > 0)
      set(() => told.reduce<Watched>((before, data) => watchedAfter(before, data), nothing))
    await new Promise((again) => setTimeout(again, lookAgainAfter))
  }
}

/**
 * What can be seen of a reader, live.
 * @param log its log, which begins with what is still remembered
 * @param trace of this desk; undefined: it is not known yet
 */
export function useReader(log: string, trace: string | undefined): Watched {
  const logUrl = trace === undefined ? log : `${log}&trace=${trace}`
  const [watched, setWatched] = useState(nothing)
  useEffect(() => {
    setWatched(nothing)
    const ended = new AbortController()
    void watchReader(logUrl, setWatched, ended.signal)
    return () => ended.abort()
  }, [logUrl])
  return watched
}
