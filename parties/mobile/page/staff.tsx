/** The contracts of the day for the staff: numbers, plans and what is to be looked at, and nothing that says whose they are. */
import {
  Button,
  ButtonLink,
  Chip,
  ErrorSummary,
  Screen,
  useLanguage,
  useTexts,
  Waiting,
} from '@kazashi/ui'
import { useCallback, useEffect, useState } from 'react'
import { api, type Listed } from './api.ts'
import { Brand } from './parts.tsx'
import { texts } from './texts.ts'

export function Staff() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [found, setFound] = useState<Listed | 'none'>()
  const load = useCallback(async () => {
    setFound(await api.today(language).catch(() => 'none' as const))
  }, [language])
  useEffect(() => void load(), [load])
  const words: Readonly<Record<string, string>> = t.looks
  const time = (at: string) =>
    new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', timeStyle: 'short' }).format(
      new Date(at),
    )
  return (
    <Screen
      brand={<Brand />}
      title={t.today}
      actions={
        <>
          <Button onPress={() => void load()}>{t.reload}</Button>
          <ButtonLink href={`/${location.hash}`}>{t.toStart}</ButtonLink>
        </>
      }
    >
      <p>{t.todayLead}</p>
      {found === undefined && <Waiting>{undefined}</Waiting>}
      {found === 'none' && <ErrorSummary words={t.own.NETWORK} code="NETWORK" />}
      {Array.isArray(found) && found.length === 0 && <p role="status">{t.todayNone}</p>}
      {Array.isArray(found) && found.length > 0 && (
        <ul className="grouped divide-y divide-line">
          {found.map(({ number, madeAt, plan, ported, consented, looks }) => (
            <li key={number} className="flex flex-col gap-1 py-3">
              <p className="flex flex-wrap gap-x-4 font-bold tabular-nums">
                <span>{time(madeAt)}</span>
                <span>{number}</span>
              </p>
              <p className="text-base text-ink-soft">
                {[t.planNames[plan], ported ? t.lines.mnp : t.lines.new]
                  .concat(consented ? [t.consented] : [])
                  .join('・')}
              </p>
              {looks.map((look) => (
                <p key={look}>
                  <Chip tone="warn">{words[look] ?? look}</Chip>
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Screen>
  )
}
