/** Made-up money in, and out to a bank account: as far as the limit goes. */
import { Button, Panel, Screen, useLanguage, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import { Amount, amountOf } from './amount.tsx'
import type { Attempt, InsideProps } from './given.ts'
import { texts } from './texts.ts'
import { move, type Wallet } from './wallet.ts'

const some = { charge: [1000, 10_000, 100_000, 300_000], transfer: [1000, 10_000] } as const

export function MoveMoney(
  props: InsideProps & {
    readonly way: 'charge' | 'transfer'
    readonly wallet: Wallet
    readonly onAttempt: Attempt
    readonly onIdentify: () => void
    readonly onBack: () => void
  },
) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { way, wallet } = props
  const [value, setValue] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const isLocked = way === 'transfer' && !wallet.limits.transfers
  const go = async () => {
    setTried(true)
    const amount = amountOf(value)
    if (amount === undefined || busy) return
    setBusy(true)
    await props.onAttempt(
      move(way === 'charge' ? 'charges' : 'transfers', amount, language),
      'home',
    )
    setBusy(false)
  }
  return (
    <Screen
      key={way}
      brand={props.brand}
      title={t[way]}
      actions={
        <>
          {isLocked ? (
            <Button onPress={props.onIdentify}>{t.identify}</Button>
          ) : (
            <Button onPress={() => void go()}>{busy ? t.busy : t.doIt[way]}</Button>
          )}
          <Button look="second" onPress={props.onBack}>
            {t.back}
          </Button>
        </>
      }
    >
      {props.told}
      <p>{t.nowHas(wallet.balance, wallet.limits.balance)}</p>
      {wallet.limits.monthly !== undefined && way === 'charge' && (
        <Panel tone="info">{t.minorCharge(wallet.limits.monthly - wallet.charged)}</Panel>
      )}
      {isLocked ? (
        <Panel tone="warn">{t.transferLocked}</Panel>
      ) : (
        <Amount label={t.amount} value={value} onChange={setValue} tried={tried} some={some[way]} />
      )}
    </Screen>
  )
}
