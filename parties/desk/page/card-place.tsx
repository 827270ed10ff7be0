/** The card where it lies, the button that holds it to the phone, and the paper with its secrets. */
import { Button, SecretSlip, Spinner, useTexts } from '@kazashi/ui'
import type { ReactNode, RefObject } from 'react'
import type { CardView } from './box.ts'
import { CardFace } from './card-face.tsx'
import { Hand } from './hand.tsx'
import type { LeadTarget } from './lead.ts'
import { Mark } from './lead-bar.tsx'
import { texts } from './texts.ts'

/** The card in the hand, wherever it lies. */
export function HeldCard(props: {
  readonly card: CardView
  readonly phone: RefObject<HTMLElement | null>
  readonly onOver: (over: boolean) => void
  readonly onMove: (to: boolean) => void
}) {
  return (
    <Hand target={props.phone} onOver={props.onOver} onDrop={props.onMove}>
      <CardFace card={props.card} />
    </Hand>
  )
}

export function CardPlace(props: {
  /** Undefined: it is held to a phone. */
  readonly lying: ReactNode
  readonly away: boolean
  readonly making: boolean
  readonly target: LeadTarget | undefined
  readonly onMove: (to: boolean) => void
}) {
  const t = useTexts(texts)
  const { away, making, target } = props
  return (
    <>
      <h2 className="relative text-sm">
        {t.card} <span className="font-normal text-ink-soft">{t.grab}</span>
      </h2>
      <div className="relative mx-auto w-full max-w-64 wide:max-w-80">
        {target === 'card' && <Mark />}
        {making && (
          <Slot>
            <Spinner /> {t.making}
          </Slot>
        )}
        {!making && (away ? <Slot>{t.slot}</Slot> : props.lying)}
      </div>
      <Button look="second" onPress={() => props.onMove(!away)}>
        {away ? t.take : t.hold}
      </Button>
      <p role="status" className="sr-only">
        {away ? t.held : t.away}
      </p>
    </>
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
