/** 「いま起きたこと」: a sequence diagram of what card, phone, sites and authority asked each other, the newest below and in view. */
import { Button, Icon, useLanguage, useTexts } from '@kazashi/ui'
import { useEffect, useMemo, useRef, useState } from 'react'
import { narrowPlaces } from '../narrow-bar.tsx'
import { toHar, toJson } from './export.ts'
import { type Line, linesOf, type Who, whosIn } from './lines.ts'
import { Row } from './row.tsx'
import type { Seen } from './seen.ts'
import { happenedTexts } from './texts.ts'

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
    <div aria-hidden="true" className="hidden border-b border-line px-2 py-1 @[24rem]:flex">
      {whos.map((who) => (
        <span key={who} className="flex min-w-0 flex-1 justify-center px-0.5">
          <span className="rounded-full bg-accent-soft px-2 py-0.5 text-center text-xs leading-tight font-bold text-ink">
            {t.whos[who]}
          </span>
        </span>
      ))}
    </div>
  )
}

function Filter(props: {
  readonly whos: readonly Who[]
  readonly hidden: ReadonlySet<Who>
  readonly onChange: (hidden: ReadonlySet<Who>) => void
}) {
  const t = useTexts(happenedTexts)
  const { whos, hidden, onChange } = props
  const toggle = (who: Who) => {
    const next = new Set(hidden)
    if (!next.delete(who)) next.add(who)
    onChange(next)
  }
  return (
    <fieldset className="flex flex-wrap gap-1">
      <legend className="sr-only">{t.show}</legend>
      {whos.map((who) => (
        <label
          key={who}
          className="inline-flex min-h-11 cursor-pointer items-center gap-1 rounded-full border border-edge px-2 text-xs has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-4"
        >
          <input
            type="checkbox"
            checked={!hidden.has(who)}
            onChange={() => toggle(who)}
            className="size-4 accent-[var(--accent)]"
          />
          {t.whos[who]}
        </label>
      ))}
    </fieldset>
  )
}

export function Happened({ seen }: { readonly seen: readonly Seen[] }) {
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
  return (
    <section
      aria-label={t.title}
      id={narrowPlaces.happened}
      className="@container scroll-mt-2 flex min-h-0 flex-1 flex-col rounded-12 border border-line bg-ground"
    >
      <div className="flex flex-wrap items-center gap-x-2 border-b border-line px-3">
        <h2 className="mr-auto py-1.5 text-sm">{t.title}</h2>
        {lines.length > newest && (
          <Button look="plain" pressed={older} onPress={() => setOlder(!older)}>
            <Icon name="history" size="sign" /> {older ? t.olderOff : t.older}
          </Button>
        )}
        <Button look="plain" pressed={technical} onPress={() => setTechnical(!technical)}>
          <Icon name="eye" size="sign" /> {t.bytes}
        </Button>
        <Tools
          disabled={all.length === 0}
          onClear={() => {
            setOpen(undefined)
            setClearedAt(
              seen
                .map(({ at }) => at)
                .sort()
                .at(-1) ?? clearedAt,
            )
          }}
          onJson={() =>
            save('kazashi-happened.json', 'application/json', toJson(lines, language, new Date()))
          }
          onHar={() => save('kazashi-happened.har', 'application/json', toHar(lines, version))}
        >
          <Filter whos={whos} hidden={hidden} onChange={setHidden} />
        </Tools>
      </div>
      {all.length > 0 && <Heads whos={shownWhos} />}
      <div
        ref={end}
        className="min-h-24 flex-1 overflow-y-auto px-2 py-1 @max-[24rem]:max-h-[70vh]"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        role="log"
      >
        {shown.length === 0 ? (
          <p className="px-2 py-2 text-sm text-ink-soft">
            {all.length === 0 ? t.nothing : t.nothingChosen}
          </p>
        ) : (
          <ol className="relative">
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
    </section>
  )
}

/** What is done now and then is folded: who is shown, files, clearing. */
function Tools(props: {
  readonly disabled: boolean
  readonly onClear: () => void
  readonly onJson: () => void
  readonly onHar: () => void
  readonly children: React.ReactNode
}) {
  const t = useTexts(happenedTexts)
  if (props.disabled) return null
  return (
    <details className="group order-last w-full">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-1 text-sm text-accent">
        <Icon name="settings" size="sign" /> {t.show}・{t.save}
        <Icon name="down" size="sign" tone="group-open:rotate-180" />
      </summary>
      <div className="flex flex-col gap-2 pb-2">
        {props.children}
        <div className="flex flex-wrap gap-2">
          <Button look="small" onPress={props.onJson}>
            <Icon name="download" size="sign" /> {t.saveJson}
          </Button>
          <Button look="small" onPress={props.onHar}>
            <Icon name="download" size="sign" /> {t.saveHar}
          </Button>
          <Button look="small" onPress={props.onClear}>
            <Icon name="trash" size="sign" /> {t.clear}
          </Button>
        </div>
      </div>
    </details>
  )
}
