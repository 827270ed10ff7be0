/** Home: what is on this phone, until when, and what is waiting since when, at a glance. */
import type { ApplicationView, CertificateKind } from '@kazashi/phone'
import { Button, freeDial, Screen, useLanguage, useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import { dayText, momentText } from '../moment.ts'
import { texts } from './texts.ts'

/** What stands on the phone, as far as a person needs to know it. */
export type Standing =
  | { readonly name: 'nothing' }
  /** The card has signed, the application is not handed in yet. */
  | { readonly name: 'unfinished' }
  | { readonly name: 'waiting'; readonly application: ApplicationView }
  | { readonly name: 'ready'; readonly application: ApplicationView }
  | {
      readonly name: 'active'
      readonly certificates: readonly { kind: CertificateKind; notAfter: Date }[]
    }

export function Home(props: {
  standing: Standing
  onMenu: () => void
  onApply: () => void
  onRegister: () => void
}) {
  const { standing } = props
  const t = useTexts(texts)
  const active = standing.name === 'active'
  return (
    <Screen
      title={t.title}
      brand={<b className="flex min-h-11 items-center text-xl">{t.brand}</b>}
      corner={
        <Button look="plain" onPress={props.onMenu}>
          {t.menu} <span aria-hidden="true">☰</span>
        </Button>
      }
      actions={
        standing.name === 'nothing' || standing.name === 'unfinished' ? (
          <Button onPress={props.onApply}>{standing.name === 'nothing' ? t.start : t.goOn}</Button>
        ) : (
          standing.name === 'ready' && <Button onPress={props.onRegister}>{t.toRegister}</Button>
        )
      }
    >
      <StandingCard standing={standing} />
      {active && (
        <>
          <h2 className="text-xl">{t.canDo}</h2>
          <section className="rounded-12 border border-line px-4 py-3">
            <h3 className="text-base">{t.login}</h3>
            <p className="text-ink-soft">{t.loginHow}</p>
          </section>
          <section className="rounded-12 border border-line px-4 py-3">
            <h3 className="text-base">{t.lost}</h3>
            <p>
              <a
                href={`tel:${freeDial}`}
                className="quiet-link inline-block py-2 text-lg font-bold"
              >
                {freeDial}
              </a>
            </p>
            <p className="text-ink-soft">{t.lostLead}</p>
          </section>
        </>
      )}
    </Screen>
  )
}

function StandingCard({ standing }: { standing: Standing }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  switch (standing.name) {
    case 'nothing':
      return (
        <Card tone="plain" state={t.nothing}>
          <p>{t.nothingLead}</p>
        </Card>
      )
    case 'unfinished':
      return (
        <Card tone="wait" state={t.unfinished}>
          <p>{t.unfinishedLead}</p>
        </Card>
      )
    case 'waiting':
      return (
        <Card tone="wait" state={t.waiting}>
          <p>{t.waitingLead(momentText(standing.application.expectedAt, language))}</p>
          <Facts
            facts={[
              [t.applied, momentText(standing.application.appliedAt, language)],
              [t.receipt, standing.application.receiptNumber],
            ]}
          />
        </Card>
      )
    case 'ready':
      return (
        <Card tone="wait" state={t.ready}>
          <p>{t.readyLead}</p>
        </Card>
      )
    case 'active': {
      const ends = standing.certificates.map((certificate) => certificate.notAfter.getTime())
      return (
        <Card tone="good" state={t.active}>
          <Facts
            facts={[
              ...standing.certificates.map(({ kind }): [string, string] => [t[kind], t.valid]),
              [t.until, t.untilValue(dayText(new Date(Math.min(...ends)), language))],
            ]}
          />
        </Card>
      )
    }
  }
}

const tones = {
  plain: { box: 'border-line bg-surface', word: 'text-ink', mark: '' },
  wait: { box: 'border-accent bg-accent-soft', word: 'text-accent', mark: '●' },
  good: { box: 'border-good bg-good-soft', word: 'text-good', mark: '✓' },
} as const

function Card(props: { tone: keyof typeof tones; state: string; children: ReactNode }) {
  const tone = tones[props.tone]
  return (
    <section
      aria-live="polite"
      className={`flex flex-col gap-3 rounded-16 border-2 px-4 py-4 ${tone.box}`}
    >
      <p className={`text-xl font-bold ${tone.word}`}>
        {tone.mark !== '' && <span aria-hidden="true">{tone.mark} </span>}
        {props.state}
      </p>
      {props.children}
    </section>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, string])[] }) {
  return (
    <dl className="divide-y divide-line">
      {facts.map(([name, value]) => (
        <div key={name} className="flex flex-wrap justify-between gap-x-4 py-2">
          <dt>{name}</dt>
          <dd className="ml-auto font-bold">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
