/** What is on the certificate, and how many copies. */
import { Button, CheckBox, Icon, useTexts } from '@kazashi/ui'
import { useState } from 'react'
import { type CertificateType, mostCopies } from '../rules/offers.ts'
import type { Order } from '../views.ts'
import type { PersonView } from './api.ts'
import { texts } from './texts.ts'

/** The order as it is put together on the screen. */
export function useOrder(type: CertificateType, person: PersonView) {
  const me = person.household.find(({ at }) => at === 0)?.at ?? 0
  const [about, setAbout] = useState<readonly number[]>([me])
  const [domicile, setDomicile] = useState(false)
  const [relation, setRelation] = useState(false)
  const [copies, setCopies] = useState(1)
  const [fault, setFault] = useState(false)
  const fee = person.offers.find((offer) => offer.type === type)?.fee ?? 0
  const order: Order = { type, about: [...about], domicile, relation, copies }
  return {
    type,
    person,
    order,
    fee: fee * copies,
    fault,
    setFault,
    setAbout,
    setDomicile,
    setRelation,
    setCopies,
  }
}

export function Options(props: ReturnType<typeof useOrder>) {
  const { type, person, order, fault, setFault, setAbout, setDomicile, setRelation, setCopies } =
    props
  const t = useTexts(texts)
  const toggle = (at: number, on: boolean) => {
    setFault(false)
    setAbout((before) => (on ? [...before, at] : before.filter((one) => one !== at)))
  }
  return (
    <>
      {type === 'residence' && (
        <>
          <fieldset className="rounded-12 bg-surface px-4 py-3">
            <legend className="float-left w-full font-bold">{t.who}</legend>
            <div className="clear-both">
              {person.household.map(({ at, name, relation }) => (
                <CheckBox
                  key={at}
                  checked={order.about.includes(at)}
                  onChange={(on) => toggle(at, on)}
                >
                  {name}（{t.relations[relation]}）
                </CheckBox>
              ))}
            </div>
            {fault && (
              <p role="alert" className="flex gap-2 font-bold text-bad">
                <Icon name="error" size="sign" tone="mt-1.5" />
                {t.whoFault}
              </p>
            )}
          </fieldset>
          <fieldset className="rounded-12 bg-surface px-4 py-3">
            <legend className="float-left w-full font-bold">{t.show}</legend>
            <div className="clear-both">
              <CheckBox checked={order.domicile} onChange={setDomicile}>
                {t.domicile}
              </CheckBox>
              <CheckBox checked={order.relation} onChange={setRelation}>
                {t.relation}
              </CheckBox>
            </div>
          </fieldset>
        </>
      )}
      <div className="flex flex-wrap items-center justify-between gap-2 rounded-12 bg-surface px-4 py-3">
        <b>{t.copies}</b>
        <span className="flex items-center gap-3">
          <Button
            look="small"
            label={t.fewer}
            onPress={() => setCopies((before) => Math.max(1, before - 1))}
          >
            −
          </Button>
          <output className="min-w-12 text-center text-xl font-bold">{t.copy(order.copies)}</output>
          <Button
            look="small"
            label={t.more}
            onPress={() => setCopies((before) => Math.min(mostCopies, before + 1))}
          >
            ＋
          </Button>
        </span>
      </div>
    </>
  )
}
