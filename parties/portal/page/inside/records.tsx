/** Each look at the person's information, and each request to the phone, as it was noted. */

import { useTimes } from '@kazashi/site/page'
import { Disclosure, freeDial, Telephone, useLanguage, useTexts } from '@kazashi/ui'
import { useAsked } from './ask.ts'
import { Inside, Loaded } from './parts.tsx'
import { type Happened, home } from './shapes.ts'
import { Table } from './table.tsx'
import { texts } from './texts.ts'

/** Milliseconds: a screen that is looked at again and again is one look. */
const oneLook = 600_000

/** Every read is noted; those of one look at the same thing are one line, that of the newest. */
function withoutRepeats(events: readonly Happened[]): readonly Happened[] {
  return events.filter(({ kind, what, at }, index) => {
    const newer = events[index - 1]
    const isSame = newer?.kind === 'read' && kind === 'read' && newer.what === what
    return !isSame || Date.parse(newer.at) - Date.parse(at) > oneLook
  })
}

export function RecordRows({ events }: { readonly events: readonly Happened[] }) {
  const t = useTexts(texts)
  const { moment } = useTimes()
  const who = ({ kind, procedure }: Happened): string => {
    if (kind === 'submitted' && procedure) return t.offices[procedure]
    if (kind === 'filled') return t.gate
    return kind === 'read' || kind === 'downloaded' ? t.me : t.portal
  }
  const what = ({ kind, what: part, procedure }: Happened): string =>
    t.happened[kind](part ? t.parts[part] : procedure ? t.names[procedure] : '')
  return (
    <Table
      heads={[t.columns.when, t.columns.who, t.columns.what]}
      rows={withoutRepeats(events).map((event) => [moment(event.at), who(event), what(event)])}
    />
  )
}

export function Records() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { asked, again } = useAsked('/api/home', home, language)
  return (
    <Inside title={t.records}>
      <Loaded asked={asked} again={() => void again()}>
        {({ events }) => <RecordRows events={events} />}
      </Loaded>
      <Disclosure title={t.unknownRecord}>
        <p>{t.unknownRecordWords}</p>
        <p>
          <Telephone number={freeDial} />
        </p>
        <p>{t.lostWords}</p>
      </Disclosure>
    </Inside>
  )
}
