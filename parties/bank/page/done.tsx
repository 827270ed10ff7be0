/** The end: an account, a clerk who looks, or a clerk's refusal; and the signed contract to keep. */
import { Button, ButtonLink, Icon, Panel, Screen, useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import type { Application } from './account.ts'
import { texts } from './texts.ts'

export function Done(props: {
  readonly brand: ReactNode
  readonly told: ReactNode
  readonly application: Application
  /** To the other accounts. */
  readonly onOthers: () => void
  /** After a refusal: the form again. */
  readonly onAgain: () => void
}) {
  const t = useTexts(texts)
  const { number, account, looks, substitutes, refused, form } = props.application
  const words: Readonly<Record<string, string>> = t.looks
  const end = refused ? t.refused : account === undefined ? t.lookedAt : t.opened
  const lead = refused
    ? t.refusedWords[refused]
    : account === undefined
      ? t.lookedAtWords
      : t.openedWords[form.product]
  return (
    <Screen
      key="done"
      brand={props.brand}
      drawing={account === undefined ? 'document-signed' : 'success'}
      done={account !== undefined}
      step={{ at: 4, of: 4, name: t.steps[3] ?? '' }}
      title={end}
      actions={
        <>
          {refused && <Button onPress={props.onAgain}>{t.applyAgain}</Button>}
          <Button look="second" onPress={props.onOthers}>
            {t.others}
          </Button>
        </>
      }
    >
      {props.told}
      <p>{lead}</p>
      {account !== undefined && (
        <Panel tone="plain" title={t.account}>
          <p>{t.branch[form.product]}</p>
          <p className="text-2xl font-bold tabular-nums" data-testid="account">
            {account}
          </p>
        </Panel>
      )}
      {account !== undefined && form.product === 'securities' && (
        <Panel tone="info" title={t.myNumberTitle}>
          {t.myNumber}
        </Panel>
      )}
      {looks.length > 0 && account === undefined && (
        <Panel tone="warn">
          <ul className="list-disc pl-[1.25em]">
            {looks.map((look) => (
              <li key={look}>{words[look] ?? look}</li>
            ))}
          </ul>
          {substitutes.length > 0 && <p>{t.substitutes(substitutes)}</p>}
        </Panel>
      )}
      <p className="flex items-center gap-2">
        <Icon name="download" tone="text-accent" />
        <ButtonLink href={`/applications/${form.product}/signed.pdf`}>{t.signed}</ButtonLink>
      </p>
      <p className="text-base text-ink-soft">{t.number(number)}</p>
      {account === undefined && !refused && (
        <p className="text-base text-ink-soft">
          {t.clerkLead}
          <a className="underline" href="/clerk" target="_blank" rel="noreferrer">
            {t.clerk}
          </a>
        </p>
      )}
    </Screen>
  )
}
