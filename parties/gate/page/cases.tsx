/** The catalogue of cases as a page, for those who test a site (a sandbox's). */
import { type CaseEntry, type CaseGroup, caseGroups, cases } from '@kazashi/cases'
import { Facts, Panel, Screen, useLanguage, useTexts } from '@kazashi/ui'
import { casesTexts } from './cases-texts.ts'
import { GateBrand } from './gate-brand.tsx'

function OneCase({ entry }: { readonly entry: CaseEntry }) {
  const t = useTexts(casesTexts)
  const { language } = useLanguage()
  const { name, clause, what, resident, gets, scope, expect } = entry
  const told = gets.at === 'error' ? `${gets.error} ${gets.description ?? ''}` : undefined
  const facts = [
    [t.resident, resident[language]],
    [t.gets, `${t.places[gets.at]}${told === undefined ? '' : `: ${told}`}`],
    [t.expect, t.outcomes[expect]],
  ] as const
  return (
    <li className="flex flex-col gap-2 border-t border-line py-4">
      <h3 className="flex flex-wrap items-baseline gap-x-4 text-base">
        <code className="font-mono font-bold break-all">{name}</code>
        <span className="text-base font-normal">{clause}</span>
      </h3>
      <p>{what[language]}</p>
      <Facts facts={facts} />
      {scope !== 'openid' && <p className="text-base">{t.claims}</p>}
    </li>
  )
}

const isGroup = (name: string): name is CaseGroup => Object.hasOwn(caseGroups, name)

export function CasesPage() {
  const t = useTexts(casesTexts)
  return (
    <Screen brand={<GateBrand />} title={t.title}>
      <p>{t.lead}</p>
      <Panel tone="plain" title="login_hint">
        <p>{t.ask}</p>
      </Panel>
      {Object.keys(caseGroups)
        .filter(isGroup)
        .map((group) => (
          <section key={group}>
            <h2 className="mb-2 text-lg">{t.groups[group]}</h2>
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
