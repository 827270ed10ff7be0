/** One line between the lifelines: words, what is technical in small, an arrow, and its way back. A press opens what is behind it. */
import { Icon, useLanguage, useTexts } from '@kazashi/ui'
import { type ReactNode, useEffect, useRef } from 'react'
import { Detail } from './detail.tsx'
import type { Line, Who } from './lines.ts'
import { happenedTexts } from './texts.ts'
import { tell } from './told.ts'

/** Where a lifeline stands, in percent of the width. */
const placeOf = (whos: readonly Who[], who: Who): number =>
  ((whos.indexOf(who) + 0.5) / Math.max(1, whos.length)) * 100

function Lifelines({ whos }: { whos: readonly Who[] }) {
  return (
    <span aria-hidden="true" className="absolute inset-0 hidden @[24rem]:block">
      {whos.map((who) => (
        <span
          key={who}
          className="absolute inset-y-0 border-l-2 border-dotted border-line"
          style={{ left: `${placeOf(whos, who)}%` }}
        />
      ))}
    </span>
  )
}

function Arrow(props: {
  readonly from: number
  readonly to: number
  readonly look: 'ask' | 'answer' | 'bad'
}) {
  const { from, to, look } = props
  const left = Math.min(from, to)
  const color = { ask: 'text-accent', answer: 'text-good', bad: 'text-bad' }[look]
  const line = look === 'ask' ? 'border-solid' : 'border-dashed'
  return (
    <span aria-hidden="true" className={`relative hidden h-2.5 @[24rem]:block ${color}`}>
      <span
        className={`absolute top-1 border-t-2 border-current ${line}`}
        style={{ left: `${left}%`, width: `${Math.abs(to - from)}%` }}
      />
      <svg
        aria-hidden="true"
        viewBox="0 0 10 10"
        className={`absolute top-0 size-2.5 fill-none stroke-current ${to > from ? '-translate-x-full' : ''}`}
        style={{ left: `${to}%` }}
      >
        <path d={to > from ? 'M2 1 L9 5 L2 9' : 'M8 1 L1 5 L8 9'} strokeWidth="2" />
      </svg>
    </span>
  )
}

/** Text begins at the left end of its arrow, and ends at the right one where it would not fit. */
function Beside(props: {
  readonly from: number
  readonly to: number
  readonly children: ReactNode
}) {
  const { from, to, children } = props
  const left = Math.min(from, to)
  const right = 100 - Math.max(from, to)
  const atRight = left > 45
  return (
    <span
      className={`relative block @max-[24rem]:px-0! ${atRight ? '@[24rem]:text-right' : ''}`}
      style={atRight ? { paddingRight: `${Math.max(0, right)}%` } : { paddingLeft: `${left}%` }}
    >
      <span className="inline-block rounded-4 bg-ground/85 px-1 group-aria-expanded:bg-transparent">
        {children}
      </span>
    </span>
  )
}

export function Row(props: {
  readonly line: Line
  readonly whos: readonly Who[]
  readonly open: boolean
  readonly onOpen: () => void
  readonly technical: boolean
}) {
  const { line, whos, open, onOpen, technical } = props
  const t = useTexts(happenedTexts)
  const { language } = useLanguage()
  const told = tell(line, language)
  const isAnswer = line.part === 'answer'
  const [a, b] = isAnswer ? [line.to, line.from] : [line.from, line.to]
  const [from, to] = [placeOf(whos, a), placeOf(whos, b)]
  const isOwn = a === b
  const look = told.refused ? 'bad' : isAnswer ? 'answer' : 'ask'
  const below = [told.technical, told.clause].filter((part) => part !== undefined && part !== '')
  const hasBytes = line.what.type === 'apdu' || (line.what.type === 'request' && !isAnswer)
  const place = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (open) place.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const id = `happened-${line.key.replaceAll(/\W/g, '-')}`
  return (
    <li ref={place} className="relative" data-from={a} data-to={b} data-what={line.what.type}>
      <Lifelines whos={whos} />
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={onOpen}
        className={`group relative block min-h-11 w-full cursor-pointer rounded-6 py-1 text-left text-sm leading-snug hover:bg-accent-soft ${open ? 'bg-accent-soft' : ''}`}
      >
        <span className="mr-2 inline-block rounded-full bg-surface px-2 text-xs @[24rem]:sr-only">
          <span aria-hidden="true">{isOwn ? t.whos[a] : `${t.whos[a]} → ${t.whos[b]}`}</span>
          <span className="sr-only">
            {isOwn ? t.own(t.whos[a]) : t.fromTo(t.whos[a], t.whos[b])}
          </span>
        </span>
        <Beside from={from} to={to}>
          {told.refused && <Icon name="error" size="sign" tone="mr-1 inline text-bad" />}
          <b className={told.refused && line.part !== 'both' ? 'text-bad' : ''}>{told.words}</b>
        </Beside>
        {!isOwn && <Arrow from={from} to={to} look={look === 'bad' && !isAnswer ? 'ask' : look} />}
        <Beside from={from} to={to}>
          <span className="text-xs wrap-anywhere text-ink-soft">{below.join('　')}</span>
          {told.answer !== undefined && (
            <span
              className={`ml-2 inline-block text-xs font-bold ${told.refused ? 'text-bad' : 'text-good'}`}
            >
              <span className="sr-only">{t.answers}</span>
              {told.answer}
            </span>
          )}
        </Beside>
        {told.answer !== undefined && !isOwn && (
          <Arrow from={to} to={from} look={told.refused ? 'bad' : 'answer'} />
        )}
      </button>
      <div id={id}>
        {(open || (technical && hasBytes)) && <Detail line={line} told={told} whole={open} />}
      </div>
    </li>
  )
}
