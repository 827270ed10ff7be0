/** How this phone stands, at a glance: on the home screen and above the details. */
import { Facts, StateCard, useLanguage, useTexts } from '@kazashi/ui'
import type { Glance } from '../../phone/glance.ts'
import { certificateWords } from '../certificate-words.ts'
import { hasMoved } from '../home/next-thing.ts'
import { dayText, momentText } from '../moment.ts'
import { texts } from './texts.ts'

export function StandingCard({ standing }: { standing: Glance }) {
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const { language } = useLanguage()
  const { application, certificates, endedKinds, ended } = standing
  const ends = certificates.map(({ notAfter }) => notAfter.getTime())
  const kinds = certificates.map(({ kind, locked, suspended }): [string, string] => {
    const state = suspended ? t.onHold : locked ? t.locked : t.valid
    return [words.kinds[kind], state]
  })
  const over = endedKinds.map(({ kind }): [string, string] => [words.kinds[kind], t.over])
  const until: [string, string][] =
    ends.length === 0
      ? []
      : [[t.until, t.untilValue(dayText(new Date(Math.min(...ends)), language))]]
  const anyLocked = certificates.some(({ locked }) => locked)
  switch (standing.name) {
    case 'nothing':
      return (
        <StateCard tone="plain" state={t.nothing}>
          <p>{t.nothingLead}</p>
        </StateCard>
      )
    case 'unfinished':
      return (
        <StateCard tone="wait" state={t.unfinished}>
          <p>{t.unfinishedLead}</p>
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
    case 'active':
      return (
        <StateCard tone={anyLocked ? 'stop' : 'good'} state={anyLocked ? t.activeLocked : t.active}>
          {anyLocked && <p>{t.activeLockedLead}</p>}
          <Facts facts={[...kinds, ...over, ...until]} />
        </StateCard>
      )
    case 'suspended':
      return (
        <StateCard tone="stop" state={t.suspended}>
          <p>{t.suspendedLead}</p>
          <Facts facts={[...kinds, ...over]} />
        </StateCard>
      )
    case 'ended':
      return (
        <StateCard tone="plain" state={t.ended}>
          {ended !== undefined && (
            <Facts
              facts={[
                [t.why, words.why[ended.why] ?? words.whyUnknown],
                [t.since, momentText(ended.at, language)],
              ]}
            />
          )}
          <p>{hasMoved(standing) ? t.movedLead : t.endedLead}</p>
        </StateCard>
      )
  }
}
