/** The counter and the telephone beside the desk, the pace, and the ways to start over. */
import { paces } from '@kazashi/lifecycle'
import { Button, useTexts } from '@kazashi/ui'
import { type ReactNode, useState } from 'react'
import { counterOrders, losses } from './box.ts'
import { Mark } from './lead-bar.tsx'
import { PanelButton, Popover } from './popover.tsx'
import { texts } from './texts.ts'
import type { DeskState } from './use-desk.ts'

export function Services(props: {
  readonly desk: DeskState
  readonly marked: boolean
  /** Beside the others. */
  readonly more: ReactNode
}) {
  const { desk, marked } = props
  const t = useTexts(texts)
  const name = desk.card?.face.name.replace('\u3000', ' ') ?? ''
  return (
    <section aria-label={t.services} className="relative flex flex-wrap gap-2">
      {marked && <Mark />}
      <Popover icon="call" label={t.counter} side="above">
        <div className="grid gap-6 md:grid-cols-[18rem_18rem]">
          <Group title={t.counterOf(name)} lead={t.counterLead}>
            {counterOrders.map((order) => (
              <Choice key={order} label={t.orders[order]} onPress={() => desk.order(order)}>
                {t.orderHints[order]}
              </Choice>
            ))}
          </Group>
          <Group title={t.telephoneOf(name)} lead={t.telephoneLead}>
            {losses.map((what) => (
              <Choice key={what} label={t.losses[what]} onPress={() => desk.reportLoss(what)}>
                {t.lossHints[what]}
              </Choice>
            ))}
          </Group>
        </div>
      </Popover>
      <Popover icon="reset" label={t.startOver} side="above">
        <Group title={t.startOver} lead={t.startOverLead}>
          {(['phone', 'person', 'everything'] as const).map((what) => (
            <Sure
              key={what}
              label={t.overs[what](what === 'person' ? name : t.phonesInText[desk.phones.inHand])}
              onSure={desk.startOver[what]}
            >
              {t.overHints[what]}
            </Sure>
          ))}
        </Group>
      </Popover>
      {props.more}
      <label className="flex min-h-11 items-center gap-1 text-sm">
        <span className="low:sr-only">{t.pace}</span>
        <select
          value={desk.pace}
          onChange={({ target }) => {
            const pace = paces.find((one) => one === target.value)
            if (pace !== undefined) desk.choosePace(pace)
          }}
          className="min-h-11 rounded-8 border border-edge bg-ground px-2"
        >
          {paces.map((pace) => (
            <option key={pace} value={pace}>
              {t.paces[pace]}
            </option>
          ))}
        </select>
      </label>
    </section>
  )
}

function Group(props: { title: string; lead: string; children: ReactNode }) {
  return (
    <section className="flex max-w-80 flex-col gap-2">
      <h3 className="text-base">{props.title}</h3>
      <p className="text-ink-soft">{props.lead}</p>
      <ul className="flex flex-col gap-2">{props.children}</ul>
    </section>
  )
}

function Choice(props: { label: string; onPress: () => Promise<void>; children: ReactNode }) {
  return (
    <li className="flex flex-col items-start gap-0.5">
      <PanelButton onPress={props.onPress}>{props.label}</PanelButton>
      <span className="text-ink-soft">{props.children}</span>
    </li>
  )
}

/** Asks once more: what is gone does not come back. */
function Sure(props: { label: string; onSure: () => Promise<void>; children: ReactNode }) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState(false)
  if (!asked) {
    return (
      <li className="flex flex-col items-start gap-0.5">
        <Button look="small" onPress={() => setAsked(true)}>
          {props.label}
        </Button>
        <span className="text-ink-soft">{props.children}</span>
      </li>
    )
  }
  return (
    <li className="flex flex-col items-start gap-2 rounded-8 bg-warn-soft p-2">
      <p role="alert" className="font-bold">
        {t.sure(props.label)}
      </p>
      <span className="flex gap-2">
        <PanelButton look="call" onPress={() => props.onSure().finally(() => setAsked(false))}>
          {t.yes}
        </PanelButton>
        <Button look="small" onPress={() => setAsked(false)}>
          {t.no}
        </Button>
      </span>
    </li>
  )
}
