/** The end: an account, or a clerk who looks; and the signed contract to keep. */
import { siteTexts } from '@kazashi/site/page'
import { Button, ButtonLink, Panel, Screen, useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import type { Application } from './account.ts'
import { texts } from './texts.ts'

export function Done(props: {
  readonly brand: ReactNode
  readonly told: ReactNode
  readonly application: Application
  readonly onLogout: () => void
}) {
  const t = useTexts(texts)
  const s = useTexts(siteTexts)
  const { number, account, looks, substitutes } = props.application
  const words: Readonly<Record<string, string>> = t.looks
  return (
    <Screen
      key="done"
      brand={props.brand}
      drawing={account === undefined ? 'document-signed' : 'success'}
      done={account !== undefined}
      step={{ at: 4, of: 4, name: t.steps[3] ?? '' }}
      title={account === undefined ? t.lookedAt : t.opened}
      actions={
        <>
          <ButtonLink href="/signed.pdf">{t.signed}</ButtonLink>
          <Button look="second" onPress={props.onLogout}>
            {s.logout}
          </Button>
        </>
      }
    >
      {props.told}
      <p>{account === undefined ? t.lookedAtWords : t.openedWords}</p>
      {account !== undefined && (
        <Panel tone="plain" title={t.account}>
          <p>{t.branch}</p>
          <p className="text-2xl font-bold tabular-nums" data-testid="account">
            {account}
          </p>
        </Panel>
      )}
      {looks.length > 0 && (
        <Panel tone="warn">
          <ul className="list-disc pl-[1.25em]">
            {looks.map((look) => (
              <li key={look}>{words[look] ?? look}</li>
            ))}
          </ul>
          {substitutes.length > 0 && <p>{t.substitutes(substitutes)}</p>}
        </Panel>
      )}
      <p className="text-base text-ink-soft">{t.number(number)}</p>
    </Screen>
  )
}
