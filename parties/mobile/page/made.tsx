/** The end: the contract number, the telephone number, the signed contract to look at; and what the staff still look at. */
import { Button, Panel, Screen, useLanguage, useTexts } from '@kazashi/ui'
import { Brand, idle, type Props, useStep } from './parts.tsx'
import { texts } from './texts.ts'

export function Made({ state, send }: Props<'made'>) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { receipt, consented } = state
  const { number, telephone, looks, substitutes } = receipt
  const words: Readonly<Record<string, string>> = t.looks
  const at = new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
    timeZone: 'Asia/Tokyo',
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(receipt.madeAt))
  return (
    <Screen
      brand={<Brand />}
      drawing="success"
      done
      step={useStep(5)}
      title={t.madeTitle}
      actions={
        <>
          <Button onPress={() => send({ type: 'stop', why: 'done' })}>{t.finish}</Button>
          <a
            className="quiet-link inline-flex min-h-11 items-center justify-center"
            href="/visit/contract.pdf"
            target="_blank"
            rel="noreferrer"
          >
            {t.pdf}
          </a>
        </>
      }
    >
      <Panel tone="plain" title={t.receipt}>
        <dl className="divide-y divide-line">
          {(
            [
              [t.number, number],
              [t.telephone, telephone],
              [t.madeAt, at],
            ] as const
          ).map(([name, value]) => (
            <div key={name} className="flex flex-wrap gap-x-4 py-2">
              <dt className="w-[9em] text-base text-ink-soft">{name}</dt>
              <dd className="flex-1 font-bold tabular-nums whitespace-nowrap">{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <p>{consented ? t.checkedBoth : t.checked}</p>
      {looks.length > 0 && (
        <Panel tone="warn" title={t.looksTitle}>
          <ul className="list-disc pl-[1.25em]">
            {looks.map((look) => (
              <li key={look}>{words[look] ?? look}</li>
            ))}
          </ul>
          {substitutes.length > 0 && <p>{t.substitutes(substitutes)}</p>}
        </Panel>
      )}
      {idle(send)}
    </Screen>
  )
}
