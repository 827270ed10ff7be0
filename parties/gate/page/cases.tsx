/** The catalogue of cases as a page, for those who test a site (a sandbox's). */
import { type CaseEntry, type CaseGroup, caseGroups, cases } from '@kazashi/cases'
import { Panel, Screen, useLanguage, useTexts } from '@kazashi/ui'
import { casesTexts } from './cases-texts.ts'
import { GateBrand } from './gate-brand.tsx'

function OneCase({ entry }: { readonly entry: CaseEntry }) {
  const t = useTexts(casesTexts)
  const { language } = useLanguage()
  const { name, clause, what, resident, gets, scope, expect } = entry
  const told = gets.at === 'error' ? `${gets.error} ${gets.description ?? ''}` : undefined
  return (
    <li className="grid gap-x-6 gap-y-1 border-t border-line py-3 roomy:grid-cols-[minmax(0,17rem)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,9rem)]">
      <h3 className="text-base">
        <code className="font-mono font-bold break-all">{name}</code>
        <span className="block text-base font-normal text-ink-soft">{clause}</span>
      </h3>
      <p>
        {what[language]}
        {scope !== 'openid' && <span className="block text-ink-soft">{t.claims}</span>}
      </p>
      <dl>
        <dt className="text-ink-soft roomy:sr-only">{t.resident}</dt>
        <dd>{resident[language]}</dd>
        <dt className="text-ink-soft roomy:sr-only">{t.gets}</dt>
        <dd className="break-words">
          {t.places[gets.at]}
          {told !== undefined && (
            <span lang="en" className="block font-mono">
              {told}
            </span>
          )}
        </dd>
      </dl>
      <p>
        <span className="text-ink-soft roomy:sr-only">{t.expect}: </span>
        <b>{t.outcomes[expect]}</b>
      </p>
    </li>
  )
}

/** Above the columns; each case says them again to those who cannot see them. */
function Heads() {
  const t = useTexts(casesTexts)
  return (
    <div
      aria-hidden
      className="hidden gap-x-6 pb-1 text-ink-soft roomy:grid roomy:grid-cols-[minmax(0,17rem)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,9rem)]"
    >
      {[t.name, t.what, `${t.resident} / ${t.gets}`, t.expect].map((head) => (
        <span key={head}>{head}</span>
      ))}
    </div>
  )
}

const isGroup = (name: string): name is CaseGroup => Object.hasOwn(caseGroups, name)
const groups = Object.keys(caseGroups).filter(isGroup)

export function CasesPage() {
  const t = useTexts(casesTexts)
  return (
    <Screen brand={<GateBrand />} title={t.title} wide>
      <p>{t.lead}</p>
      <Panel tone="plain" title="login_hint">
        <p>{t.ask}</p>
      </Panel>
      <nav aria-label={t.title}>
        <ul className="flex flex-wrap gap-x-4">
          {groups.map((group) => (
            <li key={group}>
              <a
                href={`#${group}`}
                className="flex min-h-11 min-w-11 items-center text-accent underline underline-offset-4"
              >
                {t.groups[group]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map((group) => (
        <section key={group} id={group}>
          <h2 className="mb-2 text-lg">{t.groups[group]}</h2>
          <Heads />
          <ul>
            {cases
              .filter((one) => one.group === group)
              .map((one) => (
                <OneCase key={one.name} entry={one} />
              ))}
          </ul>
        </section>
      ))}
    </Screen>
  )
}
