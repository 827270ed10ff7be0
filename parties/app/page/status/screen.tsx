/** The certificates on this phone: last day, uses, reasons for suspension or end, history. */
import { Button, Choice, Facts, RowGroup, Screen, useLanguage, useTexts } from '@kazashi/ui'
import type { Frame } from '../frame.ts'
import { dayText, pastText } from '../moment.ts'
import { mayWithdraw, type PhoneSummary, troubleOf } from '../phone/phone-summary.ts'
import type { Go } from '../place-name.ts'
import { StorageNote } from '../storage-note/note.tsx'
import { SubstitutionNote } from '../substitution/note.tsx'
import { certificateWords } from './certificate-words.ts'
import { SummaryCard } from './summary-card.tsx'
import { texts } from './texts.ts'

export function Status(props: { summary: PhoneSummary; frame: Frame; go: Go }) {
  const { summary, frame, go } = props
  const t = useTexts(texts)
  const words = useTexts(certificateWords)
  const { language } = useLanguage()
  const { certificates, endedKinds, history } = summary
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={
        <Button look="second" onPress={frame.onHome}>
          {t.home}
        </Button>
      }
    >
      <SummaryCard summary={summary} />
      <SubstitutionNote substituted={summary.substituted} />
      {certificates.map((one) => (
        <section key={one.kind} className="grouped py-3">
          <h2 className="text-lg">{words.kinds[one.kind]}</h2>
          <Facts
            facts={[
              [t.state, words.states[troubleOf(one) ?? 'valid']],
              [t.until, t.untilValue(dayText(one.notAfter, language))],
              ...(one.kind === 'authentication'
                ? [[t.biometrics, one.biometrics ? t.biometricsOn : t.biometricsOff] as const]
                : []),
            ]}
          />
          <p className="text-ink-soft">{t.uses[one.kind]}</p>
        </section>
      ))}
      {endedKinds.map(({ kind, reason }) => (
        <section key={kind} className="grouped py-3">
          <h2 className="text-lg">{words.kinds[kind]}</h2>
          <Facts
            facts={[
              [t.state, t.over],
              [t.why, words.why[reason ?? ''] ?? words.whyUnknown],
            ]}
          />
        </section>
      ))}
      {certificates.some(({ locked }) => locked) && (
        <RowGroup>
          <Choice
            icon="key"
            text={t.resetSecret}
            note={t.resetSecretNote}
            onPress={() => go('reset-secret')}
          />
        </RowGroup>
      )}
      {mayWithdraw(summary) && !summary.unknown && (
        <RowGroup>
          <Choice
            icon="close"
            text={t.withdraw}
            note={t.withdrawNote}
            onPress={() => go('withdraw')}
          />
        </RowGroup>
      )}
      {history.length > 0 && (
        <>
          <h2 className="text-lg">{t.history}</h2>
          <ol className="grouped flex flex-col divide-y divide-line">
            {history.toReversed().map(({ at, event }) => (
              <li key={`${at} ${event}`} className="py-2">
                <p className="text-base text-ink-soft">{pastText(at, language)}</p>
                <p>{words.events[event] ?? event}</p>
              </li>
            ))}
          </ol>
        </>
      )}
      {summary.name !== 'nothing' && summary.name !== 'ended' && <StorageNote platform="android" />}
      {/* 1-A② */}
      <section className="rounded-12 bg-surface px-4 py-3">
        <h2 className="text-base">{t.attributes}</h2>
        <p>{t.attributesLead}</p>
      </section>
    </Screen>
  )
}
