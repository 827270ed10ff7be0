/** One step of a form: its group of questions, saved when one goes on or leaves it, and filled in from the certificate where wanted. */
import { Button, Icon, Panel, useLanguage, useTexts } from '@kazashi/ui'
import { useEffect, useRef, useState } from 'react'
import { ask, type Refusal } from './ask.ts'
import { ChoiceQuestion, PeopleQuestion, TextQuestion } from './fields.tsx'
import { Papers } from './papers.tsx'
import { Inside, Refused, useWords } from './parts.tsx'
import { goTo } from './place.ts'
import { type Answers, type Application, application, faultList, type Words } from './shapes.ts'
import { texts } from './texts.ts'

export interface StepProps {
  readonly shown: Application
  readonly at: number
  readonly refusal: Refusal | undefined
  readonly onShown: (next: Application) => void
  readonly onBack: () => void
}

export function FormStep({ shown, at, refusal, onShown, onBack }: StepProps) {
  const t = useTexts(texts)
  const words = useWords()
  const { language } = useLanguage()
  const { form, id } = shown
  const step = form.steps[at] ?? form.steps[0]
  const [answers, setAnswers] = useState<Answers>(shown.answers)
  const [faults, setFaults] = useState<Readonly<Record<string, Words>>>({})
  const [version, setVersion] = useState(shown.version)
  const [refused, setRefused] = useState(refusal)
  const [isBusy, setBusy] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const form_ = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (Object.keys(faults).length > 0)
      form_.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus()
  }, [faults])
  if (step === undefined) return undefined
  const put = async (check: boolean) => {
    setBusy(true)
    const answer = await ask(`/api/applications/${id}`, application, {
      language,
      method: 'PUT',
      body: { step: step.name, answers: own(), version, check },
    })
    setBusy(false)
    if (answer.ok) {
      setVersion(answer.value.version)
      setSaved(true)
      return answer.value
    }
    if (answer.refusal.code === 'ANSWERS_INVALID') {
      const told = faultList.parse(answer.refusal.document)
      if (told.version !== undefined) setVersion(told.version)
      const found = told.faults.flatMap((one) =>
        one.words ? [[one.field, one.words] as const] : [],
      )
      setFaults(Object.fromEntries(found))
      setRefused(undefined)
    } else setRefused(answer.refusal)
    return undefined
  }
  const own = (): Answers =>
    Object.fromEntries(
      step.fields.flatMap(({ name }) => {
        const value = answers[name]
        return value === undefined ? [] : [[name, value]]
      }),
    )
  const change = (name: string, value: Answers[string]) => {
    setSaved(false)
    setAnswers({ ...answers, [name]: value })
  }
  const text = (name: string) => {
    const value = answers[name]
    return typeof value === 'string' ? value : ''
  }
  const people = (name: string) => {
    const value = answers[name]
    return Array.isArray(value) ? value : []
  }
  const goOn = async () => {
    const next = await put(true)
    if (next) onShown(next)
  }
  const fill = async () => {
    if (await put(false)) location.assign(`/applications/${id}/fill?ui_locales=${language}`)
  }
  const hasFaults = Object.keys(faults).length > 0
  return (
    <Inside
      narrow
      title={words(step.title)}
      step={{ at: at + 1, of: form.steps.length + 1, name: words(form.title) }}
      actions={
        <>
          <Button type="submit" form="step">
            {isBusy ? t.saving : t.next}
          </Button>
          <Button look="second" onPress={at === 0 ? () => goTo('/procedures') : onBack}>
            {at === 0 ? t.back : t.previous}
          </Button>
        </>
      }
    >
      {refused && <Refused refusal={refused} />}
      {hasFaults && (
        <div role="alert">
          <Panel tone="warn" title={t.fix}>
            {t.fixWords}
          </Panel>
        </div>
      )}
      {step.lead && <p>{words(step.lead)}</p>}
      {step.fields.some(({ claim }) => claim !== undefined) && (
        <div className="flex flex-col gap-2 rounded-12 bg-accent-soft p-4">
          <p>{t.fillWords}</p>
          <Button look="second" onPress={() => void fill()}>
            <Icon name="certificate" /> {t.fill}
          </Button>
        </div>
      )}
      <form
        id="step"
        ref={form_}
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isBusy) void goOn()
        }}
      >
        {step.fields.map((field) => {
          const { name } = field
          const common = { field, fault: faults[name] }
          if (field.kind === 'files')
            return <Papers key={name} shown={shown} onVersion={setVersion} />
          if (field.kind === 'people')
            return (
              <PeopleQuestion
                key={name}
                {...common}
                value={people(name)}
                onChange={(value) => change(name, [...value])}
              />
            )
          const Question = field.kind === 'choice' ? ChoiceQuestion : TextQuestion
          return (
            <Question
              key={name}
              {...common}
              value={text(name)}
              onChange={(value) => change(name, value)}
            />
          )
        })}
      </form>
      <p role="status" className="text-sm text-good">
        {isSaved ? t.saved : ''}
      </p>
    </Inside>
  )
}
