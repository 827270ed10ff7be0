/** What the bank asks: who it is, and what the account is for. What is missing is said at its field. */
import { Button, CheckBox, OptionGroup, Panel, Screen, TextLine, useTexts } from '@kazashi/ui'
import { type ReactNode, useState } from 'react'
import type { Account, Answers } from './account.ts'
import { texts } from './texts.ts'

/** What is filled in already. Nothing is answered for anybody. */
export const startOf = ({ claims, application }: Account): Answers =>
  application?.form ?? {
    name: claims.name ?? '',
    address: claims.address ?? '',
    birthDate: claims.birthDate ?? '',
    telephone: '',
    purposes: [],
    occupation: '',
    volume: '',
    exposed: false,
    taxedElsewhere: false,
    forOthers: false,
    declares: false,
  }

interface FormProps {
  readonly brand: ReactNode
  readonly told: ReactNode
  readonly answers: Answers
  readonly onChange: (answers: Answers) => void
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
      actions={<Button onPress={next}>{t.next}</Button>}
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

const asPairs = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  Object.entries<string>(words)

export function Questions(
  props: FormProps & {
    readonly busy: boolean
    readonly onBack: () => void
    readonly onNext: () => void
  },
) {
  const t = useTexts(texts)
  const [tried, setTried] = useState(false)
  const { answers, onChange } = props
  const [answered, setAnswered] = useState<ReadonlySet<string>>(
    new Set(answers.declares ? ['exposed', 'taxedElsewhere', 'forOthers'] : []),
  )
  const asked = ['exposed', 'taxedElsewhere', 'forOthers'] as const
  const isWhole =
    answers.purposes.length > 0 &&
    answers.occupation !== '' &&
    answers.volume !== '' &&
    answers.declares &&
    asked.every((one) => answered.has(one))
  const next = () => {
    setTried(true)
    if (isWhole) props.onNext()
  }
  const choose = (missing: boolean) => (tried && missing ? t.missing.choose : undefined)
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
      <fieldset>
        <legend className="font-bold">{t.purposes}</legend>
        {asPairs(t.purposeWords).map(([purpose, words]) => (
          <CheckBox
            key={purpose}
            checked={answers.purposes.includes(purpose)}
            onChange={(on) =>
              onChange({
                ...answers,
                purposes: on
                  ? [...answers.purposes, purpose]
                  : answers.purposes.filter((one) => one !== purpose),
              })
            }
            {...(tried &&
              answers.purposes.length === 0 &&
              purpose === 'salary' && { error: t.missing.purposes })}
          >
            {words}
          </CheckBox>
        ))}
      </fieldset>
      <OptionGroup
        label={t.occupation}
        options={asPairs(t.occupationWords)}
        value={answers.occupation === '' ? undefined : answers.occupation}
        onChange={(occupation) => onChange({ ...answers, occupation })}
        error={choose(answers.occupation === '')}
      />
      <OptionGroup
        label={t.volume}
        options={asPairs(t.volumeWords)}
        value={answers.volume === '' ? undefined : answers.volume}
        onChange={(volume) => onChange({ ...answers, volume })}
        error={choose(answers.volume === '')}
      />
      {asked.map((question) => (
        <OptionGroup
          key={question}
          label={t[question]}
          options={asPairs(t.yesNo)}
          value={answered.has(question) ? (answers[question] ? 'yes' : 'no') : undefined}
          onChange={(value) => {
            setAnswered(new Set([...answered, question]))
            onChange({ ...answers, [question]: value === 'yes' })
          }}
          error={choose(!answered.has(question))}
        />
      ))}
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
