/** What the customer says: the plan and the number, then who it is. What is missing is said at its field. */
import { Button, OptionGroup, Panel, Screen, TextLine, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import { mobileNumber, type Order, order, reservationNumber } from '../form.ts'
import { plans } from '../plans.ts'
import type { Answers } from './counter.ts'
import { Brand, idle, type Props, Stop, Told, useStep } from './parts.tsx'
import { texts } from './texts.ts'

const digits = (text: string): string => text.normalize('NFKC').replaceAll(/[\s-]/g, '')

/** @returns undefined: something is missing or has not the form */
function orderOf(answers: Answers, asksGuardian: boolean): Order | undefined {
  const { plan, line, name, address, birthDate, guardian, relation } = answers
  const [number, reservation] = [digits(answers.number), digits(answers.reservation)]
  return order.safeParse({
    plan,
    line: line === 'mnp' ? { kind: 'mnp', number, reservation } : { kind: line },
    name,
    address,
    birthDate,
    ...(asksGuardian && { guardian: { name: guardian, relation } }),
  }).data
}

export function Plan({ state, send }: Props<'plan'>) {
  const t = useTexts(texts)
  const [tried, setTried] = useState(false)
  const { answers } = state
  const change = (some: Partial<Answers>) =>
    send({ type: 'change', answers: { ...answers, ...some } })
  const isMnp = answers.line === 'mnp'
  const wrong = {
    plan: answers.plan === undefined,
    line: answers.line === undefined,
    number: isMnp && !mobileNumber.test(digits(answers.number)),
    reservation: isMnp && !reservationNumber.test(digits(answers.reservation)),
  }
  const errorOf = (field: keyof typeof wrong) =>
    tried && wrong[field] ? t.missing[field] : undefined
  const next = () => {
    setTried(true)
    if (!Object.values(wrong).some(Boolean)) send({ type: 'next' })
  }
  return (
    <Screen
      brand={<Brand />}
      step={useStep(1)}
      title={t.planTitle}
      actions={
        <>
          <Button onPress={next}>{t.next}</Button>
          <Stop send={send} />
        </>
      }
    >
      <OptionGroup
        label={t.plan}
        options={plans.map(({ id, gigabytes, yen }) => [id, t.planWords(id, gigabytes, yen)])}
        value={answers.plan}
        onChange={(plan) => change({ plan })}
        error={errorOf('plan')}
      />
      <OptionGroup
        label={t.line}
        options={[
          ['new', t.lines.new],
          ['mnp', t.lines.mnp],
        ]}
        value={answers.line}
        onChange={(line) => change({ line })}
        error={errorOf('line')}
      />
      {isMnp && (
        <>
          <TextLine
            name="number"
            type="tel"
            autoComplete="off"
            label={t.fields.number}
            hint={t.hints.number}
            value={answers.number}
            onChange={(number) => change({ number })}
            error={errorOf('number')}
          />
          <TextLine
            name="reservation"
            type="tel"
            autoComplete="off"
            label={t.fields.reservation}
            hint={t.hints.reservation}
            value={answers.reservation}
            onChange={(reservation) => change({ reservation })}
            error={errorOf('reservation')}
          />
        </>
      )}
      {idle(send)}
    </Screen>
  )
}

export function Person({ state, send }: Props<'person'>) {
  const t = useTexts(texts)
  const [tried, setTried] = useState(false)
  const { answers, asksGuardian, refusal } = state
  const change = (some: Partial<Answers>) =>
    send({ type: 'change', answers: { ...answers, ...some } })
  const wrong = {
    name: answers.name.trim() === '',
    address: answers.address.trim() === '',
    birthDate: answers.birthDate === '',
    guardian: asksGuardian && answers.guardian.trim() === '',
    relation: asksGuardian && answers.relation === undefined,
  }
  const errorOf = (field: keyof typeof wrong) =>
    tried && wrong[field] ? t.missing[field] : undefined
  const make = () => {
    setTried(true)
    const made = orderOf(answers, asksGuardian)
    if (made) send({ type: 'make', order: made })
  }
  const line = (field: 'name' | 'address' | 'guardian') => (
    <TextLine
      name={field}
      autoComplete="off"
      label={t.fields[field]}
      hint={t.hints[field]}
      value={answers[field]}
      onChange={(value) => change({ [field]: value })}
      error={errorOf(field)}
    />
  )
  return (
    <Screen
      brand={<Brand />}
      step={useStep(2)}
      title={t.personTitle}
      actions={
        <>
          <Button onPress={make}>{t.make}</Button>
          <Button look="second" onPress={() => send({ type: 'back' })}>
            {t.back}
          </Button>
          <Stop send={send} />
        </>
      }
    >
      <Told refusal={refusal} />
      <p>{t.personLead}</p>
      {line('name')}
      {line('address')}
      <TextLine
        name="birthDate"
        type="date"
        autoComplete="off"
        label={t.fields.birthDate}
        value={answers.birthDate}
        onChange={(birthDate) => change({ birthDate })}
        error={errorOf('birthDate')}
      />
      {asksGuardian && (
        <Panel tone="info" title={t.guardianTitle}>
          <div className="flex flex-col gap-4">
            <p>{t.guardianLead}</p>
            {line('guardian')}
            <OptionGroup
              label={t.relation}
              options={[
                ['parent', t.relations.parent],
                ['guardian', t.relations.guardian],
              ]}
              value={answers.relation}
              onChange={(relation) => change({ relation })}
              error={errorOf('relation')}
            />
          </div>
        </Panel>
      )}
      {idle(send)}
    </Screen>
  )
}
