/** The first screen after the login: procedures with drafts, own information, notices, who looked, and the card. */

import { useTimes } from '@kazashi/site/page'
import { freeDial, Icon, type IconName, Panel, Telephone, useLanguage, useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { useAsked } from './ask.ts'
import { Chart } from './chart.tsx'
import { InsideLink, Loaded, MadeUp, useWords } from './parts.tsx'
import { RecordRows } from './records.tsx'
import { home, type Line, type Notice } from './shapes.ts'
import { StateChip } from './state-chip.tsx'
import { texts } from './texts.ts'

const tiles: readonly (readonly [
  name: 'moving' | 'tax-return' | 'child-allowance',
  icon: IconName,
])[] = [
  ['moving', 'move'],
  ['tax-return', 'tax'],
  ['child-allowance', 'baby'],
]

function Part(props: {
  readonly title: string
  readonly more?: { readonly to: string; readonly text: string }
  readonly children: ReactNode
}) {
  const { title, more, children } = props
  return (
    <section className="flex flex-col gap-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-xl">{title}</h2>
        {more && <InsideLink to={more.to}>{more.text}</InsideLink>}
      </div>
      {children}
    </section>
  )
}

function Procedures({ applications }: { readonly applications: readonly Line[] }) {
  const t = useTexts(texts)
  return (
    <ul className="grid grid-cols-3 gap-3 max-sm:grid-cols-2 large:grid-cols-1!">
      {tiles.map(([name, icon]) => {
        const open = applications.find(({ procedure }) => procedure === name)
        return (
          <li key={name}>
            <InsideLink
              to={open ? `/applications/${open.id}` : '/procedures'}
              look="flex h-full flex-col gap-1 rounded-16 bg-surface p-4 text-ink no-underline hover:bg-accent-soft"
            >
              <Icon name={icon} size="large" tone="text-accent" />
              <b className="text-lg leading-snug">{t.names[name]}</b>
              <span className="text-sm text-ink-soft">{t.abouts[name]}</span>
              {open && <StateChip line={open} />}
            </InsideLink>
          </li>
        )
      })}
    </ul>
  )
}

function OwnPart({ own }: { readonly own: z.infer<typeof home>['own'] }) {
  const t = useTexts(texts)
  const words = useWords()
  const { day } = useTimes()
  const last = own.checkUps.at(-1)
  return (
    <div className="flex flex-col gap-3 rounded-16 bg-surface p-4">
      <h3 className="text-lg">{t.trend}</h3>
      {last ? (
        <Chart
          title={t.trend}
          points={own.checkUps.map(({ date, values }) => ({
            label: date.slice(0, 4),
            value: values.systolic,
          }))}
          usual={{ high: 129, name: t.usual }}
        />
      ) : (
        <p>{t.noCheckUps}</p>
      )}
      {last && <p>{t.lastYear(String(last.values.systolic), last.values.systolic <= 129)}</p>}
      <ul className="divide-y divide-line">
        {own.lastMedicine && (
          <li className="py-2">
            <InsideLink to="/own/medicines">{t.parts.medicines}</InsideLink>
            <p>{t.medicineLine(words(own.lastMedicine.name), day(own.lastMedicine.handedOver))}</p>
          </li>
        )}
        {own.lastVaccination && (
          <li className="py-2">
            <InsideLink to="/own/vaccinations">{t.parts.vaccinations}</InsideLink>
            <p>
              {t.vaccinationLine(words(own.lastVaccination.vaccine), day(own.lastVaccination.date))}
            </p>
          </li>
        )}
        <li className="py-2">
          <InsideLink to="/own/handbook">{t.parts.handbook}</InsideLink>
          <p>{own.handbook === null ? t.noHandbook : t.handbookLine(day(own.handbook))}</p>
        </li>
      </ul>
      <MadeUp />
    </div>
  )
}

function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const t = useTexts(texts)
  const { day } = useTimes()
  if (notices.length === 0) return <Panel tone="plain">{t.noNotices}</Panel>
  const said = ({ kind, procedure, number = '', months = 0 }: Notice): string => {
    if (kind === 'certificate-ends') return t.notice[kind](months)
    return t.notice[kind](procedure ? t.names[procedure] : '', number)
  }
  return (
    <ul className="grouped divide-y divide-line">
      {notices.slice(0, 8).map((notice) => (
        <li key={`${notice.kind} ${notice.application ?? ''}`} className="py-3">
          {notice.application === undefined ? (
            <b>{said(notice)}</b>
          ) : (
            <InsideLink to={`/applications/${notice.application}`}>{said(notice)}</InsideLink>
          )}
          <p className="text-sm text-ink-soft">{day(notice.at)}</p>
        </li>
      ))}
    </ul>
  )
}

/** @param props.children what the portal knows of the login */
export function Home({ children }: { readonly children: ReactNode }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { day } = useTimes()
  const { asked, again } = useAsked('/api/home', home, language)
  return (
    <Loaded asked={asked} again={() => void again()}>
      {({ applications, notices, events, own, certificateEnds }) => (
        <div className="grid gap-x-7 gap-y-6 roomy:grid-cols-[minmax(0,1fr)_22.5rem]">
          <div className="flex min-w-0 flex-col gap-6">
            <Part title={t.procedures} more={{ to: '/procedures', text: t.allProcedures }}>
              <Procedures applications={applications} />
            </Part>
            <Part title={t.own} more={{ to: '/own', text: t.parts['check-ups'] }}>
              <OwnPart own={own} />
            </Part>
            <Part title={t.records} more={{ to: '/records', text: t.allRecords }}>
              <RecordRows events={events.slice(0, 12)} />
            </Part>
          </div>
          <div className="flex min-w-0 flex-col gap-6">
            <Part title={t.notices}>
              <Notices notices={notices} />
            </Part>
            <Part title={t.card}>
              {children}
              {certificateEnds !== null && (
                <p>
                  {t.certificateUntil}
                  <br />
                  <b>{day(certificateEnds)}</b>
                </p>
              )}
              <Panel tone="warn" title={t.lost}>
                <p>
                  <Telephone number={freeDial} />
                </p>
                <p>{t.lostWords}</p>
              </Panel>
            </Part>
          </div>
        </div>
      )}
    </Loaded>
  )
}
