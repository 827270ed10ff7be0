/** What was handed in: number, what comes, what to do; the signature; receipt and document to be saved. */

import { useTimes } from '@kazashi/site/page'
import { ButtonLink, Disclosure, FactRows, Icon, Panel, Timeline, useTexts } from '@kazashi/ui'
import { DocumentSheet } from './document.tsx'
import { Inside, InsideLink, useWords } from './parts.tsx'
import type { Application } from './shapes.ts'
import { texts } from './texts.ts'

const order = ['received', 'checking', 'done'] as const satisfies Application['state'][]

export function Taken({ shown }: { readonly shown: Application }) {
  const t = useTexts(texts)
  const words = useWords()
  const { moment, day } = useTimes()
  const { id, form, number = '', submittedAt = '', checkingAt = '', doneAt = '', findings } = shown
  const states: readonly Application['state'][] = order
  const at = states.indexOf(shown.state)
  const times = [submittedAt, checkingAt, doneAt]
  return (
    <Inside title={t.takenTitle(words(form.title))}>
      <div className="grid gap-x-7 gap-y-6 roomy:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <FactRows
            facts={[
              { icon: 'document', about: t.number, fact: number, note: moment(submittedAt) },
              {
                icon: 'clock',
                about: t.comes,
                fact: t.comesFact(day(doneAt)),
                note: t.comesNote,
              },
              { icon: 'calendar', about: t.todo, fact: words(form.after) },
            ]}
          />
          <Timeline
            stations={order.map((one, index) => ({
              title: t.states[one],
              note: moment(times[index] ?? ''),
              state: index < at || shown.state === 'done' ? 'done' : index === at ? 'now' : 'later',
            }))}
          />
          <div className="flex flex-wrap gap-3">
            <ButtonLink look="call" href={`/api/applications/${id}/receipt`}>
              <Icon name="download" /> {t.receipt}
            </ButtonLink>
            <ButtonLink look="small" href={`/api/applications/${id}/document`}>
              <Icon name="signature" /> {t.document}
            </ButtonLink>
          </div>
          <InsideLink to="/procedures">{t.back}</InsideLink>
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <DocumentSheet shown={shown} />
          {findings && (
            <Panel tone="info" title={t.signature}>
              <p>
                {t.signer}：<b lang="ja">{findings.signer}</b>
              </p>
              <p>
                {t.until}：{day(findings.notAfter)}
              </p>
              <p>{t.untouched}</p>
            </Panel>
          )}
          {findings && (
            <Disclosure title={t.details}>
              <p className="break-all">
                {t.serial} {findings.serial}
              </p>
              <p className="break-all">
                {t.hash} {findings.sha256}
              </p>
            </Disclosure>
          )}
        </div>
      </div>
    </Inside>
  )
}
