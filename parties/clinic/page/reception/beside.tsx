/** What the staff deal with beside the list: faces to compare, people stuck at the terminal, practice, settings. */
import { Button, CheckBox, Disclosure, Icon, Panel, useLanguage, useTexts } from '@kazashi/ui'
import { timeIn } from '../days.ts'
import { type Desk, type Facility, practices } from '../wire.ts'
import { texts } from './texts.ts'
import type { LiveDesk } from './use-desk.ts'

interface Props {
  readonly desk: Desk
  readonly act: LiveDesk['act']
}

export function Waiting({ desk, act }: Props) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return desk.waiting.map(({ id, startedAt }) => {
    const answer = (same: boolean) => () => act('POST', `/reception/waiting/${id}`, { same })
    return (
      <Panel key={id} tone="info" title={t.eye}>
        <p>{t.eyeLead(timeIn(language, startedAt))}</p>
        <div className="mt-1 flex flex-wrap gap-2">
          <Button look="small" onPress={answer(true)}>
            <Icon name="check" size="sign" /> {t.eyeSame}
          </Button>
          <Button look="small" onPress={answer(false)}>
            <Icon name="close" size="sign" /> {t.eyeOther}
          </Button>
        </div>
      </Panel>
    )
  })
}

/** Codes that the staff are told in the words of another one. */
const sameAs: Readonly<Record<string, string>> = {
  STATUS_UNAVAILABLE: 'TRUST_UNAVAILABLE',
  STATUS_STALE: 'TRUST_UNAVAILABLE',
}

export function Troubles({ desk, act }: Props) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [newest] = desk.troubles
  if (newest === undefined) return undefined
  const words = new Map<string, string>(Object.entries(t.troubles))
  const code = sameAs[newest.code] ?? newest.code
  return (
    <Panel tone="warn" title={t.trouble} drawing={<Icon name="bulb" />}>
      <p>
        <b>
          {timeIn(language, newest.at)}　{t.devices[newest.device]}
        </b>{' '}
        {words.get(code) ?? t.troubles.other}
      </p>
      <p className="text-sm text-ink-soft">{newest.code}</p>
      <div>
        <Button look="small" onPress={() => act('DELETE', '/reception/troubles')}>
          <Icon name="check" size="sign" /> {t.helped}
        </Button>
      </div>
    </Panel>
  )
}

export function Practising({ desk, act }: Props) {
  const t = useTexts(texts)
  const choices = [null, ...practices] as const
  return (
    <section>
      <h2 className="mb-1 text-lg">{t.practice}</h2>
      <p className="mb-2 text-sm text-ink-soft">{t.practiceLead}</p>
      <div className="flex flex-wrap gap-2">
        {choices.map((next) => (
          <Button
            key={next ?? 'none'}
            look="small"
            pressed={desk.practice === next}
            onPress={() => act('PUT', '/reception/practice', { next })}
          >
            {desk.practice === next && <Icon name="check" size="sign" />}{' '}
            {t.practices[next ?? 'none']}
          </Button>
        ))}
      </div>
    </section>
  )
}

export function Settings({ desk, act }: Props) {
  const t = useTexts(texts)
  const { facility } = desk
  const change = (part: Partial<Facility>) => act('PUT', '/reception/settings', part)
  const kind = (one: Facility['kind'], words: string) => (
    <Button look="small" pressed={facility.kind === one} onPress={() => change({ kind: one })}>
      {facility.kind === one && <Icon name="check" size="sign" />} {words}
    </Button>
  )
  return (
    <>
      <section>
        <h2 className="mb-1 text-lg">{t.settings}</h2>
        <div className="mb-1 flex flex-wrap gap-2">
          {kind('clinic', t.kindClinic)}
          {kind('pharmacy', t.kindPharmacy)}
        </div>
        <CheckBox checked={facility.hasReader} onChange={(hasReader) => change({ hasReader })}>
          {t.hasReader}
        </CheckBox>
        <CheckBox
          checked={facility.firstVisitNeedsCard}
          onChange={(firstVisitNeedsCard) => change({ firstVisitNeedsCard })}
        >
          {t.firstVisit}
        </CheckBox>
      </section>
      <Disclosure title={t.program}>
        <p>{t.programLead}</p>
        <p className="my-1 font-mono text-sm break-all">{desk.token}</p>
        <a
          className="quiet-link inline-flex min-h-11 items-center"
          href="/eligibility/openapi.json"
        >
          {t.programDocs}
        </a>
      </Disclosure>
    </>
  )
}
