/** Home of an iPhone: 「追加をはじめる」 (3-C ②), waiting (3-D ⑦) or 「利用可能」. */
import { status } from '@kazashi/phone'
import {
  Button,
  Choice,
  Facts,
  freeDial,
  Screen,
  StateCard,
  useLanguage,
  useTexts,
} from '@kazashi/ui'
import { useSyncExternalStore } from 'react'
import { Fault } from '../faults/fault.tsx'
import { IphoneWords } from '../faults/iphone-words.tsx'
import { dayText, momentText } from '../moment.ts'
import { mayWithdraw, troubleOf, usabilityOf } from '../phone/phone-summary.ts'
import type { PlaceProps } from '../place.ts'
import { mayAskForPush } from '../push/may-ask.ts'
import { certificateWords } from '../status/certificate-words.ts'
import { loginHindrance } from '../status/login-hindrance.ts'
import { arrivalOf } from '../wallet/arrival.ts'
import { texts } from './texts.ts'

/** The place where a signed request without an answer goes on. */
const placeOfRequest = {
  revoke: 'iphone-card',
  'delete-other': 'delete-other',
  unblock: 'reset-secret',
} as const

export default function IphoneHome({ device, go }: PlaceProps) {
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const { language } = useLanguage()
  const summary = useSyncExternalStore(device.subscribe, device.summary)
  const arrival = arrivalOf(device)
  const refusal = useSyncExternalStore(arrival.subscribe, arrival.refusal)
  const { name, application } = summary
  const troubles = summary.certificates.map(troubleOf)
  const add = () => go('iphone-add')
  const whyOver = (why: string) =>
    why === 'revoked' ? t.deletedHere : (words.why[why] ?? words.whyUnknown)
  const action = () => {
    if (summary.unknown) return <Button onPress={() => go('reset-phone')}>{t.resetPhone}</Button>
    if (summary.request !== undefined) {
      const place = placeOfRequest[summary.request]
      return <Button onPress={() => go(place)}>{t.goOnRequest}</Button>
    }
    switch (name) {
      case 'nothing':
      case 'ended':
        return <Button onPress={add}>{t.start}</Button>
      case 'unfinished':
        return <Button onPress={add}>{t.goOn}</Button>
      case 'ready':
        return refusal !== undefined && <Button onPress={arrival.again}>{t.again}</Button>
      case 'suspended':
        return <Button onPress={add}>{t.resume}</Button>
      case 'active':
        return (
          <>
            {troubles.includes('locked') && (
              <Button onPress={() => go('reset-secret')}>{t.resetSecret}</Button>
            )}
            <Button look="second" onPress={() => go('iphone-card')}>
              {t.see}
            </Button>
          </>
        )
      default:
        return undefined
    }
  }
  const card = () => {
    if (summary.unknown) {
      return (
        <StateCard tone="stop" state={t.unknown}>
          <p>{t.unknownLead}</p>
        </StateCard>
      )
    }
    switch (name) {
      case 'nothing':
        return (
          <StateCard tone="plain" state={t.nothing}>
            <p>{t.nothingLead}</p>
            <p>{t.nothingMore}</p>
          </StateCard>
        )
      case 'unfinished':
        return (
          <StateCard tone="wait" state={t.unfinished}>
            <p>{status(device.phone).stage === 'secrets-set' ? t.unsentLead : t.unfinishedLead}</p>
          </StateCard>
        )
      case 'waiting':
        return (
          <StateCard tone="wait" state={t.waiting}>
            {application !== undefined && (
              <>
                <p>{t.waitingLead(momentText(application.expectedAt, language))}</p>
                <Facts
                  facts={[
                    [t.applied, momentText(application.appliedAt, language)],
                    [t.receipt, application.receiptNumber],
                  ]}
                />
              </>
            )}
          </StateCard>
        )
      case 'ready':
        return (
          <StateCard tone="wait" state={t.ready}>
            <p>{t.readyLead}</p>
          </StateCard>
        )
      case 'active': {
        const { certificates } = summary
        const ends = certificates.map(({ notAfter }) => notAfter.getTime())
        const attributes = status(device.phone).wallet === 'usable'
        const usability = usabilityOf(certificates)
        const ending = certificates.find(({ validity }) => validity === 'ending')
        return (
          <StateCard tone={usability === 'good' ? 'good' : 'stop'} state={words.usable[usability]}>
            {troubles.includes('expired') && <p>{t.expiredLead}</p>}
            {troubles.includes('locked') && <p>{t.lockedLead}</p>}
            <Facts
              facts={[
                ...certificates.map((one): [string, string] => [
                  t[one.kind],
                  words.states[troubleOf(one) ?? 'valid'],
                ]),
                ...(attributes
                  ? [
                      [
                        t.attributes,
                        words.states[usability === 'over' ? 'expired' : 'valid'],
                      ] as const,
                    ]
                  : []),
                [t.until, t.untilValue(dayText(new Date(Math.min(...ends)), language))],
              ]}
            />
            {ending !== undefined && (
              <p className="rounded-8 bg-warn-soft px-3 py-2">
                {t.endingLead(dayText(ending.notAfter, language))}
              </p>
            )}
            {usability === 'good' && <p className="text-base">{t.fiveMinutes}</p>}
          </StateCard>
        )
      }
      case 'suspended':
        return (
          <StateCard tone="stop" state={t.suspended}>
            <p>{t.suspendedLead}</p>
            <p>{t.resumeLead}</p>
          </StateCard>
        )
      case 'ended':
        return (
          <StateCard tone="plain" state={t.ended}>
            {summary.ended !== undefined && (
              <Facts
                facts={[
                  [t.why, whyOver(summary.ended.why)],
                  [t.since, momentText(summary.ended.at, language)],
                ]}
              />
            )}
            <p>{t.endedLead}</p>
          </StateCard>
        )
    }
  }
  return (
    <IphoneWords>
      <Screen
        title={t.title}
        brand={<b className="flex min-h-11 items-center text-xl">{t.brand}</b>}
        corner={
          <Button look="plain" onPress={() => go('menu')}>
            {t.menu} <span aria-hidden="true">☰</span>
          </Button>
        }
        actions={action()}
      >
        {name === 'ready' && refusal !== undefined && <Fault refusal={refusal} />}
        {card()}
        {summary.request !== undefined && !summary.unknown && (
          <p className="rounded-8 bg-warn-soft px-3 py-2">{t.underWay[summary.request]}</p>
        )}
        {name === 'waiting' && !summary.unknown && mayAskForPush() && (
          <Choice text={t.push} note={t.pushNote} onPress={() => go('notices')} />
        )}
        {mayWithdraw(summary) && !summary.unknown && (
          <Choice text={t.withdraw} onPress={() => go('withdraw')} />
        )}
        {name === 'active' && loginHindrance(summary) === undefined && !summary.unknown && (
          <>
            <h2 className="text-xl">{t.canDo}</h2>
            <section className="rounded-12 border border-line px-4 py-3">
              <h3 className="text-base">{t.login}</h3>
              <p className="text-ink-soft">{t.loginHow}</p>
            </section>
            <Choice text={t.loginBy} onPress={() => go('login')} />
          </>
        )}
        {(name === 'active' || name === 'suspended') && (
          <section className="rounded-12 border border-line px-4 py-3">
            <h2 className="text-base">{t.lost}</h2>
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
    </IphoneWords>
  )
}
