/** 4-A: "I have a new phone": asks which phones, and shows the procedures of the course in their order, ticked off by hand. */
import { type ChangingStep, type PhonePlatform, planPhoneChange } from '@kazashi/lifecycle'
import { Button, CheckBox, Screen, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import type { Frame } from '../frame.ts'
import type { Go, PlaceName } from '../place-name.ts'
import { keepPlan, keptPlan, type Plan } from './plan.ts'
import { texts } from './texts.ts'

/** The place where a row is done, if it is done on this phone. */
const placeOfRow: { readonly [Row in ChangingStep['row']]?: PlaceName } = {
  '2-C': 'apply',
  '2-F': 'revoke',
  '3-C': 'iphone-add',
  '3-E': 'iphone-card',
  '3-F': 'delete-other',
  '4-B': 'switch',
}

export function NewPhone(props: { platform: PhonePlatform; frame: Frame; go: Go }) {
  const { platform, frame, go } = props
  const t = useTexts(texts)
  const [plan, setPlan] = useState<Plan>(keptPlan)
  const change = (next: Plan) => {
    keepPlan(next)
    setPlan(next)
  }
  const { here, other, done } = plan
  const from = here === 'old' ? platform : other
  const to = here === 'new' ? platform : other
  const steps =
    from === undefined || to === undefined ? [] : planPhoneChange({ from, to, oldAtHand: true })
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
      <Question
        question={t.which}
        answers={[
          ['new', t.thisIsNew],
          ['old', t.thisIsOld],
        ]}
        chosen={here}
        onChoose={(answer) => change({ here: answer, other: undefined, done: [] })}
      />
      {here !== undefined && (
        <Question
          question={here === 'new' ? t.whichOld : t.whichNew}
          answers={[
            ['android', 'Android'],
            ['iphone', 'iPhone'],
          ]}
          chosen={other}
          onChoose={(answer) => change({ here, other: answer, done: [] })}
        />
      )}
      {steps.length > 0 && (
        <section className="flex flex-col gap-3" aria-live="polite">
          <h2 className="text-xl">{t.plan(steps.length)}</h2>
          {steps.length > 1 && <p>{t.firstDelete}</p>}
          <p>{t.rule}</p>
          <ol className="flex flex-col gap-3">
            {steps.map((step, index) => {
              const { row, on } = step
              const place = on === here ? placeOfRow[row] : undefined
              return (
                <li key={row} className="rounded-12 bg-surface px-4 py-3">
                  <p className="text-base font-bold text-accent">
                    {t.step(index + 1, on === here ? t.onThis : on === 'old' ? t.onOld : t.onNew)}
                  </p>
                  <CheckBox
                    checked={done.includes(row)}
                    onChange={(checked) => {
                      const others = done.filter((one) => one !== row)
                      change({ here, other, done: checked ? [...others, row] : others })
                    }}
                    note={t.notes[row]}
                  >
                    {t.rows[row]}
                  </CheckBox>
                  {place !== undefined && (
                    <Button look="second" onPress={() => go(place)}>
                      {t.begin}
                    </Button>
                  )}
                </li>
              )
            })}
          </ol>
          <p className="text-ink-soft">{t.lost}</p>
          <Button look="plain" onPress={() => go('loss')}>
            {t.toLoss}
          </Button>
        </section>
      )}
    </Screen>
  )
}

/** One question with two answers. */
function Question<Answer extends string>(props: {
  question: string
  answers: readonly (readonly [Answer, string])[]
  chosen: Answer | undefined
  onChoose: (answer: Answer) => void
}) {
  return (
    <section className="flex flex-col gap-2">
      <h2 className="text-lg">{props.question}</h2>
      <div className="flex gap-3">
        {props.answers.map(([answer, words]) => (
          <Button
            key={answer}
            look="choice"
            pressed={props.chosen === answer}
            onPress={() => props.onChoose(answer)}
          >
            {words}
          </Button>
        ))}
      </div>
    </section>
  )
}
