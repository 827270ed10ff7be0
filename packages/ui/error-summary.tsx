/** An error where it happened: the fault, the reason, the next step; then its code and the telephone number. Never a dead end. */
import { type ReactNode, useEffect, useRef } from 'react'
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: {
    next: '次にすること',
    code: 'エラー番号',
    call: '困ったときは',
    guidance: '（ガイダンス4番）',
  },
  en: {
    next: 'What to do next',
    code: 'Error code',
    call: 'Need help?',
    guidance: ' (press 4)',
  },
})

/** Free dial of the course, 1-D. */
export const freeDial = '0120-95-0178'

export interface ErrorWords {
  readonly what: string
  readonly why: string
  readonly next: readonly string[]
}

/** @param props.children further facts to show at once, such as the tries left */
export function ErrorSummary(props: { words: ErrorWords; code: string; children?: ReactNode }) {
  const { words, code } = props
  const t = useTexts(texts)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus()
    title.current?.scrollIntoView({ block: 'center' })
  }, [])
  return (
    <section role="alert" className="rounded-12 border-2 border-bad bg-bad-soft px-4 py-3">
      <h2 ref={title} tabIndex={-1} className="text-xl text-bad">
        <span aria-hidden="true">✕ </span>
        {words.what}
      </h2>
      <p className="mt-1">{words.why}</p>
      {props.children}
      {words.next.length > 0 && (
        <>
          <h3 className="mt-3 text-base">{t.next}</h3>
          <ul className="list-disc pl-6">
            {words.next.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <CodeAndCall code={code} />
    </section>
  )
}

/** The code that a person can quote on the telephone, and the number to call. */
export function CodeAndCall({ code }: { code: string }) {
  const t = useTexts(texts)
  return (
    <p className="mt-3 border-t border-line pt-2 text-base">
      {t.code} <span className="break-all">{code}</span>
      <br />
      {t.call}{' '}
      <a href={`tel:${freeDial}`} className="quiet-link inline-block py-2 text-lg font-bold">
        {freeDial}
      </a>{' '}
      <span className="inline-block">{t.guidance}</span>
    </p>
  )
}
