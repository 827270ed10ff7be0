/** 「いま起きたこと」: a sequence diagram of what card, phone, sites and authority asked each other, the newest below and in view. */
import { Button, Icon, useLanguage, useTexts } from '@kazashi/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import { narrowPlaces } from '../narrow-bar.tsx'
import { toHar, toJson } from './export.ts'
import { type Line, linesOf, type Who, whosIn } from './lines.ts'
import { Row } from './row.tsx'
import type { Seen } from './seen.ts'
import { happenedTexts } from './texts.ts'
import { Filter, Tools } from './tools.tsx'

/** Lines shown until older ones are asked for. */
const newest = 40

/** Kazashi's, for the files. */
const version = '0.1.0'

function save(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

/** Those chosen talk to each other. */
const among = (lines: readonly Line[], hidden: ReadonlySet<Who>): readonly Line[] =>
  lines.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to))

function Heads({ whos }: { readonly whos: readonly Who[] }) {
  const t = useTexts(happenedTexts)
  return (
    <div aria-hidden="true" className="hidden border-b border-line px-2 py-1 @[24rem]:block">
      <div className="mx-auto flex max-w-[60rem]">
        {whos.map((who) => (
          <span key={who} className="flex min-w-0 flex-1 justify-center px-0.5">
            <span className="rounded-full bg-accent-soft px-1.5 py-0.5 text-center text-xs leading-tight font-bold text-ink">
              {t.whos[who]}
            </span>
          </span>
        ))}
      </div>
    </div>
  )
}

export function Happened({
  seen,
  small,
}: {
  readonly seen: readonly Seen[]
  /** What stands above it needs the room. */
  readonly small: boolean
}) {
  const t = useTexts(happenedTexts)
  const { language } = useLanguage()
  const [clearedAt, setClearedAt] = useState('')
  const [hidden, setHidden] = useState<ReadonlySet<Who>>(new Set())
  const [older, setOlder] = useState(false)
  const [technical, setTechnical] = useState(false)
  const [open, setOpen] = useState<string>()
  const all = useMemo(() => linesOf(seen.filter(({ at }) => at > clearedAt)), [seen, clearedAt])
  const whos = whosIn(all)
  const lines = among(all, hidden)
  const shown = older ? lines : lines.slice(-newest)
  const shownWhos = whos.filter((who) => !hidden.has(who))
  const end = useRef<HTMLDivElement>(null)
  const last = shown.at(-1)?.key
  // The newest in view, unless somebody reads what a line has behind it.
  useEffect(() => {
    const place = end.current
    if (place !== null && open === undefined && last !== undefined)
      place.scrollTop = place.scrollHeight
  }, [last, open])
  const [large, setLarge] = useState(false)
  return (
    <section
      aria-label={t.title}
      id={narrowPlaces.happened}
      onKeyDown={({ key }) => {
        if (key === 'Escape') setLarge(false)
      }}
      className={`@container scroll-mt-2 flex flex-col border border-line bg-ground ${large ? 'fixed inset-0 z-40' : `max-h-[80dvh] min-h-0 flex-1 rounded-12 wide:max-h-none ${small ? 'low:max-h-20!' : 'wide:min-h-52'}`}`}
    >
      <div className="relative flex flex-wrap items-center gap-x-1 border-b border-line px-3 text-sm">
        <h2 className="mr-auto py-1.5 text-sm">{t.title}</h2>
        <div className={small && !large ? 'contents low:hidden' : 'contents'}>
          {lines.length > newest && (
            <Button look="head" pressed={older} onPress={() => setOlder(!older)}>
              <Icon name="history" size="sign" /> {older ? t.olderOff : t.older}
            </Button>
          )}
          <Button look="head" pressed={technical} onPress={() => setTechnical(!technical)}>
            <Icon name="eye" size="sign" /> {t.bytes}
          </Button>
        </div>
        {all.length > 0 && (
          <Tools
            onClear={() => {
              setOpen(undefined)
              setClearedAt(
                seen
                  .map(({ at }) => at)
                  .sort()
                  .at(-1) ?? clearedAt,
              )
            }}
            onJson={() => {
              const text = toJson(lines, language, new Date())
              save('kazashi-happened.json', 'application/json', text)
            }}
            onHar={() => save('kazashi-happened.har', 'application/json', toHar(lines, version))}
          >
            <Filter whos={whos} hidden={hidden} onChange={setHidden} />
          </Tools>
        )}
        <Button look="head" pressed={large} label={t.large} onPress={() => setLarge(!large)}>
          <Icon name={large ? 'close' : 'external'} size="sign" />
        </Button>
      </div>
      {/* However little room is left: nothing of it stands out of the section. */}
      <div className="flex min-h-0 flex-1 flex-col overflow-clip">
        {all.length > 0 && <Heads whos={shownWhos} />}
        <div
          ref={end}
          className="min-h-24 flex-1 overflow-y-auto px-2 py-1 wide:min-h-0"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
          tabIndex={0}
          role="log"
          // Dozens of lines come with one press; they are there to be read, not to be read out.
          aria-live="off"
        >
          {shown.length === 0 ? (
            <p className="px-2 py-2 text-sm text-ink-soft">
              {all.length === 0 ? t.nothing : t.nothingChosen}
            </p>
          ) : (
            <ol className="relative mx-auto max-w-[60rem]">
              {shown.map((line) => (
                <Row
                  key={line.key}
                  line={line}
                  whos={shownWhos}
                  technical={technical}
                  open={open === line.key}
                  onOpen={() => setOpen(open === line.key ? undefined : line.key)}
                />
              ))}
            </ol>
          )}
        </div>
      </div>
    </section>
  )
}
