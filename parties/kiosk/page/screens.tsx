/** The screens of a visit that are more than words: start, hold, PIN, certificate, order, money, papers. */
import {
  Button,
  ButtonLink,
  Choice,
  Disclosure,
  Drawing,
  type DrawingName,
  Icon,
  Keypad,
  Panel,
  RowGroup,
  Screen,
  SecretForm,
  useTexts,
} from '@kazashi/ui'
import { type ReactNode, useEffect } from 'react'
import { Idle } from './idle.tsx'
import { type Carrier, carriers, type KioskEvent, type KioskState } from './kiosk.ts'
import { Options, useOrder } from './options.tsx'
import { texts } from './texts.ts'

export type Send = (event: KioskEvent) => void
type In<Name extends KioskState['name']> = KioskState & { readonly name: Name }
interface Props<Name extends KioskState['name']> {
  readonly state: In<Name>
  readonly send: Send
}

const pictures: Readonly<Record<Carrier, DrawingName>> = {
  iphone: 'reader-iphone',
  android: 'reader-android',
  card: 'card-reader',
}
/** Milliseconds after which paper that nobody took is alarmed about. */
const leftAfter = 20_000
const money = [10, 50, 100, 500, 1000] as const

export function Brand() {
  const t = useTexts(texts)
  return (
    <b className="flex min-h-11 items-center gap-2 leading-snug">
      <Drawing name="kiosk" size="mark" /> {t.brand}
    </b>
  )
}

function useStep(at: number) {
  const t = useTexts(texts)
  return { at, of: t.steps.length, name: t.steps[at - 1] ?? '' }
}

export function Staff({ paper, send }: { readonly paper: boolean; readonly send: Send }) {
  const t = useTexts(texts)
  return (
    <Disclosure title={t.staff}>
      <Button look="small" onPress={() => send({ type: 'staff', paper: !paper })}>
        {paper ? t.paperOut : t.paperIn}
      </Button>
    </Disclosure>
  )
}

export function Start({ state, send }: Props<'start'>) {
  const t = useTexts(texts)
  const { status } = state
  return (
    <Screen brand={<Brand />} title={t.start} step={useStep(1)}>
      {!status.paper && (
        <div role="status">
          <Panel tone="warn">{t.noPaper}</Panel>
        </div>
      )}
      {carriers.map((carrier) => (
        <div key={carrier} className="flex items-center gap-4 rounded-12 bg-surface px-4 py-2">
          <Drawing name={pictures[carrier]} size="beside" />
          <div className="min-w-0 flex-1">
            <Choice
              text={t.carriers[carrier].name}
              note={t.carriers[carrier].note}
              onPress={() => send({ type: 'carrier', carrier })}
            />
          </div>
        </div>
      ))}
      <p className="flex gap-2 text-base text-ink-soft">
        <Icon name="clock" /> {t.hours}
      </p>
      <p>
        <ButtonLink href="/check">{t.check}</ButtonLink>
      </p>
      {status.sandbox && <Staff paper={status.paper} send={send} />}
    </Screen>
  )
}

const useStop = (send: Send) => {
  const t = useTexts(texts)
  return (
    <Button look="second" onPress={() => send({ type: 'stop', why: 'stopped' })}>
      {t.stop}
    </Button>
  )
}
const idle = (send: Send) => <Idle onOver={() => send({ type: 'stop', why: 'idle' })} />

function Fault({ children }: { readonly children: ReactNode }) {
  return (
    <div
      role="alert"
      className="rounded-r-12 border-l-4 border-bad bg-bad-soft px-4 py-3 font-bold"
    >
      {children}
    </div>
  )
}

export function Hold({ state, send }: Props<'holding'>) {
  const t = useTexts(texts)
  const { carrier, fault } = state
  return (
    <Screen brand={<Brand />} title={t.hold[carrier]} step={useStep(2)} actions={useStop(send)}>
      {fault !== undefined && <Fault>{t.holdFaults[fault]}</Fault>}
      <div className="flex justify-center">
        <Drawing name={pictures[carrier]} size="large" />
      </div>
      <ol className="flex flex-col gap-2">
        {t.holdSteps[carrier].map((step, at) => (
          <li key={step} className="rounded-12 bg-surface px-4 py-3 font-bold">
            {at + 1}　{step}
          </li>
        ))}
      </ol>
      <p className="rounded-12 bg-accent-soft px-4 py-3 text-center text-lg font-bold">
        <span aria-hidden="true">▼ </span>
        {t.here}
        <span aria-hidden="true"> ▼</span>
      </p>
      {idle(send)}
    </Screen>
  )
}

