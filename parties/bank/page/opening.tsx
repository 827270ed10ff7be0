/** The application as far as it has come: about the person, the questions, the contract, the end; with what was refused on the way. */
import { Button, ErrorSummary, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import {
  type Account,
  type Answers,
  type Refusal,
  readAccount,
  wordsOf,
  writeAccount,
} from './account.ts'
import { ReadAndSign } from './contract.tsx'
import { Done } from './done.tsx'
import { AboutYou, Questions, startOf } from './form.tsx'
import { texts } from './texts.ts'

type Place = 'person' | 'questions' | 'contract' | 'done'

const placeOf = ({ state }: Account): Place =>
  state === 'none' ? 'person' : state === 'written' || state === 'signing' ? 'contract' : 'done'

/** With which refusal the browser was led back, once. */
function cameBack(): { code: string; reason: string | undefined } | undefined {
  const query = new URLSearchParams(location.search)
  const code = query.get('came')
  if (code === null) return undefined
  history.replaceState(history.state, '', location.pathname + location.hash)
  return { code, reason: query.get('reason') ?? undefined }
}

/** The refusal as it is told: what happened, what differed, what to do. */
function Told({ refusal }: { readonly refusal: Refusal }) {
  const t = useTexts(texts)
  const names: Readonly<Record<string, string>> = t.fields
  const fields = (refusal.reason ?? '').split(',').flatMap((one) => names[one] ?? [])
  const why = fields.length > 0 ? t.differs(fields) : t.kept
  return (
    <ErrorSummary words={{ what: refusal.what, why, next: [refusal.next] }} code={refusal.code} />
  )
}

export function Opening(props: { readonly brand: ReactNode; readonly onLogout: () => void }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [account, setAccount] = useState<Account>()
  const [answers, setAnswers] = useState<Answers>()
  const [place, setPlace] = useState<Place>('person')
  const [refusal, setRefusal] = useState<Refusal>()
  const [busy, setBusy] = useState(false)

  const fail = useCallback(
    (refused: Refusal | undefined) => {
      // The login itself is over: its own screen says so.
      if (refused?.code === 'NOT_LOGGED_IN' || refused?.code === 'SESSION_ENDED')
        return location.reload()
      setRefusal(refused ?? { code: 'NETWORK', ...t.network })
    },
    [t],
  )
  const load = useCallback(async () => {
    const found = await readAccount(language).catch(() => undefined)
    if (found === undefined || 'refusal' in found) return fail(found?.refusal)
    setAccount(found.value)
    setAnswers((before) => before ?? startOf(found.value))
    setPlace(placeOf(found.value))
  }, [fail, language])
  const [came] = useState(cameBack)
  const begun = useRef(false)
  useEffect(() => {
    // Once: the language of what is on the screen changes by itself.
    if (begun.current) return
    begun.current = true
    const told = async () => {
      await load()
      if (came) setRefusal(await wordsOf(came.code, came.reason, language))
    }
    told().catch(() => fail(undefined))
  }, [came, fail, language, load])

  if (account === undefined || answers === undefined)
    return (
      <Screen
        key="loading"
        brand={props.brand}
        title={refusal ? refusal.what : t.loading}
        actions={refusal && <Button onPress={() => location.reload()}>{t.retry}</Button>}
      >
        {refusal ? <Told refusal={refusal} /> : <Waiting>{undefined}</Waiting>}
      </Screen>
    )
  const told = refusal && <Told key={refusal.code} refusal={refusal} />
  const go = (to: Place) => {
    setRefusal(undefined)
    setPlace(to)
  }
  const make = async () => {
    setBusy(true)
    setRefusal(undefined)
    const told = await writeAccount(answers, language).catch(() => undefined)
    setBusy(false)
    if (told && 'value' in told) return load()
    fail(told?.refusal)
  }
  const shared = { brand: props.brand, told }
  const form = { ...shared, answers, onChange: setAnswers }
  if (place === 'person')
    return (
      <AboutYou
        {...form}
        filled={Object.values(account.claims).some((one) => one !== undefined)}
        onNext={() => go('questions')}
      />
    )
  if (place === 'questions')
    return (
      <Questions {...form} busy={busy} onBack={() => go('person')} onNext={() => void make()} />
    )
  const { application } = account
  if (application === undefined) return undefined
  if (place === 'contract')
    return (
      <ReadAndSign
        {...shared}
        application={application}
        onFail={fail}
        onChange={() => go('person')}
      />
    )
  return <Done {...shared} application={application} onLogout={props.onLogout} />
}
