/** The desk: a person's card and paper on the left, the phone in the middle, the computer and the list of events on the right. */
import {
  Brand,
  LanguageSwitch,
  SandboxBanner,
  tellLanguage,
  useLanguage,
  useTexts,
} from '@kazashi/ui'
import { type RefObject, useEffect, useRef, useState } from 'react'
import type { CardView, Origins } from './box.ts'
import { CardPlace, HeldCard, Paper } from './card-place.tsx'
import { hasExpired, isNight } from './clock.ts'
import { ClockBar, useMorning } from './clock-bar.tsx'
import { Computer } from './computer.tsx'
import type { DropName } from './drop.ts'
import { Happened } from './happened/happened.tsx'
import { leadOf, marksPhone, type Seen, targetOf } from './lead.ts'
import { LeadBar } from './lead-bar.tsx'
import { MachinePage } from './machine-page.tsx'
import { NarrowBar, narrowPlaces } from './narrow-bar.tsx'
import { People } from './people.tsx'
import { otherPhoneOf, type PhoneName, platformOf } from './phones.ts'
import { PhonesView } from './phones-view.tsx'
import { usePortalCode } from './portal-code.ts'
import { Services } from './services.tsx'
import { Street } from './street.tsx'
import { texts } from './texts.ts'
import { DoneLine, TroubleLine } from './trouble.tsx'
import { BefallenLines, TroubleList, TroublesPanel } from './troubles.tsx'
import { useClock } from './use-clock.ts'
import { type Things, useDesk } from './use-desk.ts'
import type { PhoneStates, Phones } from './use-phones.ts'
import { useTroubles } from './use-troubles.ts'

export function Desk(things: Things) {
  const { origins, box, readers, places, machines, movesClock } = things
  const t = useTexts(texts)
  const desk = useDesk(things)
  const clock = useClock(box)
  const [over, setOver] = useState<DropName>()
  const portal = useRef<HTMLIFrameElement>(null)
  const { phones, card, at, watched } = desk
  const { inHand } = phones
  const code = usePortalCode(
    origins,
    portal,
    (path) => phones.openAt(inHand, path),
    () => phones.logIn(inHand),
  )
  useTellLanguage(origins, phones, portal, code.at)
  useTellClock(origins, phones, clock.now)
  const troubles = useTroubles(desk, clock, origins.app)
  const { lyingAt, shown } = desk
  const heldHere = at === inHand
  const drop = (on: DropName | undefined) => {
    if (on === undefined || on === 'phone') desk.move(on === 'phone')
    else desk.trying(() => desk.street.put(on))
  }
  const { holder } = phones.states[inHand]
  const owner = desk.cards.find(({ id }) => id === holder)
  const ownersOther = otherPhoneOf(holder, inHand, phones.states)
  const personsOther = otherPhoneOf(card?.id, inHand, phones.states)
  const seen: Seen = {
    hasCard: card !== undefined,
    platform: platformOf(inHand),
    phone: phones.states[inHand].news,
    listening: watched.listening,
    cardHeld: heldHere,
    cardLocked: desk.locked,
    cardExpired: hasExpired(card?.face.certificatesUntil, clock.now),
    night: clock.now !== undefined && isNight(clock.now),
    owner: owner === undefined ? 'nobody' : owner === card ? 'this-person' : 'another',
    ownersOther: seenOf(ownersOther, phones.states),
    personsOther: seenOf(personsOther, phones.states),
    portal: code.state,
    hasLoggedIn: phones.states[inHand].loggedIn,
  }
  const step = leadOf(seen)
  const other = step === 'moved' ? ownersOther : personsOther
  const target = targetOf[step]
  const morning = useMorning(clock.now)
  const done = <DoneLine done={desk.done} name={nameOf(card)} />
  const trouble = desk.trouble && <TroubleLine trouble={desk.trouble} />
  const held = card && <HeldCard card={card} onOver={setOver} onDrop={drop} />
  const troubleProps = { desk, troubles, movesClock }
  return (
    <div className="flex min-h-dvh flex-col bg-surface text-ink wide:h-dvh wide:min-h-[46rem]">
      <SandboxBanner />
      <header className="flex flex-wrap items-center gap-x-1 gap-y-1 border-b border-line bg-ground px-3 py-1 wide:gap-x-4 wide:px-4">
        <h1 className="mr-auto">
          <span className="wide:hidden">
            <Brand name="かざし" />
          </span>
          <span className="hidden wide:inline">
            <Brand name="かざし Kazashi" />
          </span>
        </h1>
        <div className="large:order-last">
          <ClockBar
            clock={clock}
            card={card}
            movable={movesClock}
            marked={target === 'clock'}
            trying={desk.trying}
          />
        </div>
        <LanguageSwitch />
      </header>
      <main className="mx-auto grid w-full max-w-[100rem] flex-1 gap-4 p-4 wide:min-h-0 wide:grid-cols-[17rem_30rem_minmax(0,1fr)] wide:grid-rows-[auto_auto_minmax(0,1fr)] wide:gap-x-5 wide:gap-y-2 wide:py-2">
        <div className="flex flex-col gap-1 wide:col-span-2 wide:col-start-2 wide:row-start-1">
          <LeadBar
            step={step}
            movesClock={movesClock}
            platform={platformOf(inHand)}
            words={{
              name: nameOf(card),
              phone: t.phonesInText[inHand],
              owner: nameOf(owner),
              other: other === undefined ? '' : t.phonesInText[other],
              morning,
            }}
          />
          {/* In a wide window the column of the card has no room for it: the phone gives some. */}
          <div className="hidden wide:block">{trouble ?? done}</div>
          <BefallenLines {...troubleProps} />
        </div>
        <section
          aria-label={t.card}
          id={narrowPlaces.people}
          className="scroll-mt-2 flex min-w-0 flex-col gap-2 wide:col-start-1 wide:row-span-2 wide:row-start-1"
        >
          <People
            cards={desk.cards}
            chosen={card?.id}
            onChoose={desk.choose}
            onAnother={desk.another}
            onAdd={desk.add}
            marked={target === 'people'}
          />
          <CardPlace
            lying={held}
            away={at === undefined ? lyingAt : 'phone'}
            making={desk.making}
            target={target}
            places={places}
            onMove={desk.move}
            onPut={desk.street.put}
          />
          {trouble && <div className="wide:hidden">{trouble}</div>}
        </section>
        <PhonesView
          desk={desk}
          origins={origins}
          readers={readers}
          marked={marksPhone(step, seen)}
          markedOther={target === 'other-phone' ? other : undefined}
          over={over}
          onOver={setOver}
          places={places}
          card={heldHere ? held : undefined}
        />
        <section
          aria-label={t.beside}
          className="flex min-w-0 flex-col gap-2 wide:col-start-1 wide:row-start-3"
        >
          {card !== undefined && <Paper card={card} marked={target === 'paper'} />}
          <Services
            desk={desk}
            marked={target === 'counter'}
            more={
              <span className="hidden low:block">
                <TroublesPanel {...troubleProps} />
              </span>
            }
          />
          <div className="low:hidden">
            <TroubleList {...troubleProps} />
          </div>
          {/* In a narrow window, where its button is: above the phone it would move the phone under a finger. */}
          <div className="wide:hidden">{done}</div>
        </section>
        <div className="flex min-w-0 flex-col gap-2 wide:col-start-3 wide:row-span-2 wide:row-start-2 wide:min-h-0">
          <Street desk={desk} origins={origins} places={places} machines={machines} over={over} />
          {shown !== undefined && (
            <MachinePage
              key={shown}
              name={shown}
              origins={origins}
              machines={machines}
              onClose={() => desk.show(undefined)}
              onElsewhere={() => desk.openedElsewhere(shown)}
            />
          )}
          <Computer
            hidden={shown !== undefined}
            origins={origins}
            frame={portal}
            marked={target === 'computer' ? 'page' : target === 'scan' ? 'scan' : undefined}
            onScan={code.shown === undefined ? undefined : code.open}
          />
          <Happened seen={watched.seen} small={shown !== undefined || code.shown !== undefined} />
        </div>
      </main>
      <NarrowBar />
    </div>
  )
}

