/** Today's patients, newest first: time, number, name, by what, and the result in a word. */
import { Chip, type ChipTone, type IconName, useLanguage, useTexts } from '@kazashi/ui'
import { Button } from 'react-aria-components'
import { timeIn } from '../days.ts'
import type { Outcome, Patient } from '../wire.ts'
import { texts } from './texts.ts'

const looks: Readonly<Record<Outcome, readonly [ChipTone, IconName]>> = {
  received: ['good', 'check'],
  'insurer-changed': ['warn', 'transfer'],
  ended: ['stop', 'error'],
  'not-insured': ['stop', 'error'],
  unanswered: ['warn', 'wifioff'],
}

function OutcomeChip({ outcome }: { readonly outcome: Outcome }) {
  const t = useTexts(texts)
  const [tone, icon] = looks[outcome]
  return (
    <Chip tone={tone} icon={icon}>
      {t.outcomes[outcome]}
    </Chip>
  )
}

const head = 'px-3 py-2 text-left text-sm font-normal text-ink-soft'
const cell = 'px-3 py-2 align-middle'

export function Patients(props: {
  readonly patients: readonly Patient[]
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
}) {
  const { patients, chosen, onChoose } = props
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { columns } = t
  const phones = patients.filter(({ device }) => device !== 'card').length
  return (
    <section aria-labelledby="today">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="today" className="text-2xl">
          {t.today}
        </h2>
        <p className="text-sm text-ink-soft">{t.count(patients.length, phones)}</p>
      </div>
      {patients.length === 0 ? (
        <p className="rounded-12 bg-surface p-4">{t.nobody}</p>
      ) : (
        <table className="w-full border-collapse max-sm:min-w-[34rem]">
          <thead className="border-b border-edge">
            <tr>
              {[columns.time, columns.number, columns.name, columns.by, columns.result].map(
                (one) => (
                  <th key={one} scope="col" className={head}>
                    {one}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {patients.map((patient) => (
              <tr
                key={patient.id}
                className={`border-b border-line ${patient.id === chosen ? 'bg-accent-soft' : ''}`}
              >
                <td className={`${cell} font-bold`}>{timeIn(language, patient.receivedAt)}</td>
                <td className={cell}>{patient.number}</td>
                <td className={cell}>
                  <Button
                    onPress={() => onChoose(patient.id)}
                    aria-pressed={patient.id === chosen}
                    className="min-h-11 min-w-11 cursor-pointer text-left font-bold underline-offset-4 hover:underline"
                  >
                    <span {...(patient.person && { lang: 'ja' })}>
                      {patient.person?.name ?? t.unknownName}
                    </span>
                  </Button>
                </td>
                <td className={cell}>{t.devices[patient.device]}</td>
                <td className={cell}>
                  <span className="flex flex-wrap gap-1.5">
                    <OutcomeChip outcome={patient.outcome} />
                    {patient.inLineAt !== null && (
                      <Chip tone="plain" icon="check">
                        {t.inLine}
                      </Chip>
                    )}
                    {patient.declaredAt !== null && (
                      <Chip tone="plain" icon="document">
                        {t.declared}
                      </Chip>
                    )}
                    {patient.person?.certificateEnds != null && (
                      <Chip tone="warn" icon="calendar">
                        {t.endsSoon}
                      </Chip>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
