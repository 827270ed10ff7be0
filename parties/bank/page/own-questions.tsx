/** What is asked of one kind of account alone. */
import { CheckBox, OptionGroup, useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import type { Answers } from './account.ts'
import { texts } from './texts.ts'

export const asPairs = <Key extends string>(words: Readonly<Record<Key, string>>) =>
  Object.entries<string>(words)

type YesNo = (
  name: string,
  question: string,
  holds: boolean,
  after: (yes: boolean) => Answers,
) => ReactNode

interface Own<A extends Answers> {
  readonly answers: A
  readonly onChange: (answers: Answers) => void
  readonly tried: boolean
  readonly yesNo: YesNo
}
type Deposit = Extract<Answers, { product: 'deposit' }>
type Securities = Extract<Answers, { product: 'securities' }>

/** Questions answered with yes or no left out. */
export const isOwnWhole = (answers: Answers): boolean =>
  answers.product === 'deposit'
    ? answers.purposes.length > 0 && answers.volume !== ''
    : answers.taxAccount !== '' && answers.aim !== '' && answers.experience !== ''

function DepositQuestions({ answers, onChange, tried }: Own<Deposit>) {
  const t = useTexts(texts)
  const { purposes } = answers
  return (
    <>
      <fieldset>
        <legend className="font-bold">{t.purposes}</legend>
        {asPairs(t.purposeWords).map(([purpose, words]) => (
          <CheckBox
            key={purpose}
            checked={purposes.includes(purpose)}
            onChange={(on) =>
              onChange({
                ...answers,
                purposes: on ? [...purposes, purpose] : purposes.filter((one) => one !== purpose),
              })
            }
            {...(tried &&
              purposes.length === 0 &&
              purpose === 'salary' && { error: t.missing.purposes })}
          >
            {words}
          </CheckBox>
        ))}
      </fieldset>
      <OptionGroup
        label={t.volume}
        options={asPairs(t.volumeWords)}
        value={answers.volume === '' ? undefined : answers.volume}
        onChange={(volume) => onChange({ ...answers, volume })}
        error={tried && answers.volume === '' ? t.missing.choose : undefined}
      />
    </>
  )
}

function SecuritiesQuestions({ answers, onChange, tried, yesNo }: Own<Securities>) {
  const t = useTexts(texts)
  const choice = (
    field: 'taxAccount' | 'aim' | 'experience',
    words: Readonly<Record<string, string>>,
    hint?: string,
  ) => (
    <OptionGroup
      label={t[field]}
      {...(hint !== undefined && { hint })}
      options={asPairs(words)}
      value={answers[field] === '' ? undefined : answers[field]}
      onChange={(value) => onChange({ ...answers, [field]: value })}
      error={tried && answers[field] === '' ? t.missing.choose : undefined}
    />
  )
  return (
    <>
      {choice('taxAccount', t.taxWords, t.taxHint)}
      {yesNo('nisa', t.nisa, answers.nisa, (nisa) => ({ ...answers, nisa }))}
      {choice('aim', t.aimWords)}
      {choice('experience', t.experienceWords)}
      {yesNo('insider', t.insider, answers.insider, (insider) => ({ ...answers, insider }))}
    </>
  )
}

export function OwnQuestions({ answers, ...own }: Own<Answers>) {
  return answers.product === 'deposit' ? (
    <DepositQuestions {...own} answers={answers} />
  ) : (
    <SecuritiesQuestions {...own} answers={answers} />
  )
}
