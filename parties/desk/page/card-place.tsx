/** The card where it lies, the buttons that hold it to the phone or a machine, and the paper with its secrets. */
import { Button, SecretSlip, Spinner, useTexts } from '@kazashi/ui'
import type { ReactNode } from 'react'
import type { CardView } from './box.ts'
import { CardFace } from './card-face.tsx'
import type { DropName } from './drop.ts'
import { Hand } from './hand.tsx'
import type { LeadTarget } from './lead.ts'
import { Mark } from './lead-bar.tsx'
import { PanelButton, Popover } from './popover.tsx'
import { isMachine, type MachineName, type PlaceName } from './street.ts'
import { texts as streetTexts } from './street-texts.ts'
import { texts } from './texts.ts'

const everywhere = () => true

/** The card in the hand, wherever it lies. */
export function HeldCard(props: {
  readonly card: CardView
  readonly onOver: (over: DropName | undefined) => void
  readonly onDrop: (on: DropName | undefined) => void
}) {
  return (
    <Hand accepts={everywhere} onOver={props.onOver} onDrop={props.onDrop}>
      <CardFace card={props.card} />
    </Hand>
  )
}

export function CardPlace(props: {
  /** The card, where it lies on the desk. */
  readonly lying: ReactNode
  /** On a machine, at a phone; undefined: it lies on the desk. */
  readonly away: MachineName | 'phone' | undefined
  readonly making: boolean
  readonly target: LeadTarget | undefined
  readonly places: readonly PlaceName[]
  readonly onMove: (to: boolean) => void
  readonly onPut: (on: MachineName) => Promise<void>
}) {
  const t = useTexts(texts)
  const street = useTexts(streetTexts)
  const { away, making, target } = props
  const isAway = away !== undefined
  const where = away === undefined || away === 'phone' ? t.slot : street.liesAt(street.names[away])
  return (
    <>
      <div className="flex items-center justify-between gap-2">
        <h2 className="text-sm">
          {t.card} <span className="font-normal text-ink-soft">{t.grab}</span>
        </h2>
        <WhereTo label={street.whereCard} places={props.places} onPut={props.onPut} />
      </div>
      <div className="relative mx-auto w-full max-w-64 wide:max-w-80">
        {target === 'card' && <Mark />}
        {making && (
          <Slot>
            <Spinner /> {t.making}
          </Slot>
        )}
        {!making && (isAway ? <Slot>{where}</Slot> : props.lying)}
      </div>
      <Button look="second" onPress={() => props.onMove(!isAway)}>
        {isAway ? t.take : t.hold}
      </Button>
      <p role="status" className="sr-only">
        {away === undefined ? t.away : away === 'phone' ? t.held : where}
      </p>
    </>
  )
}

/** 「どこにかざす？」: the machines, by a press. */
export function WhereTo(props: {
  readonly label: string
  readonly places: readonly PlaceName[]
  readonly onPut: (on: MachineName) => Promise<void>
}) {
  const t = useTexts(streetTexts)
  const machines = props.places.filter(isMachine)
  return (
    <Popover icon="nfc" label={t.where} name={props.label} side="left">
      <h3 className="mb-2 text-base">{props.label}</h3>
      {machines.length === 0 && <p>{t.noMachines}</p>}
      <ul className="flex flex-col gap-1">
        {machines.map((name) => (
          <li key={name} className="flex flex-col">
            <PanelButton onPress={() => props.onPut(name)}>{t.hold(t.names[name])}</PanelButton>
          </li>
        ))}
      </ul>
    </Popover>
  )
}

/** The paper with the card's secrets. */
export function Paper({ card, marked }: { readonly card: CardView; readonly marked: boolean }) {
  const t = useTexts(texts)
  const { signingPassword, authenticationPin, residentRegisterPin, cardDataPin } = card.slip
  return (
    <div className="relative">
      {marked && <Mark at="end" />}
      <SecretSlip
        values={[signingPassword || t.none, authenticationPin, residentRegisterPin, cardDataPin]}
      />
    </div>
  )
}

function Slot({ children }: { children: ReactNode }) {
  return (
    <p className="flex aspect-[85.6/54] items-center justify-center gap-2 rounded-12 border-2 border-dashed border-edge px-4 text-center text-sm text-ink-soft wide:pr-16">
      {children}
    </p>
  )
}
