/** An application as a document: paper with headings and lines. */
import { Button, useTexts } from '@kazashi/ui'
import { useWords } from './parts.tsx'
import type { Application } from './shapes.ts'
import { texts } from './texts.ts'

export function DocumentSheet(props: {
  readonly shown: Application
  /** Back to a step, to correct it. */
  readonly onCorrect?: (at: number) => void
}) {
  const t = useTexts(texts)
  const words = useWords()
  const { shown, onCorrect } = props
  const { form, sections } = shown
  return (
    <article className="flex flex-col gap-4 border border-paper-line bg-paper p-5 shadow-1 large:p-3">
      <h2 className="text-center text-xl">{words(form.title)}</h2>
      <p className="text-center text-sm text-ink-soft">
        {t.office}：{words(form.office)}
      </p>
      {sections.map(({ title, rows }) => {
        const at = form.steps.findIndex((step) => step.title.ja === title.ja)
        return (
          <section key={title.ja}>
            <div className="flex items-center justify-between gap-3 border-b border-edge">
              <h3 className="text-base">{words(title)}</h3>
              {onCorrect && at >= 0 && (
                <Button look="plain" onPress={() => onCorrect(at)}>
                  {t.correct}
                  <span className="sr-only">{words(title)}</span>
                </Button>
              )}
            </div>
            <dl>
              {rows.map(({ label, value }) => (
                <div key={label.ja} className="flex flex-wrap gap-x-4 border-b border-line py-1.5">
                  <dt className="w-44 text-base text-ink-soft">{words(label)}</dt>
                  <dd className="min-w-40 flex-1 font-bold" lang="ja">
                    {value}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
    </article>
  )
}
