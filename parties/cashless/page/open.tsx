/** A wallet is opened by the login alone: a birth date, and that one agrees. */
import { siteTexts } from '@kazashi/site/page'
import { Button, CheckBox, Panel, Screen, TextLine, useLanguage, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import type { Attempt, InsideProps } from './given.ts'
import { texts } from './texts.ts'
import { type Account, openWallet } from './wallet.ts'

export function Open(
  props: InsideProps & {
    readonly claims: Account['claims']
    readonly onAttempt: Attempt
    readonly onLogout: () => void
  },
) {
  const t = useTexts(texts)
  const s = useTexts(siteTexts)
  const { language } = useLanguage()
  const { claims } = props
  const [birthDate, setBirthDate] = useState(claims.birthDate ?? '')
  const [agrees, setAgrees] = useState(false)
  const [tried, setTried] = useState(false)
  const open = () => {
    setTried(true)
    if (agrees && birthDate !== '') void props.onAttempt(openWallet(birthDate, language), 'home')
  }
  return (
    <Screen
      key="open"
      brand={props.brand}
      drawing="cashless"
      title={t.open}
      actions={
        <>
          <Button onPress={open}>{t.openNow}</Button>
          <Button look="second" onPress={props.onLogout}>
            {s.logout}
          </Button>
        </>
      }
    >
      {props.told}
      <p>{t.openLead}</p>
      {claims.birthDate === undefined ? (
        <TextLine
          name="birthDate"
          label={t.fields.birthDate}
          hint={t.birthDateHint}
          type="date"
          autoComplete="bday"
          value={birthDate}
          onChange={setBirthDate}
          error={tried && birthDate === '' ? t.missing.birthDate : undefined}
        />
      ) : (
        <Panel tone="info">{t.fromClaims}</Panel>
      )}
      <Panel tone="plain" title={t.termsTitle}>
        <ul className="list-disc pl-[1.25em]">
          {t.terms.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Panel>
      <CheckBox
        checked={agrees}
        onChange={setAgrees}
        {...(tried && !agrees && { error: t.missing.agrees })}
      >
        {t.agrees}
      </CheckBox>
    </Screen>
  )
}
