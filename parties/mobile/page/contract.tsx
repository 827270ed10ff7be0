/** The contract as it will be signed, to be read to its end. */
import { Button, CheckBox, Icon, Screen, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import type { ContractView } from './api.ts'
import { Brand, idle, type Props, Stop, Told, useStep } from './parts.tsx'
import { texts } from './texts.ts'

function Paper({ contract }: { readonly contract: ContractView }) {
  const { title, number, rows, sections, closing } = contract
  return (
    <article lang="ja" className="rounded-12 border border-line bg-surface p-5 large:p-3">
      <h2 className="text-center text-xl">{title}</h2>
      <p className="text-right text-base text-ink-soft">契約番号 {number}</p>
      <dl className="mt-3 divide-y divide-line">
        {rows.map(([name, value]) => (
          <div key={name} className="flex flex-wrap gap-x-4 py-2">
            <dt className="w-[9em] text-base text-ink-soft">{name}</dt>
            <dd className="min-w-[10em] flex-1 font-bold [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      {sections.map((section) => (
        <section key={section.title} className="mt-4">
          <h3 className="text-lg">{section.title}</h3>
          {section.lines.map((line) => (
            <p key={line} className="mt-1">
              {line}
            </p>
          ))}
        </section>
      ))}
      <p className="mt-5 flex items-center gap-3 rounded-8 border-2 border-dashed border-accent bg-accent-soft p-3 font-bold">
        <Icon name="document" tone="text-accent" />
        <span>{closing}</span>
      </p>
    </article>
  )
}

export function Read({ state, send }: Props<'contract'>) {
  const t = useTexts(texts)
  const [ticked, setTicked] = useState(false)
  const [tried, setTried] = useState(false)
  const next = () => {
    setTried(true)
    if (ticked) send({ type: 'read' })
  }
  return (
    <Screen
      brand={<Brand />}
      step={useStep(3)}
      title={t.readTitle}
      actions={
        <>
          <Button onPress={next}>{t.toSign}</Button>
          <Button look="second" onPress={() => send({ type: 'back' })}>
            {t.change}
          </Button>
          <Stop send={send} />
        </>
      }
    >
      <Told refusal={state.refusal} />
      <Paper contract={state.contract} />
      <CheckBox
        checked={ticked}
        onChange={setTicked}
        {...(tried && !ticked && { error: t.readMissing })}
      >
        {t.readTick}
      </CheckBox>
      {idle(send)}
    </Screen>
  )
}
