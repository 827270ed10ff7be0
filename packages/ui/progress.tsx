/** Waiting, shown honestly: the present step, the steps done, the steps to come. */
import type { ReactNode } from 'react'

export interface ProgressStep {
  readonly label: string
  readonly state: 'done' | 'now' | 'later'
}

export function Progress({ steps, label }: { steps: readonly ProgressStep[]; label: string }) {
  const now = steps.find(({ state }) => state === 'now')
  return (
    <>
      <p role="status" className="sr-only">
        {now?.label}
      </p>
      <ol aria-label={label} className="rounded-12 border border-line bg-ground px-4 py-3">
        {steps.map((step) => (
          <li
            key={step.label}
            {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
            className={`flex items-center gap-3 py-1 ${step.state === 'now' ? 'font-bold' : ''} ${step.state === 'done' ? 'text-good' : ''} ${step.state === 'later' ? 'text-ink-soft' : ''}`}
          >
            <Mark state={step.state} />
            {step.label}
          </li>
        ))}
      </ol>
    </>
  )
}

function Mark({ state }: { state: ProgressStep['state'] }) {
  if (state === 'now') return <Spinner />
  return (
    <span aria-hidden="true" className="inline-flex w-5 justify-center">
      {state === 'done' ? '✓' : '・'}
    </span>
  )
}

/** A ring that spins; where motion is not wanted it stands still beside words that say the same. */
export function Spinner({ large = false }: { large?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={`spinning inline-block shrink-0 rounded-full border-line border-t-accent ${large ? 'size-16 border-[6px]' : 'size-5 border-[3px]'}`}
    />
  )
}

/** All that a screen shows while one waits: the present step, how long it takes, whether the app may be closed. */
export const Waiting = ({ children }: { children: ReactNode }) => (
  <div className="flex flex-col items-center gap-6 py-10">
    <Spinner large />
    {children !== undefined && <p role="status">{children}</p>}
  </div>
)

/** The mark of something that is done. */
export function DoneMark() {
  return (
    <span
      aria-hidden="true"
      className="arriving mx-auto flex size-20 items-center justify-center rounded-full bg-good-soft text-good"
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 24 24"
        className="size-12"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.5"
      >
        <path d="M4 12.5l5.5 5.5L20 7" />
      </svg>
    </span>
  )
}
