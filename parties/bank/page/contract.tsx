/** The contract as it will be signed, to be read to its end; then the way to the phone. */
import { Button, CheckBox, Icon, Panel, Screen, useLanguage, useTexts } from '@kazashi/ui'
import { type ReactNode, useState } from 'react'
import { type Application, type Refusal, type ShownContract, tellRead } from './account.ts'
import { texts } from './texts.ts'

function Paper({ contract }: { readonly contract: ShownContract }) {
  const { title, rows, sections, closing } = contract
  return (
    <article lang="ja" className="rounded-12 border border-line bg-surface p-5 large:p-3">
      <h2 className="text-center text-xl">{title}</h2>
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

export function ReadAndSign(props: {
  readonly brand: ReactNode
  readonly told: ReactNode
  readonly application: Application
  /** Without a refusal: there is no network. */
  readonly onFail: (refusal: Refusal | undefined) => void
  readonly onChange: () => void
}) {
  const { application } = props
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [ticked, setTicked] = useState(application.read)
  const [tried, setTried] = useState(false)
  const [going, setGoing] = useState(false)
  const sign = async () => {
    setTried(true)
    if (!ticked || going) return
    setGoing(true)
    const told = await tellRead(language).catch(() => undefined)
    if (told && 'value' in told) return location.assign(`/sign?ui_locales=${language}`)
    setGoing(false)
    props.onFail(told?.refusal)
  }
  return (
    <Screen
      key="contract"
      brand={props.brand}
      step={{ at: 3, of: 4, name: t.steps[2] ?? '' }}
      title={t.read}
      actions={
        <>
          <Button onPress={() => void sign()}>{going ? t.going : t.sign}</Button>
          <Button look="second" onPress={props.onChange}>
            {t.change}
          </Button>
        </>
      }
    >
      {props.told}
      <p className="flex flex-wrap justify-between gap-x-4 text-base">
        <span>{t.number(application.number)}</span>
        <a
          className="min-h-11 content-center underline"
          href="/contract.pdf"
          target="_blank"
          rel="noreferrer"
        >
          {t.pdf}
        </a>
      </p>
      <Paper contract={application.contract} />
      <CheckBox
        checked={ticked}
        onChange={setTicked}
        {...(tried && !ticked && { error: t.readMissing })}
      >
        {t.readTick}
      </CheckBox>
      <Panel tone="plain" title={t.howTitle}>
        <ol className="list-decimal pl-[1.5em]">
          {t.how.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Panel>
      <Panel tone="info" title={t.handed}>
        {t.handedWords}
      </Panel>
    </Screen>
  )
}
