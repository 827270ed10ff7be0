/** What a site shows around a login: times as people read them, what was learnt, the phones that can be used, the way out. */
import { Button, Drawing, Panel, useLanguage, useTexts } from '@kazashi/ui'
import type { OutNote } from './refusals.ts'
import { siteTexts } from './texts.ts'

export function useTimes() {
  const { language } = useLanguage()
  const format = (options: Intl.DateTimeFormatOptions) => (at: string) =>
    new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', {
      timeZone: 'Asia/Tokyo',
      ...options,
    }).format(new Date(at))
  return {
    day: format({ dateStyle: 'long' }),
    moment: format({ dateStyle: 'long', timeStyle: 'medium' }),
    time: format({ timeStyle: 'short' }),
  }
}

export function Learnt(props: {
  readonly rows: readonly (readonly [name: string, value: string])[]
  /** What it was not told, in words. */
  readonly knows: string
}) {
  const t = useTexts(siteTexts)
  return (
    <section>
      <h2 className="text-lg">{t.learnt}</h2>
      <dl className="grouped mt-1 divide-y divide-line">
        {props.rows.map(([name, value]) => (
          <div key={name} className="py-2">
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="break-words font-bold [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-base text-ink-soft">{props.knows}</p>
    </section>
  )
}

/** When the person logged in, and the way out. @param props.onLogout left out: the way out stands elsewhere */
export function Inside(props: {
  readonly person: { readonly loggedInAt: string; readonly endsAt: string }
  readonly leaving: boolean
  readonly onLogout?: () => void
}) {
  const { person, leaving, onLogout } = props
  const t = useTexts(siteTexts)
  const { time } = useTimes()
  return (
    <>
      <Panel tone="good" drawing={<Drawing name="success" size="small" />}>
        <p role="status" className="font-bold">
          {t.inLead(time(person.loggedInAt))}
        </p>
        <p className="text-sm">{t.ends(time(person.endsAt))}</p>
      </Panel>
      {onLogout && (
        <Button look="second" onPress={onLogout}>
          {leaving ? t.leaving : t.logout}
        </Button>
      )}
    </>
  )
}

/** Before a login: a note of what went before, and the phones that can be used. */
export function Before(props: {
  readonly note: OutNote | undefined
  /** What one logs in for. */
  readonly lead: string
}) {
  const { note, lead } = props
  const t = useTexts(siteTexts)
  return (
    <>
      {note !== undefined && (
        <div role="status">
          <Panel tone={note === 'left' || note === 'over' ? 'good' : 'info'}>{t.notes[note]}</Panel>
        </div>
      )}
      <p>{lead}</p>
      <Panel tone="plain" title={t.phonesTitle}>
        <ul className="list-disc pl-[1.25em]">
          {t.phones.map((phone) => (
            <li key={phone}>{phone}</li>
          ))}
        </ul>
      </Panel>
    </>
  )
}
