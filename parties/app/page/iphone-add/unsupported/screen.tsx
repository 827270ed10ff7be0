/** 3-B: this iPhone cannot hold the card now: a clear reason, and the update it needs. */
import { Button, CodeAndCall, Screen, useTexts } from '@kazashi/ui'
import type { Frame } from '../../frame.ts'
import type { SupportedModel } from '../../phone/supported-models.ts'
import { Models } from '../models.tsx'
import type { Support } from '../table.ts'
import { texts } from './texts.ts'

/** As on an Android phone with the same hindrance. */
const codes = { os: 'OS_TOO_OLD', app: 'APP_TOO_OLD', model: 'PHONE_NOT_SUPPORTED' } as const

export function IphoneUnsupported(props: {
  support: Support
  models?: readonly SupportedModel[] | undefined
  frame: Frame
}) {
  const { support, models, frame } = props
  const t = useTexts(texts)
  const old = support.name === 'os' || support.name === 'app'
  const words = old ? t[support.name] : t.model
  return (
    <Screen
      onHelp={frame.onHelp}
      onBack={frame.onLeave}
      title={words.title}
      actions={<Button onPress={frame.onHome}>{t.home}</Button>}
    >
      <p role="status" className="rounded-12 bg-warn-soft px-4 py-3 font-bold">
        {old ? t[support.name].why(support.own, support.needed) : t.model.why}
      </p>
      <h2 className="text-lg">{t.steps}</h2>
      <ol className="flex list-decimal flex-col gap-2 pl-[1.4em]">
        {words.next.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {!old && <Models models={models} />}
      <p className="text-ink-soft">{t.nothing}</p>
      <CodeAndCall code={codes[old ? support.name : 'model']} />
    </Screen>
  )
}
