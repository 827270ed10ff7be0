/** After login: the way out, and all that the portal has learnt (1-B①). */
import { refusalTexts } from '@kazashi/login/page'
import { Button, Drawing, ErrorSummary, Panel, useLanguage, useTexts } from '@kazashi/ui'
import type { Person } from './person.ts'
import { type RefusalCode, toldAs } from './refusal-codes.ts'
import { texts } from './texts.ts'

function useTimes() {
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

export function LoggedIn(props: {
  readonly person: Person
  readonly fault: RefusalCode | undefined
  readonly leaving: boolean
  readonly onLogout: () => void
}) {
  const { person, fault } = props
  const t = useTexts(texts)
  const words = useTexts(refusalTexts)
  const { time } = useTimes()
  return (
    <>
      {fault !== undefined && <ErrorSummary words={words[toldAs[fault]]} code={fault} />}
      <Panel tone="good" drawing={<Drawing name="success" size="small" />}>
        <p role="status" className="font-bold">
          {t.inLead(time(person.loggedInAt))}
        </p>
        <p className="text-sm">{t.ends(time(person.endsAt))}</p>
      </Panel>
      <Button look="second" onPress={props.onLogout}>
        {props.leaving ? t.leaving : t.logout}
      </Button>
      <Learnt person={person} />
    </>
  )
}

function Learnt({ person }: { readonly person: Person }) {
  const t = useTexts(texts)
  const { day, moment } = useTimes()
  const names: Readonly<Record<string, string>> = t.subjectNames
  const rows: readonly (readonly [string, string])[] = [
    [t.kind, t.kindValue],
    [t.until, day(person.notAfter)],
    [t.checked, moment(person.statusCheckedAt)],
    [t.responder, person.statusResponder],
    [t.issuer, person.issuer],
    [t.serial, person.serialNumber],
    ...person.subjectFields.map(
      ({ type, value }) => [t.subject(names[type] ?? type), value] as const,
    ),
  ]
  return (
    <section>
      <h2 className="text-lg">{t.learnt}</h2>
      <dl className="grouped mt-1 divide-y divide-line">
        {rows.map(([name, value]) => (
          <div key={name} className="py-2">
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="break-words font-bold [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-base text-ink-soft">{t.knows}</p>
    </section>
  )
}
