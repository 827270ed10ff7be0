/** Money goes in, and papers come out. */
import { Button, Drawing, Panel, Screen, useTexts } from '@kazashi/ui'
import { type ReactNode, useEffect } from 'react'
import { Brand, Fault, idle, type Props, pictures, useStep } from './parts.tsx'
import { texts } from './texts.ts'

/** Milliseconds after which what nobody took is alarmed about. */
const leftAfter = 20_000
const money = [10, 50, 100, 500, 1000] as const

export function Paying({ state, send }: Props<'paying'>) {
  const t = useTexts(texts)
  const { fee, inserted, fault } = state
  const enough = inserted >= fee
  const facts = [
    { name: t.inserted, yen: inserted },
    enough ? { name: t.change, yen: inserted - fee } : { name: t.missing, yen: fee - inserted },
  ]
  return (
    <Screen
      title={t.pay(t.yen(fee))}
      onBack={() => send({ type: 'back' })}
      step={useStep(4)}
      actions={
        <>
          <Button onPress={() => send({ type: 'print' })}>{t.print}</Button>
          <Button look="second" onPress={() => send({ type: 'stop', why: 'stopped' })}>
            {t.stopMoney}
          </Button>
        </>
      }
    >
      {fault !== undefined && <Fault>{t.moneyFaults[fault]}</Fault>}
      <div role="status" className="rounded-12 bg-surface px-4 py-3">
        {facts.map(({ name, yen }) => (
          <p key={name} className="flex justify-between gap-4 py-1">
            <span>{name}</span>
            <b className="text-xl">{t.yen(yen)}</b>
          </p>
        ))}
      </div>
      <fieldset>
        <legend className="mb-2 font-bold">{t.coins}</legend>
        <div className="grid grid-cols-3 gap-3 large:grid-cols-2">
          {money.map((yen) => (
            <Button key={yen} look="choice" onPress={() => send({ type: 'money', yen })}>
              {t.yen(yen)}
            </Button>
          ))}
        </div>
      </fieldset>
      <p className="text-base text-ink-soft">{t.sample}</p>
      {idle(send)}
    </Screen>
  )
}

function FileLink(props: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a
      className="quiet-link inline-flex min-h-11 items-center"
      href={props.href}
      target="_blank"
      rel="noreferrer"
    >
      {props.children}
    </a>
  )
}

export function Taking({ state, send }: Props<'taking'>) {
  const t = useTexts(texts)
  const { papers, carrier, left, lying } = state
  useEffect(() => {
    const timer = setTimeout(() => send({ type: 'left-behind' }), leftAfter)
    return () => clearTimeout(timer)
  }, [send])
  const things = [
    ...t.takeAll,
    t.carriers[carrier].name,
    ...(papers.change > 0 ? [t.takeChange(t.yen(papers.change))] : []),
  ]
  return (
    <Screen
      brand={<Brand />}
      title={t.taking}
      drawing="kiosk"
      step={useStep(5)}
      actions={<Button onPress={() => send({ type: 'taken' })}>{t.taken}</Button>}
    >
      {left && <Fault>{lying ? t.lying[carrier] : t.left}</Fault>}
      {lying && !left && (
        <Panel
          tone="warn"
          title={t.forget[carrier]}
          drawing={<Drawing name={pictures[carrier]} size="small" />}
        >
          <p>{t.forgetNote}</p>
        </Panel>
      )}
      <ul className="flex flex-col gap-2">
        {things.map((thing) => (
          <li
            key={thing}
            className="rounded-12 bg-surface px-4 py-3 text-lg font-bold kiosk:px-8 kiosk:py-6"
          >
            {thing}
          </li>
        ))}
      </ul>
      <p>{t.takeNote}</p>
      <ul>
        <li>
          <FileLink href={papers.receipt}>{t.receipt}</FileLink>
        </li>
        {papers.papers.map(({ number, url }) => (
          <li key={number}>
            <FileLink href={url}>{t.paper(number)}</FileLink>
          </li>
        ))}
      </ul>
      {idle(send)}
    </Screen>
  )
}
