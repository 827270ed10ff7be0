/** The good end, and the ends at which the reception goes on: what happened, and what to do now. */
import { Button, Drawing, Icon, useLanguage, useTexts } from '@kazashi/ui'
import { dayIn } from '../days.ts'
import type { Facility, Received } from '../wire.ts'
import { CallAction, Frame, NextStep, Note } from './frame.tsx'
import type { TerminalEvent } from './machine.ts'
import { texts } from './texts.ts'

interface Props {
  readonly facility: Facility
  readonly received: Received
  readonly send: (event: TerminalEvent) => void
}

export function ReceivedScreen(props: Props) {
  const { received, send } = props
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { outcome, insurer, validUntil } = received
  const isGood = outcome === 'received' || outcome === 'insurer-changed'
  const title = isGood
    ? t.received
    : { ended: t.ended.title, 'not-insured': t.notInsured.title, unanswered: t.unanswered.title }[
        outcome
      ]
  const day = validUntil === null ? '' : dayIn(language, validUntil)
  return (
    <Frame
      name={title}
      title={title}
      onIdle={() => send({ type: 'idle' })}
      actions={
        <>
          {!isGood && <CallAction onPress={() => send({ type: 'call' })} />}
          <NextStep>
            <Button onPress={() => send({ type: 'back' })}>{t.finish}</Button>
          </NextStep>
        </>
      }
    >
      {isGood && <Good {...props} />}
      {outcome === 'ended' && (
        <Stuck lead={t.ended.lead(insurer?.insurerName ?? '', day)} next={t.ended.next} />
      )}
      {outcome === 'not-insured' && <Stuck lead={t.notInsured.lead} next={t.notInsured.next} />}
      {outcome === 'unanswered' && <Stuck lead={t.unanswered.lead} next={t.unanswered.next} />}
      <NumberOf number={received.number} />
    </Frame>
  )
}

function NumberOf({ number }: { readonly number: number }) {
  const t = useTexts(texts)
  return (
    <p className="flex items-baseline justify-between gap-4 rounded-16 bg-ground px-5 py-4">
      <span className="text-ink-soft">{t.number}</span>
      <b className="text-2xl md:text-[3rem]">{number}</b>
    </p>
  )
}

function Good({ facility, received }: Props) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { name, insurer, before, validFrom, certificateEnds } = received
  return (
    <>
      <div className="flex flex-1 flex-col items-center justify-center gap-3 rounded-16 bg-good-soft p-5 text-center">
        <span className="arriving">
          <Drawing name="success" size="large" />
        </span>
        {name !== null && (
          <p lang="ja" className="text-xl font-bold">
            {t.nameNow(name)}
          </p>
        )}
        <p className="text-lg">{t.afterwards[facility.kind]}</p>
        <p className="text-base">{t.takeBack}</p>
      </div>
      {before !== null && insurer !== null && (
        <Note tone="warn" icon="warn">
          <b>{t.changedTitle}</b>
          <p>
            {t.changed(
              before.insurerName,
              insurer.insurerName,
              validFrom === null ? '' : dayIn(language, validFrom),
            )}
          </p>
        </Note>
      )}
      {certificateEnds !== null && (
        <Note tone="warn" icon="calendar">
          <b>{t.endsTitle}</b>
          <p>{t.ends(dayIn(language, certificateEnds))}</p>
        </Note>
      )}
    </>
  )
}

function Stuck({ lead, next }: { readonly lead: string; readonly next: readonly string[] }) {
  const t = useTexts(texts)
  return (
    <>
      <Note tone="warn" icon="warn">
        {lead}
      </Note>
      <section className="rounded-16 bg-ground px-5 py-4">
        <h2 className="text-lg">{t.whatNext}</h2>
        <ul className="mt-2 flex flex-col gap-2">
          {next.map((step) => (
            <li key={step} className="flex gap-3">
              <Icon name="next" size="sign" tone="mt-1.5 text-accent" />
              <span>{step}</span>
            </li>
          ))}
        </ul>
      </section>
      <div className="flex flex-1 items-center justify-center">
        <Drawing name="counter" size="large" />
      </div>
    </>
  )
}
