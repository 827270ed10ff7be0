/** One application: its steps, the review with the signature, or what was taken. */
import { Button, Panel, useLanguage, useTexts } from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import { ask, type Refusal, useAsked } from './ask.ts'
import { DocumentSheet } from './document.tsx'
import { Inside, Loaded, Refused, useWords } from './parts.tsx'
import { goTo } from './place.ts'
import { application, nothing, type Application as Shown, words } from './shapes.ts'
import { FormStep } from './step.tsx'
import { Taken } from './taken.tsx'
import { texts } from './texts.ts'

const told = z.object({ title: words, next: words })

/** Why the browser was led back (`?came=`), in the words of the portal's own table. It is told once. */
function useCame(): Refusal | undefined {
  const { language } = useLanguage()
  const [code] = useState(() => new URLSearchParams(location.search).get('came'))
  const [refusal, setRefusal] = useState<Refusal>()
  useEffect(() => {
    if (code === null) return
    history.replaceState(history.state, '', location.pathname + location.hash)
    void ask(`/problems/${encodeURIComponent(code)}`, told, { language }).then((answer) => {
      if (!answer.ok) return setRefusal({ ...answer.refusal, code })
      const { title, next } = answer.value
      setRefusal({ code, title: title[language], next: next[language], document: undefined })
    })
  }, [code, language])
  return refusal
}

function Review(props: {
  readonly shown: Shown
  readonly refusal: Refusal | undefined
  readonly onCorrect: (at: number) => void
}) {
  const t = useTexts(texts)
  const text = useWords()
  const { language } = useLanguage()
  const { shown, refusal, onCorrect } = props
  const [isSure, setSure] = useState(false)
  const [refused, setRefused] = useState<Refusal>()
  const { form, id } = shown
  const of = form.steps.length + 1
  const withdraw = async () => {
    if (!isSure) return setSure(true)
    const answer = await ask(`/api/applications/${id}`, nothing, { language, method: 'DELETE' })
    if (answer.ok) goTo('/procedures')
    else setRefused(answer.refusal)
  }
  const shownRefusal = refused ?? refusal
  return (
    <Inside
      narrow
      title={t.review}
      step={{ at: of, of, name: text(form.title) }}
      actions={
        <>
          <Button
            onPress={() => location.assign(`/applications/${id}/sign?ui_locales=${language}`)}
          >
            {t.sign}
          </Button>
          <Button look="second" onPress={() => onCorrect(form.steps.length - 1)}>
            {t.previous}
          </Button>
        </>
      }
    >
      {shownRefusal && <Refused refusal={shownRefusal} />}
      <p>{t.reviewWords}</p>
      <DocumentSheet shown={shown} onCorrect={onCorrect} />
      <Panel tone="info">{t.signWords}</Panel>
      <Button look="plain" onPress={() => void withdraw()}>
        {isSure ? t.withdrawSure : t.withdraw}
      </Button>
    </Inside>
  )
}

export function Application({ id }: { readonly id: string }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { asked, again, set } = useAsked(`/api/applications/${id}`, application, language)
  const refusal = useCame()
  /** Chosen by going back; else where the draft stands. */
  const [chosen, setChosen] = useState<number>()
  if (asked?.ok !== true)
    return (
      <Inside narrow title={t.procedures}>
        <Loaded asked={asked} again={() => void again()}>
          {() => undefined}
        </Loaded>
      </Inside>
    )
  const shown = asked.value
  if (shown.state !== 'draft') return <Taken shown={shown} />
  const { steps } = shown.form
  const found = steps.findIndex(({ name }) => name === shown.step)
  const at = chosen ?? (found < 0 ? steps.length : found)
  if (at >= steps.length) return <Review shown={shown} refusal={refusal} onCorrect={setChosen} />
  return (
    <FormStep
      key={`${at} ${refusal?.code ?? ''}`}
      shown={shown}
      at={at}
      refusal={refusal}
      onBack={() => setChosen(at - 1)}
      onShown={(next) => {
        set(next)
        setChosen(undefined)
      }}
    />
  )
}
