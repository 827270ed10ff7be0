/** The procedures, each with its draft or a start, and what was handed in. */

import { useTimes } from '@kazashi/site/page'
import { Button, Choice, RowGroup, useLanguage, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import { ask, type Refusal, useAsked } from './ask.ts'
import { Inside, Loaded, Refused, useWords } from './parts.tsx'
import { goTo } from './place.ts'
import { created, procedureList } from './shapes.ts'
import { StateChip } from './state-chip.tsx'
import { texts } from './texts.ts'

export function Procedures() {
  const t = useTexts(texts)
  const words = useWords()
  const { language } = useLanguage()
  const { day } = useTimes()
  const { asked, again } = useAsked('/api/procedures', procedureList, language)
  const [refusal, setRefusal] = useState<Refusal>()
  const begin = async (procedure: string) => {
    const answer = await ask('/api/applications', created, {
      language,
      method: 'POST',
      body: { procedure },
    })
    if (answer.ok) goTo(`/applications/${answer.value.id}`)
    else setRefusal(answer.refusal)
  }
  return (
    <Inside title={t.procedures}>
      {refusal && <Refused refusal={refusal} />}
      <Loaded asked={asked} again={() => void again()}>
        {({ procedures, applications }) => (
          <>
            {procedures.map(({ procedure, title, about }) => {
              const draft = applications.find(
                (one) => one.procedure === procedure && one.state === 'draft',
              )
              return (
                <section key={procedure} className="flex flex-col gap-2 rounded-16 bg-surface p-4">
                  <h2 className="text-xl">{words(title)}</h2>
                  <p>{words(about)}</p>
                  {draft && <StateChip line={draft} />}
                  <div className="max-w-80">
                    <Button look="second" onPress={() => void begin(procedure)}>
                      {draft ? t.goOn : t.begin}
                      <span className="sr-only">{words(title)}</span>
                    </Button>
                  </div>
                </section>
              )
            })}
            <RowGroup>
              {applications
                .filter(({ state }) => state !== 'draft')
                .map((line) => (
                  <Choice
                    key={line.id}
                    text={`${words(line.title)} ${line.number ?? ''}`}
                    {...(line.submittedAt !== undefined && { note: day(line.submittedAt) })}
                    chip={<StateChip line={line} />}
                    onPress={() => goTo(`/applications/${line.id}`)}
                  />
                ))}
            </RowGroup>
          </>
        )}
      </Loaded>
    </Inside>
  )
}