export function Pin({ state, send }: Props<'pin'>) {
  const t = useTexts(texts)
  const { carrier, triesLeft, fault } = state
  return (
    <Screen
      brand={<Brand />}
      title={t.pinTitle}
      step={useStep(2)}
      actions={
        <>
          <Button type="submit" form="pin">
            {t.next}
          </Button>
          {useStop(send)}
        </>
      }
    >
      <SecretForm
        // A wrong one is not left on the screen.
        key={triesLeft}
        id="pin"
        kind="pin"
        name="pin"
        label={t.pinLabel}
        hint={t.pinHint}
        secret="untold"
        fits={(value) => /^\d{4}$/.test(value)}
        fault={fault}
        faults={t.pinFaults}
        tries={{ whose: carrier === 'card' ? 'card' : 'phone', left: triesLeft, limit: 3 }}
        lastTry={triesLeft === 1 ? t.lastTry : undefined}
        onEnter={({ value, lastTryConfirmed }) =>
          send({ type: 'pin', pin: value, lastTry: lastTryConfirmed })
        }
      />
      <div className="mx-auto w-full max-w-xl">
        <Keypad form="pin" />
      </div>
      {idle(send)}
    </Screen>
  )
}

export function Choosing({ state, send }: Props<'choosing'>) {
  const t = useTexts(texts)
  const { person } = state
  return (
    <Screen
      brand={<Brand />}
      title={t.choose(person.name)}
      step={useStep(3)}
      actions={useStop(send)}
    >
      <p>{t.from(person.municipality)}</p>
      <RowGroup>
        {person.offers.map(({ type, fee, unavailable }) =>
          unavailable === undefined ? (
            <Choice
              key={type}
              icon="document"
              text={t.types[type].name}
              note={t.types[type].note}
              chip={<b>{t.yen(fee)}</b>}
              onPress={() => send({ type: 'certificate', certificate: type })}
            />
          ) : (
            <div key={type} className="py-3 text-ink-soft">
              <p className="font-bold">{t.types[type].name}</p>
              <p className="text-sm">{t.unavailable[unavailable]}</p>
            </div>
          ),
        )}
      </RowGroup>
      {idle(send)}
    </Screen>
  )
}

export function Ordering({ state, send }: Props<'options'>) {
  const t = useTexts(texts)
  const order = useOrder(state.type, state.person)
  const { name } = t.types[state.type]
  const go = () => {
    if (order.order.about.length === 0) order.setFault(true)
    else send({ type: 'order', order: order.order })
  }
  return (
    <Screen
      title={name}
      onBack={() => send({ type: 'back' })}
      step={useStep(3)}
      actions={
        <>
          <Button onPress={go}>{t.order(name, order.order.copies, t.yen(order.fee))}</Button>
          {useStop(send)}
        </>
      }
    >
      <Options {...order} />
      {idle(send)}
    </Screen>
  )
}

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

export function Taking({ state, send }: Props<'taking'>) {
  const t = useTexts(texts)
  const { papers, left } = state
  useEffect(() => {
    const timer = setTimeout(() => send({ type: 'left-lying' }), leftAfter)
    return () => clearTimeout(timer)
  }, [send])
  const things = [...t.takeAll, ...(papers.change > 0 ? [t.takeChange(t.yen(papers.change))] : [])]
  return (
    <Screen
      brand={<Brand />}
      title={t.taking}
      drawing="kiosk"
      step={useStep(5)}
      actions={<Button onPress={() => send({ type: 'taken' })}>{t.taken}</Button>}
    >
      {left && <Fault>{t.left}</Fault>}
      <ul className="flex flex-col gap-2">
        {things.map((thing) => (
          <li key={thing} className="rounded-12 bg-surface px-4 py-3 text-lg font-bold">
            {thing}
          </li>
        ))}
      </ul>
      <p>{t.takeNote}</p>
      <ul>
        {papers.papers.map(({ number, url }) => (
          <li key={number}>
            <a
              className="quiet-link inline-flex min-h-11 items-center"
              href={url}
              target="_blank"
              rel="noreferrer"
            >
              {t.paper(number)}
            </a>
          </li>
        ))}
      </ul>
      {left && idle(send)}
    </Screen>
  )
}
