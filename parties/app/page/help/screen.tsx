/** 1-D, 5-A: contacts, their hours and whether they are open now, and the six questions of the course. */
import {
  ButtonLink,
  Choice,
  Disclosure,
  isOperating,
  RowGroup,
  Screen,
  Sentences,
  useTexts,
} from '@kazashi/ui'
import { contactForm, contacts } from '../contacts/contacts.ts'
import type { DeviceDescription } from '../phone/platform.ts'
import type { Section } from '../sections/sections.ts'
import { Contact } from './contact.tsx'
import { contactTexts } from './contact-texts.ts'
import { SectionHelp } from './section-help.tsx'
import { texts } from './texts.ts'

export function Help(props: {
  now: Date
  platform: DeviceDescription['platform']
  /** Section of the course that the screen below belongs to. */
  section: Section | undefined
  onBack: () => void
  onLoss: () => void
}) {
  const t = useTexts(texts)
  const words = useTexts(contactTexts)
  const { now } = props
  return (
    <Screen title={t.title} onBack={props.onBack}>
      {props.section !== undefined && <SectionHelp key={props.section} section={props.section} />}
      {!isOperating() && (
        <p className="rounded-12 bg-warn-soft px-4 py-3 large:px-3 text-base">{t.practice}</p>
      )}
      <RowGroup>
        <Choice icon="lock" text={t.loss} note={t.lossNote} onPress={props.onLoss} />
      </RowGroup>
      <Contact
        name={words.questions}
        hours={words.questionsHours}
        guidance={words.questionsGuidance}
        contact={contacts.questions}
        now={now}
      />
      <p className="text-base text-ink-soft">{t.warning}</p>
      <h2 className="text-lg">{t.questions}</h2>
      {t.answers.map(({ question, answer }) => (
        <Disclosure key={question} title={question}>
          <Sentences>{answer}</Sentences>
        </Disclosure>
      ))}
      {props.platform === 'android' && (
        <Disclosure title={t.attributes}>
          <p>{t.attributesAnswer}</p>
        </Disclosure>
      )}
      <h2 className="text-lg">{t.others}</h2>
      <dl className="grouped py-3">
        <dt>{t.fax}</dt>
        <dd className="font-bold">{contacts.fax.number}</dd>
        <dt className="mt-2">{t.form}</dt>
        <dd>
          <ButtonLink href={contactForm}>{contactForm}</ButtonLink>
        </dd>
      </dl>
    </Screen>
  )
}
