/** The state of this phone, in one card: on the home screen and above the details. */
import { Facts, StateCard, useLanguage, useTexts } from '@kazashi/ui'
import { dayText, momentText } from '../moment.ts'
import { hasMoved, type PhoneSummary, troubleOf, usabilityOf } from '../phone/phone-summary.ts'
import { certificateWords } from './certificate-words.ts'
import { texts } from './texts.ts'

export function SummaryCard({ summary }: { summary: PhoneSummary }) {
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const { language } = useLanguage()
  const { application, certificates, endedKinds, ended } = summary
  const ends = certificates.map(({ notAfter }) => notAfter.getTime())
  const kinds = certificates.map((one): [string, string] => [
    words.kinds[one.kind],
    words.states[troubleOf(one) ?? 'valid'],
  ])
  const over = endedKinds.map(({ kind }): [string, string] => [words.kinds[kind], t.over])
  const until: [string, string][] =
    ends.length === 0
      ? []
      : [[t.until, t.untilValue(dayText(new Date(Math.min(...ends)), language))]]
  if (summary.unknown) {
    return (
      <StateCard tone="stop" state={t.unknown}>
        <p>{t.unknownLead}</p>
      </StateCard>
    )
  }
  switch (summary.name) {
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
    case 'active': {
      const troubles = certificates.map(troubleOf)
      const usability = usabilityOf(certificates)
      const ending = certificates.find(({ validity }) => validity === 'ending')
      return (
        <StateCard tone={usability === 'good' ? 'good' : 'stop'} state={words.usable[usability]}>
          {troubles.includes('expired') && <p>{t.expiredLead}</p>}
          {troubles.includes('locked') && <p>{t.activeLockedLead}</p>}
          <Facts facts={[...kinds, ...over, ...until]} />
          {ending !== undefined && (
            <p className="rounded-8 bg-warn-soft px-3 py-2">
              {t.endingLead(dayText(ending.notAfter, language))}
            </p>
          )}
        </StateCard>
      )
    }
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
          <p>{hasMoved(summary) ? t.movedLead : t.endedLead}</p>
        </StateCard>
      )
  }
}
