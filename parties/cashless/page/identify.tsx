/** The identity check (本人確認): what is asked, and the document of it, which the phone signs. */
import { Paper, ReadThenSign, useReadToEnd } from '@kazashi/site/page'
import { Button, OptionGroup, Panel, Screen, TextLine, useLanguage, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import type { Attempt, InsideProps } from './given.ts'
import { texts } from './texts.ts'
import { type Account, type Answers, type Wallet, writeApplication } from './wallet.ts'

const startOf = ({ claims, wallet }: Account): Answers =>
  wallet?.application?.form ?? {
    name: claims.name ?? '',
    address: claims.address ?? '',
    birthDate: claims.birthDate ?? '',
    purpose: '',
    occupation: '',
    forOthers: false,
  }
const asPairs = (words: Readonly<Record<string, string>>) => Object.entries(words)

export function Identify(
  props: InsideProps & {
    readonly account: Account
    readonly onAttempt: Attempt
    readonly onBack: () => void
  },
) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { account } = props
  const [answers, setAnswers] = useState(() => startOf(account))
  const [others, setOthers] = useState(account.wallet?.application ? 'no' : '')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const change = (some: Partial<Answers>) => setAnswers({ ...answers, ...some })
  const missing = (field: 'name' | 'address' | 'birthDate') =>
    tried && answers[field].trim() === '' ? t.missing[field] : undefined
  const choose = (value: string) => (tried && value === '' ? t.missing.choose : undefined)
  const next = async () => {
    setTried(true)
    const isWhole = Object.values(answers).every((value) => value !== '') && others !== ''
    if (!isWhole || busy) return
    setBusy(true)
    await props.onAttempt(writeApplication(answers, language), 'application')
    setBusy(false)
  }
  return (
    <Screen
      key="identify"
      brand={props.brand}
      title={t.identify}
      actions={
        <>
          <Button onPress={() => void next()}>{busy ? t.busy : t.next}</Button>
          <Button look="second" onPress={props.onBack}>
            {t.back}
          </Button>
        </>
      }
    >
      {props.told}
      <p>{t.identifyLead}</p>
      {account.claims.name !== undefined && <Panel tone="info">{t.fromLogin}</Panel>}
      <TextLine
        name="name"
        label={t.fields.name}
        hint={t.hints.name}
        autoComplete="name"
        value={answers.name}
        onChange={(name) => change({ name })}
        error={missing('name')}
      />
      <TextLine
        name="address"
        label={t.fields.address}
        hint={t.hints.address}
        autoComplete="street-address"
        value={answers.address}
        onChange={(address) => change({ address })}
        error={missing('address')}
      />
      <TextLine
        name="birthDate"
        label={t.fields.birthDate}
        type="date"
        autoComplete="bday"
        value={answers.birthDate}
        onChange={(birthDate) => change({ birthDate })}
        error={missing('birthDate')}
      />
      <OptionGroup
        label={t.purpose}
        options={asPairs(t.purposeWords)}
        value={answers.purpose === '' ? undefined : answers.purpose}
        onChange={(purpose) => change({ purpose })}
        error={choose(answers.purpose)}
      />
      <OptionGroup
        label={t.occupation}
        options={asPairs(t.occupationWords)}
        value={answers.occupation === '' ? undefined : answers.occupation}
        onChange={(occupation) => change({ occupation })}
        error={choose(answers.occupation)}
      />
      <OptionGroup
        label={t.forOthers}
        options={asPairs(t.yesNo)}
        value={others === '' ? undefined : others}
        onChange={(value) => {
          setOthers(value)
          change({ forOthers: value === 'yes' })
        }}
        error={choose(others)}
      />
    </Screen>
  )
}

export function Application(
  props: InsideProps & {
    readonly application: NonNullable<Wallet['application']>
    readonly onChange: () => void
  },
) {
  const { application } = props
  const t = useTexts(texts)
  const { language } = useLanguage()
  const reading = useReadToEnd(false)
  const [going, setGoing] = useState(false)
  const sign = () => {
    setGoing(true)
    location.assign(`/sign?ui_locales=${language}`)
  }
  return (
    <Screen
      key="application"
      brand={props.brand}
      title={t.read}
      actions={
        <>
          <ReadThenSign reading={reading} words={going ? t.going : t.sign} onSign={sign} />
          <Button look="second" onPress={props.onChange}>
            {t.change}
          </Button>
        </>
      }
    >
      {props.told}
      <p className="flex flex-wrap justify-between gap-x-4 text-base">
        <span className="content-center">{t.reference(application.number)}</span>
        <a
          className="min-h-11 content-center underline"
          href="/wallet/application.pdf"
          target="_blank"
          rel="noreferrer"
        >
          {t.pdf}
        </a>
      </p>
      <Paper contract={application.contract} reading={reading} />
      <Panel tone="info" title={t.handed}>
        {t.handedWords}
      </Panel>
    </Screen>
  )
}
