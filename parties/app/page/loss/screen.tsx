/** 5-B: lost or stolen: the call, the facts to give, the counter; found again: the counter for a card, 「利用再開」 for a phone. */
import { Choice, isOperating, RowGroup, Screen, Sentences, useTexts } from '@kazashi/ui'
import { contacts } from '../contacts/contacts.ts'
import type { Frame } from '../frame.ts'
import { Contact } from '../help/contact.tsx'
import { contactTexts } from '../help/contact-texts.ts'
import type { PhoneSummary } from '../phone/phone-summary.ts'
import type { Go } from '../place-name.ts'
import { texts } from './texts.ts'

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <>
      <h2 className="text-lg">{title}</h2>
      <ul className="list-disc pl-[1.4em]">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </>
  )
}

export function Loss(props: { now: Date; summary: PhoneSummary; frame: Frame; go: Go }) {
  const { now, summary, frame, go } = props
  const t = useTexts(texts)
  const words = useTexts(contactTexts)
  return (
    <Screen title={t.title} onBack={frame.onBack}>
      <Sentences>{t.lead}</Sentences>
      <p>{t.cardLostLead}</p>
      {!isOperating() && (
        <p className="rounded-12 bg-warn-soft px-4 py-3 large:px-3 text-base">{t.practice}</p>
      )}
      <Contact
        name={words.loss}
        hours={words.lossHours}
        guidance={words.lossGuidance}
        contact={contacts.loss}
        now={now}
      />
      <h2 className="text-lg">{t.cardLost}</h2>
      <Contact name={words.paid} hours={words.paidHours} contact={contacts.paid} now={now} />
      <Points title={t.tell} points={t.tellPoints} />
      <Points title={t.stops} points={t.stopsPoints} />
      <h2 className="text-lg">{t.cardFound}</h2>
      <Sentences>{t.cardFoundLead}</Sentences>
      <h2 className="text-lg">{t.phoneFound}</h2>
      <Sentences>{t.phoneFoundLead}</Sentences>
      {summary.name === 'suspended' && (
        <RowGroup>
          <Choice icon="reset" text={t.resume} onPress={() => go('resume')} />
        </RowGroup>
      )}
    </Screen>
  )
}
