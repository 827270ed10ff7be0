/** What the patient agrees to, all on one screen: each by its name, filled in as last time, each to be changed. */
import { Button, Icon, type IconName, useLanguage, useTexts } from '@kazashi/ui'
import { useId, useState } from 'react'
import { dayIn } from '../days.ts'
import {
  type Asked,
  type ConsentName,
  type Consents,
  consentNames,
  type Facility,
} from '../wire.ts'
import type { Fault } from './fault.ts'
import { BackAction, Frame, NextStep, Note } from './frame.tsx'
import type { TerminalEvent } from './machine.ts'
import { texts } from './texts.ts'

const icons: Readonly<Record<ConsentName, IconName>> = {
  medicines: 'pill',
  surgery: 'hospital',
  'check-ups': 'chart',
  limits: 'yen',
}

export function ConsentsScreen(props: {
  readonly facility: Facility
  readonly asked: Asked
  readonly sending: boolean
  readonly fault: Fault | undefined
  readonly send: (event: TerminalEvent) => void
}) {
  const { facility, asked, sending, fault, send } = props
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [consents, setConsents] = useState<Consents>(asked.consents)
  const name = t.consentsTitle(asked.name)
  const question = t.consentsAsk[facility.kind]
  return (
    <Frame
      name={question}
      title={
        <>
          <span lang="ja" className="block">
            {name}
          </span>
          {question}
        </>
      }
      onIdle={() => send({ type: 'idle' })}
      actions={
        <>
          <BackAction onPress={() => send({ type: 'back' })} />
          <NextStep>
            <Button onPress={() => send({ type: 'agree', consents })}>
              {sending ? t.agreeing : t.agree}
            </Button>
          </NextStep>
        </>
      }
    >
      {fault !== undefined && (
        <Note tone="warn" icon="warn" status>
          {t.notSent}
        </Note>
      )}
      {consentNames.map((what) => (
        <Question
          key={what}
          what={what}
          given={consents[what]}
          onChange={(given) => setConsents({ ...consents, [what]: given })}
        />
      ))}
      <Note tone="info" icon="history">
        {asked.lastVisit === null
          ? t.filledFirst
          : t.filledBefore(dayIn(language, asked.lastVisit))}
      </Note>
      <p className="flex gap-3 text-base text-ink-soft">
        <Icon name="shield" tone="mt-0.5" />
        <span>{t.free}</span>
      </p>
    </Frame>
  )
}

function Question(props: {
  readonly what: ConsentName
  readonly given: boolean
  readonly onChange: (given: boolean) => void
}) {
  const { what, given, onChange } = props
  const t = useTexts(texts)
  const title = useId()
  const [name = '', note = ''] = t.consents[what]
  const answer = (value: boolean, words: string) => (
    <div className="flex-1 whitespace-nowrap md:[&_button]:px-3!">
      <Button
        look="choice"
        pressed={given === value}
        onPress={() => onChange(value)}
        describedBy={title}
      >
        {given === value && <Icon name="check" size="sign" />} {words}
      </Button>
    </div>
  )
  return (
    <section
      aria-labelledby={title}
      className="flex flex-wrap items-center gap-x-5 gap-y-3 rounded-16 bg-ground px-5 py-4"
    >
      <Icon name={icons[what]} size="large" tone="text-accent" />
      <div className="min-w-40 flex-1">
        <h2 id={title} className="text-lg">
          {name}
        </h2>
        <p className="text-base text-ink-soft">{note}</p>
      </div>
      <div className="flex min-w-[min(100%,12em)] flex-1 gap-2">
        {answer(true, t.yes)}
        {answer(false, t.no)}
      </div>
    </section>
  )
}
