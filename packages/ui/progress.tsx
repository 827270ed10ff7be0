/** Waiting, shown honestly: the present step, the steps done, the steps to come. */
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({ ja: { done: '（済み）' }, en: { done: ' (done)' } })

export interface ProgressStep {
  readonly label: string
  readonly state: 'done' | 'now' | 'later'
}

const lines = { done: '', now: 'font-bold', later: 'text-ink-soft' } as const

export function Progress({ steps, label }: { steps: readonly ProgressStep[]; label: string }) {
  const t = useTexts(texts)
  const now = steps.find(({ state }) => state === 'now')
  return (
    <>
      <p role="status" className="sr-only">
        {now?.label}
      </p>
      <ol aria-label={label} className="rounded-12 bg-surface px-4 py-3 large:px-3">
        {steps.map((step) => (
          <li
            key={step.label}
            {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
            className={`flex items-start gap-3 py-2 leading-normal ${lines[step.state]}`}
          >
            <Mark state={step.state} />
            <span className="min-w-0 flex-1">
              {step.label}
              {step.state === 'done' && <span className="sr-only">{t.done}</span>}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** A step's mark: a tick, a ring that turns, an empty place. */
function Mark({ state }: { state: ProgressStep['state'] }) {
  if (state === 'now') return <Spinner />
  return (
    <span
      aria-hidden="true"
      className={`flex size-[1.5em] shrink-0 items-center justify-center rounded-full ${state === 'done' ? 'bg-done text-on-done' : 'border-2 border-line'}`}
    >
      {state === 'done' && <Icon name="check" size="sign" />}
    </span>
  )
}

/** A ring that turns; where motion is not wanted it stands still beside words that say the same. */
export function Spinner({ large = false }: { large?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`spinning inline-block shrink-0 rounded-full border-accent-trail border-t-accent ${large ? 'size-16 border-[6px]' : 'size-[1.5em] border-4'}`}
    />
  )
}

/** All that a screen shows while one waits: the present step, how long it takes, whether the app may be closed. */
export const Waiting = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col items-center gap-6 py-10 text-center">
    <Spinner large />
    {children !== undefined && <p role="status">{children}</p>}
  </div>
)
