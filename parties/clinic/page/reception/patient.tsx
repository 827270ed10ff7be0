/** One patient: who, by what, which insurance, what was agreed to, and what the staff do now. */
import { Button, Chip, Icon, Panel, useLanguage, useTexts } from '@kazashi/ui'
import { dayIn, timeIn } from '../days.ts'
import type { Facility, Patient } from '../wire.ts'
import { texts } from './texts.ts'
import type { LiveDesk } from './use-desk.ts'

interface Props {
  readonly patient: Patient
  readonly facility: Facility
  /** Of the authority. */
  readonly now: string
  readonly act: LiveDesk['act']
}

/** Whole years in Japan, as the birthday of the person has it. */
function ageOn(now: string, birthDate: string): number {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date(now))
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years
}

export function PatientView(props: Props) {
  const { patient, facility, now, act } = props
  const { person, outcome } = patient
  const t = useTexts(texts)
  const { language } = useLanguage()
  const declared = () => act('PUT', `/reception/patients/${patient.id}/mark`, { what: 'declared' })
  const sex =
    person &&
    t.sexes[person.sex === 'male' || person.sex === 'female' ? person.sex : 'not-applicable']
  const advice = t.advice[outcome]
  return (
    <section aria-labelledby="patient" data-paper="" className="flex flex-col gap-4">
      <p className="hidden print:block">
        {t.paper(t.title[facility.kind], patient.number, timeIn(language, now))}
      </p>
      <div>
        {person && (
          <p lang="ja" className="text-sm text-ink-soft">
            {person.kana}
          </p>
        )}
        <h2 id="patient" className="text-2xl" {...(person && { lang: 'ja' })}>
          {person?.name ?? t.unknownName}
        </h2>
        {person && (
          <p>
            {t.person(ageOn(now, person.birthDate), sex ?? '', dayIn(language, person.birthDate))}
          </p>
        )}
      </div>
      {person && (
        <div className="flex items-center gap-3 rounded-12 bg-good-soft px-4 py-3 text-good">
          <Icon name="shield" />
          <div>
            <p className="font-bold">{t.proved}</p>
            <p className="text-sm">
              {t.by(
                t.devices[patient.device],
                t.ways[patient.way],
                timeIn(language, patient.receivedAt),
              )}
            </p>
          </div>
        </div>
      )}
      <Panel tone={outcome === 'received' ? 'info' : 'warn'} title={t.toDo}>
        {patient.before !== null && patient.membership !== null && (
          <p className="font-bold">
            {t.changed(
              patient.before.insurerName,
              patient.membership.insurerName,
              dayIn(language, patient.membership.validFrom),
            )}
          </p>
        )}
        <p>{typeof advice === 'string' ? advice : advice[facility.kind]}</p>
        {person?.certificateEnds != null && (
          <p>{t.certificateEnds(dayIn(language, person.certificateEnds))}</p>
        )}
      </Panel>
      {patient.membership !== null && <Insurance patient={patient} />}
      {patient.consents.length > 0 && (
        <div>
          <h3 className="mb-1.5 text-lg">{t.consents}</h3>
          <p className="flex flex-wrap gap-2">
            {patient.consents.map(({ what, given }) => (
              <Chip key={what} tone={given ? 'good' : 'plain'} icon={given ? 'check' : 'close'}>
                {given ? t.given(t.consentNames[what]) : t.notGiven(t.consentNames[what])}
              </Chip>
            ))}
          </p>
        </div>
      )}
      {outcome === 'unanswered' && <Declaration {...props} onGot={declared} />}
      <div className="print:hidden">
        <Button look="small" onPress={() => window.print()}>
          <Icon name="print" size="sign" /> {t.print}
        </Button>
      </div>
    </section>
  )
}

function Insurance({ patient }: { readonly patient: Patient }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { membership, outcome, limit } = patient
  if (membership === null) return undefined
  const { validFrom, validUntil, symbol, number } = membership
  const until = validUntil === null ? null : dayIn(language, validUntil)
  const rows: ReadonlyArray<readonly [string, string]> = [
    [
      t.facts.validity,
      outcome === 'ended' ? t.over(until ?? '') : t.valid(dayIn(language, validFrom), until),
    ],
    [t.facts.insurer, membership.insurerName],
    [t.facts.kind, t.kinds[membership.kind]],
    [t.facts.number, membership.insurerNumber],
    [t.facts.symbol, symbol === null ? number : `${symbol}・${number}`],
    ...(membership.branch === null ? [] : [[t.facts.branch, membership.branch] as const]),
    [t.facts.share, t.share(membership.share)],
    [t.facts.limit, limit ?? t.noLimit],
  ]
  return (
    <dl className="divide-y divide-line border-y border-line">
      {rows.map(([about, fact]) => (
        <div
          key={about}
          className="grid grid-cols-[8em_1fr] gap-3 py-1.5 large:grid-cols-1 large:gap-0"
        >
          <dt className="text-ink-soft">{about}</dt>
          <dd className="min-w-0 font-bold">{fact}</dd>
        </div>
      ))}
    </dl>
  )
}

function Declaration({ patient, act, onGot }: Props & { readonly onGot: () => void }) {
  const t = useTexts(texts)
  const { title, lead, lines, got, again } = t.declaration
  return (
    <section className="rounded-12 border border-paper-line bg-paper p-4">
      <h3 className="text-lg">{title}</h3>
      <p>{lead}</p>
      <ul className="my-2 list-disc pl-[1.25em]">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        {patient.declaredAt === null && (
          <Button look="small" onPress={onGot}>
            <Icon name="document" size="sign" /> {got}
          </Button>
        )}
        <Button
          look="small"
          onPress={() => act('POST', `/reception/patients/${patient.id}/question`)}
        >
          <Icon name="reset" size="sign" /> {again}
        </Button>
      </div>
    </section>
  )
}
