/** An error where it happened: the fault and what to do first; its code and the telephone are folded below. Never a dead end. */
import { Fragment, type ReactNode, useEffect, useRef } from 'react'
import { Disclosure } from './disclosure.tsx'
import { Telephone } from './telephone.tsx'
import { defineTexts, useTexts } from './texts.tsx'

const texts = defineTexts({
  ja: {
    next: '次にすること',
    more: 'うまくいかないとき（電話・エラー番号）',
    moreNext: '確かめること（電話・エラー番号）',
    code: 'エラー番号',
    call: '困ったときは',
    guidance: '（ガイダンス4番）',
  },
  en: {
    next: 'What to do next',
    more: 'If this does not help (telephone, error code)',
    moreNext: 'What to check (telephone, error code)',
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

/**
 * @param props.children further facts to show at once, such as the tries left
 * @param props.brief the field to correct comes right below: what to do next is folded, so that it is seen
 */
export function ErrorSummary(props: {
  words: ErrorWords
  code: string
  children?: ReactNode
  brief?: boolean
}) {
  const { words, code, brief = false } = props
  const t = useTexts(texts)
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.focus({ preventScroll: true })
    const bring = () => {
      if (brief) document.querySelector('form input')?.scrollIntoView({ block: 'nearest' })
      title.current?.scrollIntoView({ block: brief ? 'nearest' : 'center' })
    }
    // Once the screen has come to its beginning, and its bar has told its height.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(bring)
    })
    return () => cancelAnimationFrame(frame)
  }, [brief])
  return (
    <div role="alert" className="flex flex-col gap-4">
      <section className="rounded-r-12 border-l-4 border-bad bg-bad-soft px-4 py-3">
        <h2 ref={title} tabIndex={-1} className="text-xl text-bad">
          {words.what}
        </h2>
        <p className="mt-1">{words.why}</p>
        {props.children}
        {!brief && words.next.length > 0 && (
          <>
            <h3 className="mt-3 text-base">{t.next}</h3>
            <NextSteps steps={words.next} />
          </>
        )}
      </section>
      <Disclosure title={brief ? t.moreNext : t.more}>
        {brief && <NextSteps steps={words.next} />}
        <CodeAndCall code={code} />
      </Disclosure>
    </div>
  )
}

const NextSteps = ({ steps }: { steps: readonly string[] }) => (
  <ul className="list-disc pl-[1.25em]">
    {steps.map((step) => (
      <li key={step}>{step}</li>
    ))}
  </ul>
)

/** A code breaks after an underscore only, never in the middle of a word. */
function Code({ code }: { readonly code: string }) {
  const words = code.split(/(?<=_)/)
  return (
    <b className="font-mono">
      {words.map((word, index) => (
        <Fragment key={words.slice(index).join('')}>
          <span className="whitespace-nowrap">{word}</span>
          <wbr />
        </Fragment>
      ))}
    </b>
  )
}

/** The code that a person can quote on the telephone, and the number to call. */
export function CodeAndCall({ code }: { code: string }) {
  const t = useTexts(texts)
  return (
    <p className="text-base">
      {t.code} <Code code={code} />
      <br />
      {t.call} <Telephone number={freeDial} /> <span className="inline-block">{t.guidance}</span>
    </p>
  )
}