const nameOf = (card: CardView | undefined) => card?.face.name.replace('\u3000', ' ') ?? ''

/** What leads a person to or from another phone. */
const seenOf = (name: PhoneName | undefined, states: PhoneStates) =>
  name && {
    platform: platformOf(name),
    condition: states[name].news?.condition ?? 'nothing',
  }

/** Milliseconds between the sandbox's time and the machine's that are a move of the clock, and no slowness of an answer. */
const moved = 60_000

/** A phone that lies open learns the time when somebody moves the clock: what ends soon, and what has ended, is told at once. */
function useTellClock(origins: Origins, { tell }: Phones, now: Date | undefined): void {
  const known = useRef<number>(undefined)
  useEffect(() => {
    if (now === undefined) return
    const ahead = now.getTime() - Date.now()
    const before = known.current
    known.current = ahead
    if (before === undefined || Math.abs(ahead - before) < moved) return
    tell((window) => window.postMessage({ type: 'kazashi-clock' }, origins.app))
  }, [now, origins, tell])
}

/** The frames show the desk's language. @param at origin of the page on the computer */
function useTellLanguage(
  origins: Origins,
  { tell }: Phones,
  portal: RefObject<HTMLIFrameElement | null>,
  at: string,
): void {
  const { language } = useLanguage()
  const before = useRef({ language, at })
  useEffect(() => {
    const told = before.current
    if (told.language === language && told.at === at) return // a frame that opens gets it from its address
    before.current = { language, at }
    if (told.language !== language) tell((window) => tellLanguage(window, origins.app, language))
    const window = portal.current?.contentWindow
    if (window) tellLanguage(window, at, language)
  }, [language, origins, tell, portal, at])
}
