/**
 * A contract to be read to its end before it is signed. Whoever comes to its end has read it. Until then the signing button goes on reading, part
 * by part, also by keyboard and screen reader: nothing is locked, the focus stays on it, and what it has become is said aloud.
 */
import { Button, defineTexts, Icon, useTexts } from '@kazashi/ui'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { ContractView } from '../contract/view.ts'

const texts = defineTexts({
  ja: {
    on: '続きを読む',
    why: '契約書を最後まで読むと、署名に進めます。',
    reached: '最後まで読みました。署名に進めます。',
  },
  en: {
    on: 'Read on',
    why: 'You can sign once you have read the contract to its end.',
    reached: 'You have read it to the end. You can sign now.',
  },
})

export interface Reading {
  readonly end: RefObject<HTMLParagraphElement | null>
  readonly reached: boolean
}

/** @param before it was read to its end some time before */
export function useReadToEnd(before: boolean): Reading {
  const end = useRef<HTMLParagraphElement>(null)
  const [reached, setReached] = useState(before)
  useEffect(() => {
    const mark = end.current
    if (mark === null || reached) return undefined
    // The bar of the actions covers the end of the window.
    const bar = document.querySelector('[data-bar]')
    const covered = bar instanceof HTMLElement ? bar.offsetHeight : 0
    const observer = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setReached(true)
      },
      { rootMargin: `0px 0px -${covered}px 0px` },
    )
    observer.observe(mark)
    return () => observer.disconnect()
  }, [reached])
  return { end, reached }
}

/** Part of the window that "read on" goes ahead: the last lines are seen again. */
const ahead = 0.7

/** One button in one place, so that the focus stays on it: it goes on reading, then signs. */
export function ReadThenSign(props: {
  readonly reading: Reading
  /** Of the button, once it signs. */
  readonly words: string
  readonly onSign: () => void
}) {
  const t = useTexts(texts)
  const { reached } = props.reading
  const readOn = () => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    const behavior = isStill ? 'instant' : 'smooth'
    window.scrollBy({ top: ahead * window.innerHeight, behavior })
  }
  return (
    <>
      {!reached && <p className="text-base text-ink-soft">{t.why}</p>}
      <Button onPress={reached ? props.onSign : readOn}>{reached ? props.words : t.on}</Button>
    </>
  )
}

export function Paper(props: { readonly contract: ContractView; readonly reading: Reading }) {
  const { title, rows, sections, closing } = props.contract
  const { end, reached } = props.reading
  const t = useTexts(texts)
  return (
    <>
      <article
        lang="ja"
        className="rounded-12 border border-line bg-surface p-5 [line-break:strict] large:p-3"
      >
        <h2 className="text-center text-xl">{title}</h2>
        <dl className="mt-3 divide-y divide-line">
          {rows.map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-4 py-2">
              <dt className="w-[9em] text-base text-ink-soft">{name}</dt>
              <dd className="min-w-[10em] flex-1 font-bold [overflow-wrap:anywhere]">{value}</dd>
            </div>
          ))}
        </dl>
        {sections.map((section) => (
          <section key={section.title} className="mt-4">
            <h3 className="text-lg">{section.title}</h3>
            <ul className="mt-1 flex flex-col gap-1">
              {section.lines.map((line) => (
                <li key={line} className="flex gap-1">
                  <span aria-hidden="true">{line.startsWith('・') ? '・' : ''}</span>
                  <span>{line.replace(/^・/u, '')}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <p className="mt-5 flex items-center gap-3 rounded-8 border-2 border-dashed border-accent bg-accent-soft p-3 font-bold">
          <Icon name="document" tone="text-accent" />
          <span>{closing}</span>
        </p>
      </article>
      <p ref={end} role="status" className="flex min-h-7 items-center gap-2 font-bold text-good">
        {reached && (
          <>
            <Icon name="check" tone="text-good" />
            <span>{t.reached}</span>
          </>
        )}
      </p>
    </>
  )
}
