/** The state of this phone at a glance, on the home screen and above the details: the card on it, or what stands in its place. */
import {
  CardPicture,
  Chip,
  type ChipTone,
  Facts,
  HoldPicture,
  Panel,
  StateCard,
  Timeline,
  useLanguage,
  useTexts,
} from '@kazashi/ui'
import { dayText, isAfterHours, momentText, pastText } from '../moment.ts'
import { hasMoved, type PhoneSummary, troubleOf, usabilityOf } from '../phone/phone-summary.ts'
import { certificateWords } from './certificate-words.ts'
import { texts } from './texts.ts'

export const SummaryCard = ({ summary }: { summary: PhoneSummary }) => (
  <section aria-live="polite" className="flex flex-col gap-4 short:gap-3">
    <Summary summary={summary} />
  </section>
)

function Summary({ summary }: { summary: PhoneSummary }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { application, ended } = summary
  if (summary.unknown) {
    return (
      <StateCard tone="stop" state={t.unknown} drawing="lost-phone">
        <p>{t.unknownLead}</p>
      </StateCard>
    )
  }
  switch (summary.name) {
    case 'nothing':
      return (
        <>
          <HoldPicture where="middle" reading={false} />
          <p className="text-xl leading-snug font-bold">{t.nothing}</p>
          <p>{t.nothingLead}</p>
        </>
      )
    case 'unfinished':
      return (
        <StateCard tone="wait" state={t.unfinished} drawing="phone-empty-android">
          <p>{t.unfinishedLead}</p>
        </StateCard>
      )
    case 'waiting':
      return (
        <>
          <StateCard
            tone="wait"
            state={t.waiting}
            drawing={
              application !== undefined && isAfterHours(application) ? 'waiting-night' : 'waiting'
            }
          >
            {application !== undefined && (
              <p>{t.waitingLead(momentText(application.expectedAt, language))}</p>
            )}
          </StateCard>
          {application !== undefined && (
            <Timeline
              stations={[
                {
                  title: t.stations.applied,
                  note: `${momentText(application.appliedAt, language)}　${t.receipt} ${application.receiptNumber}`,
                  state: 'done',
                },
                { title: t.stations.issue, note: t.stations.hours, state: 'now' },
                { title: t.stations.register, state: 'later' },
              ]}
            />
          )}
        </>
      )
    case 'ready':
      return (
        <StateCard tone="wait" state={t.ready} drawing="phone-android">
          <p>{t.readyLead}</p>
        </StateCard>
      )
    case 'active':
      return <InUse summary={summary} />
    case 'suspended':
      return (
        <>
          <State tone="stop">{t.suspended}</State>
          <OnPhone summary={summary} stopped />
          <p>{t.suspendedLead}</p>
        </>
      )
    case 'ended':
      return (
        <StateCard tone="plain" state={t.ended} drawing="phone-empty-android">
          {ended !== undefined && <Ended ended={ended} />}
          <p>{hasMoved(summary) ? t.movedLead : t.endedLead}</p>
        </StateCard>
      )
  }
}

const State = (props: { tone: ChipTone; children: string }) => (
  <p>
    <Chip {...props} />
  </p>
)

function InUse({ summary }: { summary: PhoneSummary }) {
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const { language } = useLanguage()
  const { certificates } = summary
  const troubles = certificates.map(troubleOf)
  const usability = usabilityOf(certificates)
  const ending = certificates.find(({ validity }) => validity === 'ending')
  return (
    <>
      <State tone={usability === 'good' ? 'good' : 'warn'}>{words.usable[usability]}</State>
      <OnPhone summary={summary} stopped={usability === 'over'} />
      {troubles.includes('expired') && <Panel tone="warn">{t.expiredLead}</Panel>}
      {troubles.includes('locked') && <Panel tone="warn">{t.activeLockedLead}</Panel>}
      {ending !== undefined && (
        <Panel tone="warn">{t.endingLead(dayText(ending.notAfter, language))}</Panel>
      )}
    </>
  )
}

/** The card: its holder, the last day; and each certificate by name where one of the two is missing or not usable. */
function OnPhone({ summary, stopped }: { summary: PhoneSummary; stopped: boolean }) {
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const { language } = useLanguage()
  const { certificates, endedKinds, holder } = summary
  const ends = certificates.map(({ notAfter }) => notAfter.getTime())
  const isPlain =
    certificates.length > 1 && certificates.every((one) => troubleOf(one) === undefined)
  const kinds = [
    ...certificates.map(
      (one) => [words.kinds[one.kind], words.states[troubleOf(one) ?? 'valid']] as const,
    ),
    ...endedKinds.map(({ kind }) => [words.kinds[kind], t.over] as const),
  ]
  return (
    <>
      <CardPicture
        title={t.card}
        name={holder}
        stopped={stopped}
        facts={
          ends.length === 0
            ? []
            : [[t.until, t.untilValue(dayText(new Date(Math.min(...ends)), language))]]
        }
      />
      {!isPlain && <Facts facts={kinds} />}
    </>
  )
}

function Ended({ ended }: { ended: NonNullable<PhoneSummary['ended']> }) {
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const { language } = useLanguage()
  return (
    <Facts
      facts={[
        [t.why, words.why[ended.why] ?? words.whyUnknown],
        [t.since, pastText(ended.at, language)],
      ]}
    />
  )
}
