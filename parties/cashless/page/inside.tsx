/** Behind the login: the wallet, opened first; money in and out; and the identity check, with the refusal of the way back from signing. */
import { cameBack, type Given, type Refusal, Told, wordsOf } from '@kazashi/site/page'
import { Button, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import type { Place } from './given.ts'
import { Home } from './home.tsx'
import { Application, Identify } from './identify.tsx'
import { MoveMoney } from './money.tsx'
import { Open } from './open.tsx'
import { Pay } from './pay.tsx'
import { texts } from './texts.ts'
import { type Account, readWallet } from './wallet.ts'

export function Inside(props: { readonly brand: ReactNode; readonly onLogout: () => void }) {
  const { brand } = props
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [account, setAccount] = useState<Account>()
  const [place, setPlace] = useState<Place>('home')
  const [refusal, setRefusal] = useState<Refusal>()

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
    const given = await readWallet(language).catch(() => undefined)
    if (given && 'value' in given) setAccount(given.value)
    else fail(given?.refusal)
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

  const go = (to: Place) => {
    setRefusal(undefined)
    setPlace(to)
  }
  /** Asks, and goes on where it was given. */
  const attempt = async (task: Promise<Given<unknown>>, to: Place): Promise<boolean> => {
    setRefusal(undefined)
    const given = await task.catch(() => undefined)
    const isGiven = given !== undefined && 'value' in given
    if (isGiven) {
      await load()
      setPlace(to)
    } else fail(given?.refusal)
    return isGiven
  }
  const told = refusal && <Told key={refusal.code} refusal={refusal} />
  const shared = { brand, told }
  if (account === undefined)
    return (
      <Screen
        key="loading"
        brand={brand}
        title={refusal ? refusal.what : t.loading}
        actions={refusal && <Button onPress={() => location.reload()}>{t.retry}</Button>}
      >
        {told ?? <Waiting>{undefined}</Waiting>}
      </Screen>
    )
  const { wallet, state } = account
  if (wallet === undefined || state === 'none')
    return (
      <Open {...shared} claims={account.claims} onAttempt={attempt} onLogout={props.onLogout} />
    )
  const back = () => go('home')
  switch (place) {
    case 'home':
      return <Home {...shared} state={state} wallet={wallet} onGo={go} onLogout={props.onLogout} />
    case 'charge':
    case 'transfer':
      return (
        <MoveMoney
          key={place}
          {...shared}
          way={place}
          wallet={wallet}
          onAttempt={attempt}
          onIdentify={() => go('identify')}
          onBack={back}
        />
      )
    case 'pay':
      return <Pay {...shared} onAttempt={attempt} onFail={fail} onBack={back} />
    case 'identify':
      return <Identify {...shared} account={account} onAttempt={attempt} onBack={back} />
    case 'application':
      return wallet.application ? (
        <Application {...shared} application={wallet.application} onChange={() => go('identify')} />
      ) : undefined
  }
}
