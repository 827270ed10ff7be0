/** What the bank asks of everybody: who it is, and the questions of the law. What is missing is said at its field. */
import { Button, CheckBox, OptionGroup, Panel, Screen, TextLine, useTexts } from '@kazashi/ui'
import { type ReactNode, useState } from 'react'
import type { Answers } from './account.ts'
import { asPairs, isOwnWhole, OwnQuestions } from './own-questions.tsx'
import { texts } from './texts.ts'

interface FormProps {
  readonly brand: ReactNode
  readonly told: ReactNode
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
  readonly onBack: () => void
}

const telephoneForm = /^0\d{9,10}$/

export function AboutYou(
  props: FormProps & { readonly filled: boolean; readonly onNext: () => void },
) {
  const t = useTexts(texts)
  const [tried, setTried] = useState(false)
  const { answers, onChange } = props
  const telephone = answers.telephone.normalize('NFKC').replaceAll(/[\s-]/g, '')
  const wrong = {
    name: answers.name.trim() === '',
    address: answers.address.trim() === '',
    birthDate: answers.birthDate === '',
    telephone: !telephoneForm.test(telephone),
  }
  const errorOf = (field: keyof typeof wrong) =>
    tried && wrong[field] ? t.missing[field] : undefined
  const next = () => {
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    onChange({ ...answers, telephone })
    props.onNext()
  }
  const line = (field: 'name' | 'address' | 'telephone', autoComplete: string) => (
    <TextLine
      name={field}
      label={t.fields[field]}
      hint={t.hints[field]}
      type={field === 'telephone' ? 'tel' : 'text'}
      autoComplete={autoComplete}
      value={answers[field]}
      onChange={(value) => onChange({ ...answers, [field]: value })}
      error={errorOf(field)}
    />
  )
  return (
    <Screen
      key="person"
      brand={props.brand}
      step={{ at: 1, of: 4, name: t.steps[0] ?? '' }}
      title={t.person}
      actions={
        <>
          <Button onPress={next}>{t.next}</Button>
          <Button look="second" onPress={props.onBack}>
            {t.back}
          </Button>
        </>
      }
    >
      {props.told}
      <p>{t.personLead}</p>
      {props.filled && <Panel tone="info">{t.fromClaims}</Panel>}
      {line('name', 'name')}
      {line('address', 'street-address')}
      <TextLine
        name="birthDate"
        label={t.fields.birthDate}
        type="date"
        autoComplete="bday"
        value={answers.birthDate}
        onChange={(birthDate) => onChange({ ...answers, birthDate })}
        error={errorOf('birthDate')}
      />
      {line('telephone', 'tel-national')}
    </Screen>
  )
}

const ofLaw = ['exposed', 'taxedElsewhere', 'forOthers'] as const
/** Questions that are answered with yes or no, and by nobody else. */
const askedOf = ({ product }: Answers) =>
  product === 'deposit' ? ofLaw : ([...ofLaw, 'nisa', 'insider'] as const)

export function Questions(
  props: FormProps & { readonly busy: boolean; readonly onNext: () => void },
) {
  const t = useTexts(texts)
  const [tried, setTried] = useState(false)
  const { answers, onChange } = props
  const [answered, setAnswered] = useState<ReadonlySet<string>>(
    new Set(answers.declares ? askedOf(answers) : []),
  )
  const next = () => {
    setTried(true)
    const isWhole =
      isOwnWhole(answers) &&
      answers.occupation !== '' &&
      answers.declares &&
      askedOf(answers).every((one) => answered.has(one))
    if (isWhole) props.onNext()
  }
  const choose = (missing: boolean) => (tried && missing ? t.missing.choose : undefined)
  /** @param holds what was answered */
  const yesNo = (
    name: string,
    question: string,
    holds: boolean,
    after: (yes: boolean) => Answers,
  ) => (
    <OptionGroup
      key={name}
      label={question}
      options={asPairs(t.yesNo)}
      value={answered.has(name) ? (holds ? 'yes' : 'no') : undefined}
      onChange={(value) => {
        setAnswered(new Set([...answered, name]))
        onChange(after(value === 'yes'))
      }}
      error={choose(!answered.has(name))}
    />
  )
  return (
    <Screen
      key="questions"
      brand={props.brand}
      step={{ at: 2, of: 4, name: t.steps[1] ?? '' }}
      title={t.use}
      actions={
        <>
          <Button onPress={next}>{props.busy ? t.making : t.make}</Button>
          <Button look="second" onPress={props.onBack}>
            {t.back}
          </Button>
        </>
      }
    >
      {props.told}
      <p>{t.useLead}</p>
      <OwnQuestions answers={answers} onChange={onChange} tried={tried} yesNo={yesNo} />
      <OptionGroup
        label={t.occupation}
        options={asPairs(t.occupationWords)}
        value={answers.occupation === '' ? undefined : answers.occupation}
        onChange={(occupation) => onChange({ ...answers, occupation })}
        error={choose(answers.occupation === '')}
      />
      {ofLaw.map((question) =>
        yesNo(question, t[question], answers[question], (yes) => ({ ...answers, [question]: yes })),
      )}
      <CheckBox
        checked={answers.declares}
        onChange={(declares) => onChange({ ...answers, declares })}
        {...(tried && !answers.declares && { error: t.missing.declares })}
      >
        {t.declares}
      </CheckBox>
    </Screen>
  )
}
