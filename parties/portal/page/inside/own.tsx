/** Own information (1-B①): check-ups with lines over the years and a table beside, medicines, vaccinations, the handbook. */

import { useTimes } from '@kazashi/site/page'
import { ButtonLink, Icon, useLanguage, useTexts } from '@kazashi/ui'
import { useAsked } from './ask.ts'
import { Chart } from './chart.tsx'
import { Inside, InsideLink, Loaded, MadeUp, useWords } from './parts.tsx'
import { type OwnPart, ownParts } from './place.ts'
import { checkUps, handbook, medicines, vaccinations } from './shapes.ts'
import { Table } from './table.tsx'
import { texts } from './texts.ts'

const measured = [
  ['weight', 'kg', undefined],
  ['systolic', 'mmHg', 129],
  ['diastolic', 'mmHg', 84],
  ['hba1c', '%', 5.5],
  ['ldl', 'mg/dL', 119],
] as const

function CheckUps() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { asked, again } = useAsked('/api/own/check-ups', checkUps, language)
  return (
    <Loaded asked={asked} again={() => void again()}>
      {({ checkUps: all }) => (
        <>
          {all.length === 0 && <p>{t.noCheckUps}</p>}
          {(all.length === 0 ? [] : measured).map(([measure, unit, high]) => (
            <section key={measure} className="flex flex-col gap-2">
              <h2 className="text-lg">
                {t.measures[measure]}（{unit}）
              </h2>
              <Chart
                title={t.measures[measure]}
                points={all.map(({ date, values }) => ({
                  label: date.slice(0, 4),
                  value: values[measure],
                }))}
                {...(high !== undefined && { usual: { high, name: t.usual } })}
              />
              <Table
                caption={t.measures[measure]}
                heads={[t.columns.day, t.columns.value, t.columns.usual]}
                rows={all.map(({ date, values }) => [
                  date,
                  `${values[measure]} ${unit}`,
                  high === undefined ? t.none : t.below(high),
                ])}
              />
            </section>
          ))}
        </>
      )}
    </Loaded>
  )
}

function Medicines() {
  const t = useTexts(texts)
  const words = useWords()
  const { language } = useLanguage()
  const { asked, again } = useAsked('/api/own/medicines', medicines, language)
  const { columns: c } = t
  return (
    <Loaded asked={asked} again={() => void again()}>
      {({ medicines: all }) => (
        <Table
          heads={[c.day, c.name, c.usage, c.days, c.pharmacy]}
          rows={all.map((one) => [
            one.handedOver,
            words(one.name),
            words(one.usage),
            String(one.days),
            words(one.pharmacy),
          ])}
        />
      )}
    </Loaded>
  )
}

function Vaccinations() {
  const t = useTexts(texts)
  const words = useWords()
  const { language } = useLanguage()
  const { asked, again } = useAsked('/api/own/vaccinations', vaccinations, language)
  return (
    <Loaded asked={asked} again={() => void again()}>
      {({ vaccinations: all }) => (
        <Table
          heads={[t.columns.day, t.columns.vaccine]}
          rows={all.map(({ date, vaccine }) => [date, words(vaccine)])}
        />
      )}
    </Loaded>
  )
}

function Handbook() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { day } = useTimes()
  const { asked, again } = useAsked('/api/own/handbook', handbook, language)
  const { columns: c } = t
  return (
    <Loaded asked={asked} again={() => void again()}>
      {({ handbook: found }) =>
        found === null ? (
          <p>{t.noHandbook}</p>
        ) : (
          <>
            <p>{t.handbookLine(day(found.childBorn))}</p>
            <Table
              heads={[c.day, c.at, c.weight, c.height]}
              rows={found.entries.map(({ date, about, at, weight, height }) => [
                date,
                about === 'pregnancy' ? t.pregnancyAt(at) : t.childAt(at),
                `${weight} kg`,
                height === undefined ? t.none : `${height} cm`,
              ])}
            />
          </>
        )
      }
    </Loaded>
  )
}

const parts: Readonly<Record<OwnPart, () => React.ReactNode>> = {
  'check-ups': CheckUps,
  medicines: Medicines,
  vaccinations: Vaccinations,
  handbook: Handbook,
}

export function Own({ part }: { readonly part: OwnPart }) {
  const t = useTexts(texts)
  const Shown = parts[part]
  return (
    <Inside title={`${t.own}：${t.parts[part]}`}>
      <ul className="flex flex-wrap gap-2">
        {ownParts.map((one) => (
          <li key={one}>
            <InsideLink
              to={`/own/${one}`}
              current={one === part}
              look={`inline-flex min-h-11 items-center rounded-full px-4 font-bold ${one === part ? 'bg-accent-soft text-accent ring-2 ring-accent' : 'bg-surface text-ink'}`}
            >
              {t.parts[one]}
            </InsideLink>
          </li>
        ))}
      </ul>
      <MadeUp />
      <Shown key={part} />
      <p>
        <ButtonLink href="/api/own-information.json">
          <Icon name="download" size="sign" /> {t.download}
        </ButtonLink>
      </p>
    </Inside>
  )
}
