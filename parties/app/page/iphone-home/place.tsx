/** Home of an iPhone: 「追加をはじめる」 (3-C ②), waiting (3-D ⑦) or 「利用可能」. */
import { Brand, Button, Choice, Drawing, Panel, RowGroup, Screen, useTexts } from '@kazashi/ui'
import { useSyncExternalStore } from 'react'
import { CallRow } from '../contacts/call-row.tsx'
import { Fault } from '../faults/fault.tsx'
import { IphoneWords } from '../faults/iphone-words.tsx'
import { Begun } from '../home/begun.tsx'
import { Corner } from '../home/corner.tsx'
import { RenewalFirst } from '../home/renewal-first.tsx'
import { mayWithdraw, troubleOf } from '../phone/phone-summary.ts'
import type { PlaceProps } from '../place.ts'
import { mayAskForPush } from '../push/may-ask.ts'
import { loginHindrance } from '../status/login-hindrance.ts'
import { arrivalOf } from '../wallet/arrival.ts'
import { OnPhone } from './on-phone.tsx'
import { texts } from './texts.ts'

/** The place where a signed request without an answer goes on. */
const placeOfRequest = {
  revoke: 'iphone-card',
  'delete-other': 'delete-other',
  unblock: 'reset-secret',
} as const

export default function IphoneHome({ device, go }: PlaceProps) {
  const t = useTexts(texts)
  const summary = useSyncExternalStore(device.subscribe, device.summary)
  const arrival = arrivalOf(device)
  const refusal = useSyncExternalStore(arrival.subscribe, arrival.refusal)
  const { name, request, unknown } = summary
  const troubles = summary.certificates.map(troubleOf)
  const add = () => go('iphone-add')
  const logsIn = name === 'active' && loginHindrance(summary) === undefined && !unknown
  const action = () => {
    if (unknown) return <Button onPress={() => go('reset-phone')}>{t.resetPhone}</Button>
    if (request !== undefined) {
      const place = placeOfRequest[request]
      return <Button onPress={() => go(place)}>{t.goOnRequest}</Button>
    }
    switch (name) {
      case 'nothing':
      case 'ended':
        return <Button onPress={add}>{t.start}</Button>
      case 'unfinished':
        // Too old, it would be refused.
        if (summary.begun?.tooOld === true) return <Button onPress={add}>{t.start}</Button>
        return <Button onPress={() => go('iphone-add', 'goes-on')}>{t.goOn}</Button>
      case 'ready':
        return refusal !== undefined && <Button onPress={arrival.again}>{t.again}</Button>
      case 'suspended':
        return <Button onPress={add}>{t.resume}</Button>
      case 'active':
        return (
          <>
            {troubles.includes('locked') && (
              <Button onPress={() => go('reset-secret')}>{t.resetSecret}</Button>
            )}
            <Button look="second" onPress={() => go('iphone-card')}>
              {t.see}
            </Button>
          </>
        )
      default:
        return undefined
    }
  }
  return (
    <IphoneWords>
      <Screen
        title={t.title}
        brand={<Brand name={t.brand} />}
        corner={<Corner go={go} menu={t.menu} notices={t.notices} />}
        actions={action()}
      >
        {name === 'ready' && refusal !== undefined && <Fault refusal={refusal} />}
        <OnPhone summary={summary} phone={device.phone} />
        <RenewalFirst summary={summary} />
        {!unknown && <Begun summary={summary} draftAt="iphone-add" go={go} />}
        {request !== undefined && !unknown && <Panel tone="warn">{t.underWay[request]}</Panel>}
        {logsIn && (
          <>
            <h2 className="text-lg">{t.canDo}</h2>
            <Panel tone="info" title={t.login} drawing={<Drawing name="portal" size="small" />}>
              <p className="text-sm text-ink-soft">{t.loginHow}</p>
            </Panel>
          </>
        )}
        <RowGroup>
          {logsIn && <Choice icon="qr" text={t.loginBy} onPress={() => go('login')} />}
          {name === 'waiting' && !unknown && mayAskForPush() && (
            <Choice icon="notice" text={t.push} note={t.pushNote} onPress={() => go('notices')} />
          )}
          {mayWithdraw(summary) && !unknown && (
            <Choice icon="close" text={t.withdraw} onPress={() => go('withdraw')} />
          )}
          {(name === 'active' || name === 'suspended') && (
            <CallRow title={t.lost} note={t.lostLead} />
          )}
        </RowGroup>
      </Screen>
    </IphoneWords>
  )
}
