/** Home: the certificates on this phone and their last day, a waiting application, and the one thing to do next. */
import { Brand, Button, Choice, Drawing, Panel, RowGroup, Screen, useTexts } from '@kazashi/ui'
import { CallRow } from '../contacts/call-row.tsx'
import { Fault } from '../faults/fault.tsx'
import type { Refusal } from '../faults/refusal.ts'
import { hasMoved, mayWithdraw, type PhoneSummary } from '../phone/phone-summary.ts'
import type { Go } from '../place-name.ts'
import { mayAskForPush } from '../push/may-ask.ts'
import { loginHindrance } from '../status/login-hindrance.ts'
import { SummaryCard } from '../status/summary-card.tsx'
import { Begun } from './begun.tsx'
import { Corner } from './corner.tsx'
import { draftPlace, nextThing } from './next-thing.ts'
import { RenewalFirst } from './renewal-first.tsx'
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
  const { name, request, unknown } = summary
  return (
    <Screen
      title={t.title}
      brand={<Brand name={t.brand} />}
      corner={<Corner go={go} menu={t.menu} notices={t.notices} />}
      actions={
        next !== undefined && (
          <Button onPress={() => go(next.place, next.words === 'goOn' ? 'goes-on' : undefined)}>
            {t[next.words]}
          </Button>
        )
      }
    >
      {closed !== undefined && <Fault refusal={closed} />}
      <SummaryCard summary={summary} />
      <RenewalFirst summary={summary} />
      {!unknown && <Begun summary={summary} draftAt={draftPlace(summary)} go={go} />}
      {request !== undefined && !unknown && <Panel tone="warn">{t.underWay[request]}</Panel>}
      {name === 'active' && loginHindrance(summary) === undefined && !unknown && (
        <>
          <h2 className="text-lg">{t.canDo}</h2>
          <Panel tone="info" title={t.login} drawing={<Drawing name="portal" size="small" />}>
            <p className="text-sm text-ink-soft">{t.loginHow}</p>
          </Panel>
        </>
      )}
      <RowGroup>
        {name === 'active' && loginHindrance(summary) === undefined && !unknown && (
          <Choice icon="qr" text={t.loginBy} onPress={() => go('login')} />
        )}
        {name === 'waiting' && !unknown && mayAskForPush() && (
          <Choice icon="notice" text={t.push} note={t.pushNote} onPress={() => go('notices')} />
        )}
        {name !== 'nothing' && (
          <Choice icon="certificate" text={t.status} onPress={() => go('status')} />
        )}
        {mayWithdraw(summary) && !unknown && (
          <Choice icon="close" text={t.withdraw} onPress={() => go('withdraw')} />
        )}
        {isNew && (
          <Choice
            icon="transfer"
            text={t.newPhone}
            note={t.newPhoneNote}
            onPress={() => go('new-phone')}
          />
        )}
        {!isNew && <CallRow title={t.lost} note={t.lostLead} />}
      </RowGroup>
    </Screen>
  )
}
