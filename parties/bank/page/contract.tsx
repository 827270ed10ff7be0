/** The contract as it will be signed, to be read to its end; then the way to the phone. */
import { Paper, ReadThenSign, type Refusal, useReadToEnd } from '@kazashi/site/page'
import { Button, Panel, Screen, useLanguage, useTexts } from '@kazashi/ui'
import { type ReactNode, useState } from 'react'
import { type Application, tellRead } from './account.ts'
import { texts } from './texts.ts'

export function ReadAndSign(props: {
  readonly brand: ReactNode
  readonly told: ReactNode
  readonly application: Application
  /** Without a refusal: there is no network. */
  readonly onFail: (refusal: Refusal | undefined) => void
  readonly onChange: () => void
}) {
  const { application } = props
  const { product } = application.form
  const t = useTexts(texts)
  const { language } = useLanguage()
  const reading = useReadToEnd(application.read)
  const [going, setGoing] = useState(false)
  const sign = async () => {
    if (going) return
    setGoing(true)
    const told = await tellRead(product, language).catch(() => undefined)
    if (told && 'value' in told) return location.assign(`/sign/${product}?ui_locales=${language}`)
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
          <ReadThenSign
            reading={reading}
            words={going ? t.going : t.sign}
            onSign={() => void sign()}
          />
          <Button look="second" onPress={props.onChange}>
            {t.change}
          </Button>
        </>
      }
    >
      {props.told}
      <p className="flex flex-wrap justify-between gap-x-4 text-base">
        <span className="content-center">{t.number(application.number)}</span>
        <a
          className="min-h-11 content-center underline"
          href={`/applications/${product}/contract.pdf`}
          target="_blank"
          rel="noreferrer"
        >
          {t.pdf}
        </a>
      </p>
      <Paper contract={application.contract} reading={reading} />
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
