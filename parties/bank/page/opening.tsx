/** One application as far as it has come: about the person, the questions, the contract, the end; with what was refused on the way. */
import type { Refusal } from '@kazashi/site/page'
import { useLanguage } from '@kazashi/ui'
import { type ReactNode, useState } from 'react'
import { type Account, type ProductName, startOf, writeAccount } from './account.ts'
import { ReadAndSign } from './contract.tsx'
import { Done } from './done.tsx'
import { AboutYou, Questions } from './form.tsx'

type Place = 'person' | 'questions' | 'contract' | 'done'

const placeOf = ({ state }: Account): Place =>
  state === 'none' ? 'person' : state === 'written' || state === 'signing' ? 'contract' : 'done'

export function Opening(props: {
  readonly brand: ReactNode
  readonly product: ProductName
  readonly account: Account
  readonly told: ReactNode
  /** undefined: there is no network. */
  readonly onFail: (refusal: Refusal | undefined) => void
  /** What was told is over. */
  readonly onGo: () => void
  /** Asks the bank again. */
  readonly onWritten: () => Promise<void>
  readonly onOthers: () => void
}) {
  const { brand, product, account, told, onFail } = props
  const { language } = useLanguage()
  const [answers, setAnswers] = useState(() => startOf(product, account))
  const [place, setPlace] = useState(() => placeOf(account))
  const [busy, setBusy] = useState(false)
  const go = (to: Place) => {
    props.onGo()
    setPlace(to)
  }
  const make = async () => {
    if (busy) return
    setBusy(true)
    props.onGo()
    const given = await writeAccount(answers, language).catch(() => undefined)
    if (given === undefined || 'refusal' in given) onFail(given?.refusal)
    else {
      await props.onWritten()
      setPlace('contract')
    }
    setBusy(false)
  }
  const form = { brand, told, answers, onChange: setAnswers }
  if (place === 'person')
    return (
      <AboutYou
        {...form}
        filled={Object.values(account.claims).some((one) => one !== undefined)}
        onBack={props.onOthers}
        onNext={() => go('questions')}
      />
    )
  if (place === 'questions')
    return (
      <Questions {...form} busy={busy} onBack={() => go('person')} onNext={() => void make()} />
    )
  const { application } = account
  if (application === undefined) return undefined
  const shared = { brand, told, application }
  return place === 'contract' ? (
    <ReadAndSign
      key={application.number + JSON.stringify(application.form)}
      {...shared}
      onFail={onFail}
      onChange={() => go('person')}
    />
  ) : (
    <Done {...shared} onOthers={props.onOthers} onAgain={() => go('person')} />
  )
}
