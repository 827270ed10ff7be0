/** 「ここから」: the next step in one sentence, and the one mark that stands where it is done. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import { useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import type { LeadStep } from './lead.ts'
import { type LeadWords, leadTexts } from './lead-texts.ts'

const corners = {
  top: '-top-2 -left-2',
  bottom: 'bottom-20 -left-2',
  end: '-top-2 -right-2',
  above: '-top-6 left-1/2 -translate-x-1/2',
  before: 'top-1/2 right-full -mr-2 -translate-y-1/2',
} as const

/** Stands at the left of the place it is in, which is `relative`; below on the phone and the computer, whose buttons are there; at the end of the clock, where its jumps are, and of the paper, whose title it would cover; above or before what is narrow, whose words it would cover. */
export function Mark({ at = 'top' }: { readonly at?: keyof typeof corners }) {
  const t = useTexts(leadTexts)
  return (
    <span
      data-testid="mark"
      className={`pointer-events-none absolute z-30 flex h-7 min-w-7 items-center justify-center rounded-full bg-[#c74700] px-2 text-xs font-bold whitespace-nowrap text-white ring-4 ring-[#c74700]/25 ${corners[at]}`}
    >
      {t.here}
    </span>
  )
}

/** @param props.children a button for the step, where there is one on the desk */
export function LeadBar(props: {
  readonly step: LeadStep
  readonly movesClock: boolean
  readonly platform: PhonePlatform
  readonly words: LeadWords
  readonly children?: ReactNode
}) {
  const t = useTexts(leadTexts)
  const { step, movesClock, platform, words } = props
  const { title, hint } = { ...t.steps[step], ...(platform === 'iphone' && t.iphone[step]) }
  const learners = movesClock ? undefined : t.learners[step]
  return (
    <section
      aria-label={t.label}
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-12 border-2 border-[#c74700] bg-ground px-2 py-1.5"
    >
      <p className="rounded-8 bg-[#c74700] px-3 py-1 text-sm font-bold text-white">
        {step === 'done' ? t.finished : t.start}
      </p>
      <p role="status" className="min-w-0 flex-1 basis-48 text-sm">
        <b className="mr-2">{title(words)}</b>
        <span className="text-ink-soft">
          {learners ?? (typeof hint === 'function' ? hint(words) : hint)}
        </span>
      </p>
      {props.children}
    </section>
  )
}
