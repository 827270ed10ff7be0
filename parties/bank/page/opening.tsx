/** The application as far as it has come: about the person, the questions, the contract, the end; with what was refused on the way. */
import { Button, ErrorSummary, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import {
  type Account,
  type Answers,
  type Refusal,
  Refused,
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
export function Told({ refusal }: { readonly refusal: Refusal }) {
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
    (error: unknown) => {
      if (!(error instanceof Refused)) return setRefusal({ code: 'NETWORK', ...t.network })
      // The login itself is over: its own screen says so.
      if (error.refusal.code === 'NOT_LOGGED_IN' || error.refusal.code === 'SESSION_ENDED')
        return location.reload()
      setRefusal(error.refusal)
    },
    [t],
  )
  const load = useCallback(async () => {
    const found = await readAccount(language)
    setAccount(found)
    setAnswers((before) => before ?? startOf(found))
    setPlace(placeOf(found))
  }, [language])
  useEffect(() => {
    const came = cameBack()
    load()
      .then(async () => {
        if (came) setRefusal(await wordsOf(came.code, came.reason, language))
      })
      .catch(fail)
    // Once: the language of what is on the screen changes by itself.
  }, [])

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
    try {
      await writeAccount(answers, language)
      await load()
    } catch (error) {
      fail(error)
    } finally {
      setBusy(false)
    }
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
