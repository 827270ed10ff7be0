/** Where one is in a procedure: 「3 / 7」, the name of the step, a bar. With large text the numbers alone are seen. */
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: { progress: '手続きの進み具合' },
  en: { progress: 'Progress' },
})

export interface Step {
  readonly at: number
  readonly of: number
  readonly name: string
}

export function StepBar({ step }: { readonly step: Step }) {
  const t = useTexts(texts)
  const { at, of, name } = step
  return (
    <div>
      <p className="text-sm text-ink-soft">
        <b className="text-ink tabular-nums large:text-base">
          {at} / {of}
        </b>{' '}
        <span className="ml-1 large:sr-only">{name}</span>
      </p>
      <div
        role="progressbar"
        aria-label={t.progress}
        aria-valuemin={0}
        aria-valuemax={of}
        aria-valuenow={at}
        className="mt-1.5 flex h-1.5 overflow-hidden rounded-full bg-accent-trail forced-colors:border large:sr-only"
      >
        <span
          className="bg-accent forced-colors:bg-[CanvasText]"
          style={{ width: `${(100 * at) / of}%` }}
        />
      </div>
    </div>
  )
}
