/** What an iPhone's home screen shows of the card: the card itself, or what stands in its place. */
import { status } from '@kazashi/phone'
import {
  CardPicture,
  Chip,
  Facts,
  HoldPicture,
  Panel,
  StateCard,
  Timeline,
  useLanguage,
  useTexts,
} from '@kazashi/ui'
import { dayText, isAfterHours, momentText, pastText } from '../moment.ts'
import type { Device } from '../phone/device.ts'
import { type PhoneSummary, troubleOf, usabilityOf } from '../phone/phone-summary.ts'
import { certificateWords } from '../status/certificate-words.ts'
import { texts } from './texts.ts'

interface Props {
  readonly summary: PhoneSummary
  readonly phone: Device['phone']
}

export const OnPhone = (props: Props) => (
  <section aria-live="polite" className="flex flex-col gap-4 short:gap-3">
    <State {...props} />
  </section>
)

function State({ summary, phone }: Props) {
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
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
          <HoldPicture where="top" reading={false} />
          <p className="text-xl leading-snug font-bold">{t.nothing}</p>
          <p>{t.nothingLead}</p>
          <p>{t.nothingMore}</p>
        </>
      )
    case 'unfinished':
      return (
        <StateCard tone="wait" state={t.unfinished} drawing="phone-empty-iphone">
          <p>{status(phone).stage === 'secrets-set' ? t.unsentLead : t.unfinishedLead}</p>
        </StateCard>
      )
    case 'waiting': {
      const night = application !== undefined && isAfterHours(application)
      return (
        <>
          <StateCard tone="wait" state={t.waiting} drawing={night ? 'waiting-night' : 'waiting'}>
            {application !== undefined && (
              <p>{t.waitingLead(momentText(application.expectedAt, language))}</p>
            )}
          </StateCard>
          {application !== undefined && (
            <Timeline
              stations={[
                {
                  title: t.stations.added,
                  note: `${momentText(application.appliedAt, language)}　${t.receipt} ${application.receiptNumber}`,
                  state: 'done',
                },
                { title: t.stations.issue, note: t.stations.hours, state: 'now' },
                { title: t.stations.usable, state: 'later' },
              ]}
            />
          )}
        </>
      )
    }
    case 'ready':
      return (
        <StateCard tone="wait" state={t.ready} drawing="wallet">
          <p>{t.readyLead}</p>
        </StateCard>
      )
    case 'active':
      return <InUse summary={summary} phone={phone} />
    case 'suspended':
      return (
        <>
          <p>
            <Chip tone="stop">{t.suspended}</Chip>
          </p>
          <Card summary={summary} stopped />
          <p>{t.suspendedLead}</p>
          <p>{t.resumeLead}</p>
        </>
      )
    case 'ended':
      return (
        <StateCard tone="plain" state={t.ended} drawing="phone-empty-iphone">
          {ended !== undefined && (
            <Facts
              facts={[
                [
                  t.why,
                  ended.why === 'revoked'
                    ? t.deletedHere
                    : (words.why[ended.why] ?? words.whyUnknown),
                ],
                [t.since, pastText(ended.at, language)],
              ]}
            />
          )}
          <p>{t.endedLead}</p>
        </StateCard>
      )
  }
}

function Card({ summary, stopped }: { summary: PhoneSummary; stopped: boolean }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const ends = summary.certificates.map(({ notAfter }) => notAfter.getTime())
  return (
    <CardPicture
      title={t.card}
      name={summary.holder}
      stopped={stopped}
      facts={
        ends.length === 0
          ? []
          : [[t.until, t.untilValue(dayText(new Date(Math.min(...ends)), language))]]
      }
    />
  )
}

function InUse({ summary, phone }: Props) {
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const { language } = useLanguage()
  const { certificates } = summary
  const troubles = certificates.map(troubleOf)
  const usability = usabilityOf(certificates)
  const ending = certificates.find(({ validity }) => validity === 'ending')
  const attributes = status(phone).wallet === 'usable'
  return (
    <>
      <p>
        <Chip tone={usability === 'good' ? 'good' : 'warn'}>{words.usable[usability]}</Chip>
      </p>
      <Card summary={summary} stopped={usability === 'over'} />
      {troubles.includes('expired') && <Panel tone="warn">{t.expiredLead}</Panel>}
      {troubles.includes('locked') && <Panel tone="warn">{t.lockedLead}</Panel>}
      {ending !== undefined && (
        <Panel tone="warn">{t.endingLead(dayText(ending.notAfter, language))}</Panel>
      )}
      <div className="grouped">
        <Facts
          facts={[
            ...certificates.map(
              (one) => [t[one.kind], words.states[troubleOf(one) ?? 'valid']] as const,
            ),
            ...(attributes
              ? [[t.attributes, words.states[usability === 'over' ? 'expired' : 'valid']] as const]
              : []),
          ]}
        />
      </div>
      {usability === 'good' && <p className="text-sm text-ink-soft">{t.fiveMinutes}</p>}
    </>
  )
}
