/** Home: the certificates on this phone and their last day, a waiting application, and the one thing to do next. */
import { Button, Choice, freeDial, Screen, useTexts } from '@kazashi/ui'
import { Fault } from '../faults/fault.tsx'
import type { Refusal } from '../faults/refusal.ts'
import { hasMoved, mayWithdraw, type PhoneSummary } from '../phone/phone-summary.ts'
import type { Go } from '../place-name.ts'
import { mayAskForPush } from '../push/may-ask.ts'
import { loginHindrance } from '../status/login-hindrance.ts'
import { SummaryCard } from '../status/summary-card.tsx'
import { nextThing } from './next-thing.ts'
import { texts } from './texts.ts'

export function Home(props: {
  summary: PhoneSummary
  go: Go
  /** The phone itself could not be opened. */
  closed: Refusal | undefined
}) {
  const { summary, go, closed } = props
  const t = useTexts(texts)
  const next = nextThing(summary)
  const isNew = summary.name === 'nothing' || (summary.name === 'ended' && !hasMoved(summary))
  return (
    <Screen
      title={t.title}
      brand={<b className="flex min-h-11 items-center text-xl">{t.brand}</b>}
      corner={
        <Button look="plain" onPress={() => go('menu')}>
          {t.menu} <span aria-hidden="true">☰</span>
        </Button>
      }
      actions={
        next !== undefined && <Button onPress={() => go(next.place)}>{t[next.words]}</Button>
      }
    >
      {closed !== undefined && <Fault refusal={closed} />}
      <SummaryCard summary={summary} />
      {summary.request !== undefined && !summary.unknown && (
        <p className="rounded-8 bg-warn-soft px-3 py-2">{t.underWay[summary.request]}</p>
      )}
      {summary.name === 'waiting' && !summary.unknown && mayAskForPush() && (
        <Choice text={t.push} note={t.pushNote} onPress={() => go('notices')} />
      )}
      {summary.name !== 'nothing' && <Choice text={t.status} onPress={() => go('status')} />}
      {mayWithdraw(summary) && !summary.unknown && (
        <Choice text={t.withdraw} onPress={() => go('withdraw')} />
      )}
      {isNew && <Choice text={t.newPhone} note={t.newPhoneNote} onPress={() => go('new-phone')} />}
      {summary.name === 'active' && loginHindrance(summary) === undefined && !summary.unknown && (
        <>
          <h2 className="text-xl">{t.canDo}</h2>
          <section className="rounded-12 border border-line px-4 py-3">
            <h3 className="text-base">{t.login}</h3>
            <p className="text-ink-soft">{t.loginHow}</p>
          </section>
          <Choice text={t.loginBy} onPress={() => go('login')} />
        </>
      )}
      {!isNew && (
        <section className="rounded-12 border border-line px-4 py-3">
          <h3 className="text-base">{t.lost}</h3>
          <p>
            <a
              href={`tel:${freeDial}`}
              className="quiet-link inline-flex min-h-11 items-center text-lg font-bold"
            >
              {freeDial}
            </a>
          </p>
          <p className="text-ink-soft">{t.lostLead}</p>
        </section>
      )}
    </Screen>
  )
}
