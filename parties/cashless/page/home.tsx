/** The wallet: what is in it, what it may, how far the identity check has come, and what went in and out. */
import { siteTexts, useTimes } from '@kazashi/site/page'
import {
  Button,
  ButtonLink,
  Chip,
  type ChipTone,
  Choice,
  Facts,
  Panel,
  RowGroup,
  Screen,
  useTexts,
} from '@kazashi/ui'
import type { InsideProps, Place } from './given.ts'
import { texts } from './texts.ts'
import type { Entry, Level, Wallet } from './wallet.ts'

const tones = {
  opened: 'plain',
  'asked-again': 'warn',
  identified: 'good',
  refused: 'stop',
} as const satisfies Record<Level, ChipTone>

/** Shown of a history. */
const newest = 10

function History({ entries }: { readonly entries: readonly Entry[] }) {
  const t = useTexts(texts)
  const { moment } = useTimes()
  if (entries.length === 0) return <p className="text-ink-soft">{t.noHistory}</p>
  return (
    <ul className="divide-y divide-line">
      {entries.slice(0, newest).map(({ at, kind, amount, balance }) => (
        <li key={`${at} ${balance}`} className="flex flex-wrap justify-between gap-x-4 py-2">
          <span className="grow">
            <span className="block font-bold">{t.kinds[kind]}</span>
            <span className="block text-sm text-ink-soft">{moment(at)}</span>
          </span>
          <span className="text-right tabular-nums">
            <span className="block font-bold">{t.signed(kind === 'charge', amount)}</span>
            <span className="block text-sm text-ink-soft">{t.balanceAfter(balance)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

/** How far the identity check has come, where there is something to say. */
function Check({ state, wallet }: { readonly state: Level; readonly wallet: Wallet }) {
  const t = useTexts(texts)
  const { day } = useTimes()
  const { asked, identity, triesLeft } = wallet
  const names: Readonly<Record<string, string>> = t.fields
  const fields = asked?.fields.flatMap((one) => names[one] ?? []) ?? []
  if (state === 'refused') return <Panel tone="warn">{t.refusedWords}</Panel>
  if (state === 'asked-again')
    return (
      <Panel tone="warn" title={asked?.by === 'login' ? t.changed(fields) : t.differs(fields)}>
        {asked?.by === 'login' ? t.changedWords : t.triesLeft(triesLeft)}
      </Panel>
    )
  if (state === 'opened' || identity === undefined) return undefined
  return (
    <Panel tone="good" title={t.proved(identity.name, day(identity.at))}>
      {identity.substitutes.length > 0 && <p>{t.substitutes(identity.substitutes)}</p>}
      <ButtonLink href="/wallet/signed.pdf">{t.signedPdf}</ButtonLink>
    </Panel>
  )
}

export function Home(
  props: InsideProps & {
    readonly state: Level
    readonly wallet: Wallet
    readonly onGo: (place: Place) => void
    readonly onLogout: () => void
  },
) {
  const t = useTexts(texts)
  const s = useTexts(siteTexts)
  const { state, wallet, onGo } = props
  const { limits } = wallet
  const mayIdentify = state === 'opened' || state === 'asked-again'
  // What differed is corrected before it is signed again.
  const isWritten = wallet.application !== undefined && state === 'opened'
  return (
    <Screen
      key="home"
      brand={props.brand}
      title={t.home}
      beside={<Chip tone={tones[state]}>{t.states[state]}</Chip>}
      actions={
        mayIdentify ? (
          <>
            <Button onPress={() => onGo(isWritten ? 'application' : 'identify')}>
              {t.identify}
            </Button>
            <Button look="second" onPress={props.onLogout}>
              {s.logout}
            </Button>
          </>
        ) : (
          <Button look="second" onPress={props.onLogout}>
            {s.logout}
          </Button>
        )
      }
    >
      {props.told}
      <section className="rounded-16 bg-accent-soft p-4 forced-colors:border">
        <p className="text-sm text-ink-soft">{t.balance}</p>
        <p className="text-3xl font-bold tabular-nums" data-testid="balance">
          {t.yen(wallet.balance)}
        </p>
        <p className="text-sm text-ink-soft">{t.number(wallet.number)}</p>
      </section>
      <Check state={state} wallet={wallet} />
      <RowGroup>
        <Choice icon="plus" text={t.charge} onPress={() => onGo('charge')} />
        <Choice icon="qr" text={t.pay} onPress={() => onGo('pay')} />
        <Choice
          icon="transfer"
          text={t.transfer}
          {...(!limits.transfers && { note: t.transferLocked })}
          onPress={() => onGo('transfer')}
        />
      </RowGroup>
      <section>
        <h2 className="text-lg">{t.limits}</h2>
        <Facts
          facts={[
            [t.limitBalance, t.yen(limits.balance)],
            ...(limits.monthly === undefined
              ? []
              : [[t.limitMonthly, t.ofMonthly(wallet.charged, limits.monthly)] as const]),
            [t.limitTransfers, limits.transfers ? t.may : t.mayNot],
          ]}
        />
        {wallet.minor && <p className="mt-2 text-base">{t.minor}</p>}
        {mayIdentify && <p className="mt-2 text-base text-ink-soft">{t.raised}</p>}
      </section>
      <section>
        <h2 className="text-lg">{t.history}</h2>
        <History entries={wallet.entries} />
      </section>
    </Screen>
  )
}
