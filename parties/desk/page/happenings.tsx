/** 「いま起きたこと」: the exchanges between card and phone, live from the box's log. */
import { useTexts } from '@kazashi/ui'
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

/** What can be seen of a reader, live. @param logUrl its log, which begins with what is still remembered */
export function useReader(logUrl: string): Watched {
  const [watched, setWatched] = useState(nothing)
  useEffect(() => {
    setWatched(nothing)
    const stream = new EventSource(logUrl, { withCredentials: true })
    stream.addEventListener('message', ({ data }: MessageEvent<unknown>) =>
      setWatched((before) => watchedAfter(before, data, kept)),
    )
    return () => stream.close()
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
