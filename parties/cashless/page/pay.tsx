/** The code that a shop reads, and, for practice, the till of the shop that reads it. */
import type { Refusal } from '@kazashi/site/page'
import { useTimes } from '@kazashi/site/page'
import { Button, Panel, Screen, useLanguage, useTexts, Waiting } from '@kazashi/ui'
import encodeQR from 'qr'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Amount, amountOf } from './amount.tsx'
import type { Attempt, InsideProps } from './given.ts'
import { texts } from './texts.ts'
import { newCode, payWith, type ShownCode } from './wallet.ts'

function Code({ text, label }: { readonly text: string; readonly label: string }) {
  const rows = encodeQR(text, 'raw', { border: 4 })
  const path = rows.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1Z`] : [])),
  )
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      className="mx-auto size-48 bg-white"
      shapeRendering="crispEdges"
    >
      <path d={path.join('')} fill="#000" />
    </svg>
  )
}

export function Pay(
  props: InsideProps & {
    readonly onAttempt: Attempt
    readonly onFail: (refusal: Refusal | undefined) => void
    readonly onBack: () => void
  },
) {
  const t = useTexts(texts)
  const { time } = useTimes()
  const { language } = useLanguage()
  const { onFail } = props
  const [code, setCode] = useState<ShownCode>()
  const [value, setValue] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const draw = useCallback(async () => {
    const given = await newCode(language).catch(() => undefined)
    if (given && 'value' in given) setCode(given.value)
    else onFail(given?.refusal)
  }, [language, onFail])
  const begun = useRef(false)
  useEffect(() => {
    if (begun.current) return
    begun.current = true
    void draw()
  }, [draw])
  const pay = async () => {
    setTried(true)
    const amount = amountOf(value)
    if (amount === undefined || code === undefined || busy) return
    setBusy(true)
    await props.onAttempt(payWith(code.code, amount, language), 'home')
    setBusy(false)
  }
  return (
    <Screen
      key="pay"
      brand={props.brand}
      title={t.pay}
      actions={
        <>
          <Button onPress={() => void pay()}>{busy ? t.busy : t.doIt.pay}</Button>
          <Button look="second" onPress={props.onBack}>
            {t.back}
          </Button>
        </>
      }
    >
      {props.told}
      <p>{t.payLead}</p>
      {code === undefined ? (
        !props.told && <Waiting>{undefined}</Waiting>
      ) : (
        <div className="text-center">
          <Code text={code.code} label={t.codeLabel} />
          <p className="mt-2 text-lg font-bold tabular-nums">
            {code.code.replaceAll(/(\d{4})(?=\d)/g, '$1 ')}
          </p>
          <p className="text-sm text-ink-soft">{t.codeUntil(time(code.until))}</p>
        </div>
      )}
      <Button look="small" onPress={() => void draw()}>
        {t.codeAgain}
      </Button>
      <Panel tone="plain" title={t.shop}>
        <p>{t.shopLead}</p>
        <Amount
          label={t.amount}
          value={value}
          onChange={setValue}
          tried={tried}
          some={[480, 1200]}
        />
      </Panel>
    </Screen>
  )
}
