/** The reception's desk: the list at the left, one patient at the right, and whoever needs the staff now above both. */
import {
  ActionBar,
  Button,
  ButtonLink,
  Icon,
  LanguageSwitch,
  SandboxBanner,
  useLanguage,
  useTexts,
  Waiting as Wait,
} from '@kazashi/ui'
import { useEffect, useState } from 'react'
import { nowIn } from '../days.ts'
import type { Desk, Patient } from '../wire.ts'
import { Practising, Settings, Troubles, Waiting } from './beside.tsx'
import { PatientView } from './patient.tsx'
import { Patients } from './patients.tsx'
import { texts } from './texts.ts'
import { type LiveDesk, useDesk } from './use-desk.ts'

export function Reception() {
  const { desk, fault, act } = useDesk()
  const [asked, setAsked] = useState<string>()
  const chosen = desk?.patients.find(({ id }) => id === asked) ?? desk?.patients[0]
  const t = useTexts(texts)
  const title = t.title[desk?.facility.kind ?? 'clinic']
  useEffect(() => {
    document.title = title
  }, [title])
  return (
    <div className="flex min-h-dvh flex-col bg-surface text-ink">
      <SandboxBanner />
      <header className="flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line bg-ground px-6 py-2">
        <h1 className="flex items-center gap-3 text-xl">
          <Icon name="hospital" /> {title}
        </h1>
        <div className="ml-auto flex flex-wrap items-center gap-x-5">
          {desk && <Machines desk={desk} />}
          <LanguageSwitch />
        </div>
      </header>
      <main className="flex-1 p-4">
        <p
          role="alert"
          className="empty:hidden mb-3 rounded-12 bg-bad-soft px-4 py-2 font-bold text-bad"
        >
          {fault === undefined ? '' : fault === 'STATEMENT_EXPIRED' ? t.proofOld : t.fault(fault)}
        </p>
        {desk === undefined ? (
          <Wait>{t.loading}</Wait>
        ) : (
          <Tables desk={desk} act={act} chosen={chosen} onChoose={setAsked} />
        )}
      </main>
      {desk !== undefined && chosen?.inLineAt === null && (
        <NextInLine desk={desk} patient={chosen} act={act} />
      )}
    </div>
  )
}

function Machines({ desk }: { readonly desk: Desk }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { hasReader } = desk.facility
  return (
    <>
      <ButtonLink href="/">{t.open}</ButtonLink>
      <span className="flex items-center gap-1.5">
        <Icon name={hasReader ? 'check' : 'close'} size="sign" />{' '}
        {hasReader ? t.reader : t.noReader}
      </span>
      <b>{nowIn(language, desk.now)}</b>
    </>
  )
}

function Tables(props: {
  readonly desk: Desk
  readonly act: LiveDesk['act']
  readonly chosen: Patient | undefined
  readonly onChoose: (id: string) => void
}) {
  const { desk, act, chosen, onChoose } = props
  const box = 'rounded-16 bg-ground p-5 large:p-3'
  return (
    <div className="grid items-start gap-4 roomy:grid-cols-[3fr_2fr]">
      <div className="flex flex-col gap-4">
        <div role="status" className="flex flex-col gap-3 empty:hidden">
          <Waiting desk={desk} act={act} />
          <Troubles desk={desk} act={act} />
        </div>
        <div className={`${box} overflow-x-auto`}>
          <Patients patients={desk.patients} chosen={chosen?.id} onChoose={onChoose} />
        </div>
        <div className={`${box} flex flex-col gap-4`}>
          <Practising desk={desk} act={act} />
          <Settings desk={desk} act={act} />
        </div>
      </div>
      {chosen !== undefined && (
        <div className={box}>
          <PatientView patient={chosen} facility={desk.facility} now={desk.now} act={act} />
        </div>
      )}
    </div>
  )
}

/** What is done with the patient at the right, wherever the page stands. */
function NextInLine(props: {
  readonly desk: Desk
  readonly patient: Patient
  readonly act: LiveDesk['act']
}) {
  const { desk, patient, act } = props
  const t = useTexts(texts)
  const path = `/reception/patients/${patient.id}/mark`
  return (
    <ActionBar column="px-6">
      <div className="flex flex-wrap items-center justify-end gap-x-6 gap-y-2">
        <b>
          {`${patient.number} `}
          <span {...(patient.person && { lang: 'ja' })}>
            {patient.person?.name ?? t.unknownName}
          </span>
        </b>
        <div className="min-w-72">
          <Button onPress={() => act('PUT', path, { what: 'in-line' })}>
            {t.line[desk.facility.kind]}
          </Button>
        </div>
      </div>
    </ActionBar>
  )
}
