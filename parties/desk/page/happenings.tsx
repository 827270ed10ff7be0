/** 「いま起きたこと」: the exchanges between card and phone, live from the box's log. */
import { useTexts, withStreamPlace } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import type { Happening } from './exchange.ts'
import { exchangeTexts } from './exchange-texts.ts'
import { narrowPlaces } from './narrow-bar.tsx'
import { texts } from './texts.ts'
import { type Watched, watchedAfter } from './watched.ts'

/** Lines kept; older ones fall off. */
const kept = 60

const nothing: Watched = {
  happenings: [],
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
      if (!signal.aborted) set((before) => watchedAfter(before, data, kept))
    }
    const streamed = await withStreamPlace(async () => {
      set(() => nothing) // the log begins with what is still remembered
      await stream(url, live, signal)
    })
    if (streamed || signal.aborted) continue
    const told: unknown[] = []
    await stream(url, (data) => told.push(data), signal, silence)
    if (!signal.aborted && told.length > 0)
      set(() => told.reduce<Watched>((before, data) => watchedAfter(before, data, kept), nothing))
    await new Promise((again) => setTimeout(again, lookAgainAfter))
  }
}

/** What can be seen of a reader, live. @param logUrl its log, which begins with what is still remembered */
export function useReader(logUrl: string): Watched {
  const [watched, setWatched] = useState(nothing)
  useEffect(() => {
    setWatched(nothing)
    const ended = new AbortController()
    void watchReader(logUrl, setWatched, ended.signal)
    return () => ended.abort()
  }, [logUrl])
  return watched
}

export function Happenings({ happenings }: { happenings: readonly Happening[] }) {
  const t = useTexts(texts)
  const words = useTexts(exchangeTexts)
  return (
    <section
      aria-label={t.happened}
      id={narrowPlaces.happened}
      className="scroll-mt-2 flex min-h-0 flex-1 flex-col rounded-12 border border-line bg-ground"
    >
      <h2 className="border-b border-line px-4 py-1.5 text-sm">{t.happened}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <div className="min-h-24 flex-1 overflow-y-auto px-4 py-1 text-sm" tabIndex={0} role="log">
        {happenings.length === 0 ? (
          <p className="py-2 text-ink-soft">{t.nothingYet}</p>
        ) : (
          <ol>
            {happenings.map((happening) => (
              <li
                key={happening.number}
                className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1 last:border-0"
              >
                <b>{words.kinds[happening.kind]}</b>
                {happening.bytes !== undefined && (
                  <span>{words.bytes(happening.bytes, happening.times)}</span>
                )}
                {happening.outcome !== undefined && (
                  <span className={happening.outcome.bad ? 'font-bold text-bad' : 'text-good'}>
                    {words.outcome(happening.outcome)}
                  </span>
                )}
                <span className="ml-auto font-mono text-xs text-ink-soft">{happening.raw}</span>
              </li>
            ))}
          </ol>
        )}
      </div>
    </section>
  )
}
