/** Behind the login: which account, and the application for it; with the refusal with which the browser was led back. */
import { cameBack, type Refusal, Told, wordsOf } from '@kazashi/site/page'
import { Button, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { type Account, type ProductName, productNames, readAccount } from './account.ts'
import { Choose } from './choose.tsx'
import { Opening } from './opening.tsx'
import { texts } from './texts.ts'

type Accounts = Readonly<Record<ProductName, Account>>

/** Led back from signing it (`?of=`). */
const productInAddress = (): ProductName | undefined => {
  const of = new URLSearchParams(location.search).get('of')
  return productNames.find((one) => one === of)
}

/** The address says which account is shown: it stays so when the page is loaded again. */
function tellAddress(product: ProductName | undefined): void {
  const query = product === undefined ? '' : `?of=${product}`
  history.replaceState(history.state, '', location.pathname + query + location.hash)
}

export function Inside(props: { readonly brand: ReactNode; readonly onLogout: () => void }) {
  const { brand } = props
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [accounts, setAccounts] = useState<Accounts>()
  const [product, setProduct] = useState(productInAddress)
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
    const [deposit, securities] = await Promise.all(
      productNames.map((one) => readAccount(one, language).catch(() => undefined)),
    )
    for (const one of [deposit, securities])
      if (one === undefined || 'refusal' in one) return fail(one?.refusal)
    if (deposit && securities && 'value' in deposit && 'value' in securities)
      setAccounts({ deposit: deposit.value, securities: securities.value })
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

  const told = refusal && <Told key={refusal.code} refusal={refusal} />
  const choose = (one: ProductName | undefined) => {
    setRefusal(undefined)
    setProduct(one)
    tellAddress(one)
  }
  if (accounts === undefined)
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
  if (product === undefined)
    return (
      <Choose
        brand={brand}
        told={told}
        accounts={accounts}
        onChoose={choose}
        onLogout={props.onLogout}
      />
    )
  return (
    <Opening
      key={product}
      brand={brand}
      product={product}
      account={accounts[product]}
      told={told}
      onFail={fail}
      onGo={() => setRefusal(undefined)}
      onWritten={load}
      onOthers={() => {
        choose(undefined)
        void load()
      }}
    />
  )
}
