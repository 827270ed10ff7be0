/** 1-A②: who asks, each element with its value, whether it is kept, and a tick for each that may be left out. One screen. */
import { Button, CheckBox, Icon, Panel, Screen, useTexts } from '@kazashi/ui'
import { useElementWords } from '../elements/words.ts'
import { Fault } from '../faults/fault.tsx'
import type { Frame } from '../frame.ts'
import type { AskedFor, PresentEvent, PresentState } from './table.ts'
import { texts } from './texts.ts'

type Question = AskedFor['questions'][number]

export function Consent(props: {
  readonly state: Extract<PresentState, { name: 'asked' }>
  readonly send: (event: PresentEvent) => void
  readonly frame: Frame
}) {
  const { state, send, frame } = props
  const t = useTexts(texts)
  const { asked, chosen, refusal, biometrics } = state
  const needed = asked.questions.filter(({ optional }) => !optional)
  const optional = asked.questions.filter((one) => one.optional)
  return (
    <Screen
      {...frame}
      title={t.title}
      actions={
        <>
          <Button onPress={() => send({ type: 'show' })}>
            {biometrics ? t.showRecognised : t.show}
          </Button>
          <Button look="second" onPress={() => send({ type: 'decline' })}>
            {t.decline}
          </Button>
        </>
      }
    >
      {refusal !== undefined && <Fault refusal={refusal} />}
      <WhoAsks asker={asked.asker} />
      {asked.warnings.map((warning) => (
        <Panel
          key={warning}
          tone="warn"
          title={t.warnings[warning].title}
          drawing={<Icon name="warn" tone="text-warn self-start" />}
        >
          <p>{t.warnings[warning].lead}</p>
        </Panel>
      ))}
      {needed.length > 0 && (
        <section className="flex flex-col gap-2">
          <h2 className="font-bold">{t.needed}</h2>
          <ul className="grouped flex flex-col divide-y divide-line">
            {needed.map((one) => (
              <li key={one.key} className="py-3">
                <Element question={one} />
              </li>
            ))}
          </ul>
          {needed.length > 1 && <p className="text-sm text-ink-soft">{t.neededLead}</p>}
        </section>
      )}
      {optional.length > 0 && (
        <fieldset className="flex flex-col gap-2">
          <legend className="font-bold">{t.optional}</legend>
          <p className="text-sm text-ink-soft">{t.optionalLead}</p>
          <div className="grouped flex flex-col divide-y divide-line">
            {optional.map((one) => (
              <OptionalElement
                key={one.key}
                question={one}
                checked={chosen.includes(one.key)}
                onChange={(isChosen) => send({ type: 'choose', key: one.key, chosen: isChosen })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </Screen>
  )
}

function WhoAsks({ asker }: { readonly asker: AskedFor['asker'] }) {
  const t = useTexts(texts)
  return (
    <div className="flex flex-col gap-2">
      <dl className="grouped grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 py-2">
        {[
          [t.who, asker.name],
          [t.site, asker.host],
        ].map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-soft">{name}</dt>
            <dd className="font-bold break-words">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="flex gap-2 font-bold">
        <Icon
          name={asker.known ? 'check' : 'warn'}
          tone={asker.known ? 'mt-0.5 text-good' : 'mt-0.5 text-warn'}
        />
        <span>{asker.known ? t.known : t.unknown}</span>
      </p>
      {!asker.known && <p className="text-sm text-ink-soft">{t.unknownLead}</p>}
    </div>
  )
}

function Element({ question }: { readonly question: Question }) {
  const t = useTexts(texts)
  const words = useElementWords()
  const { identifier, value, retained } = question
  return (
    <>
      <p className="text-sm text-ink-soft">{words.nameOf(identifier)}</p>
      <p className="text-lg leading-snug font-bold">{words.valueOf(identifier, value)}</p>
      <p className={retained ? 'text-sm font-bold text-warn' : 'text-sm text-ink-soft'}>
        {retained ? t.kept : t.notKept}
      </p>
    </>
  )
}

function OptionalElement(props: {
  readonly question: Question
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const t = useTexts(texts)
  const words = useElementWords()
  const { identifier, value, retained } = props.question
  return (
    <CheckBox
      checked={props.checked}
      onChange={props.onChange}
      note={`${words.valueOf(identifier, value)} · ${retained ? t.kept : t.notKept}`}
    >
      {words.nameOf(identifier)}
    </CheckBox>
  )
}
