/** The phones: whose each is, the one in the hand with its screen, and a notice that has just come: a banner there, a sign at another. */
import { Button, Drawing, Icon, PhoneFrame, useLanguage, useTexts } from '@kazashi/ui'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { CardView, Origins } from './box.ts'
import { WhereTo } from './card-place.tsx'
import type { DropName } from './drop.ts'
import { useHand } from './hand.tsx'
import { Mark } from './lead-bar.tsx'
import { narrowPlaces } from './narrow-bar.tsx'
import { type PhoneName, phoneAddress, phoneNames, platformOf } from './phones.ts'
import type { PlaceName } from './street.ts'
import { texts as streetTexts } from './street-texts.ts'
import { texts } from './texts.ts'
import type { DeskState, ReadersOfPhones } from './use-desk.ts'
import type { PhoneState } from './use-phones.ts'

/** Corners and camera tell the kinds apart. */
const cameras = { android: 'hole', iphone: 'island' } as const

interface PhonesProps {
  readonly desk: DeskState
  readonly origins: Origins
  readonly readers: ReadersOfPhones
  readonly marked: boolean
  /** The phone in whose place in the row the mark stands. */
  readonly markedOther: PhoneName | undefined
  readonly over: DropName | undefined
  readonly onOver: (over: DropName | undefined) => void
  readonly places: readonly PlaceName[]
  /** The card, where it is held to the phone in the hand. */
  readonly card: ReactNode
}

export function PhonesView(props: PhonesProps) {
  const t = useTexts(texts)
  const street = useTexts(streetTexts)
  const { desk, card } = props
  const { inHand } = desk.phones
  return (
    <section
      aria-label={t.phone}
      id={narrowPlaces.phone}
      className="flex min-w-0 scroll-mt-2 flex-col wide:col-start-2 wide:row-span-2 wide:row-start-2 wide:min-h-0"
    >
      <fieldset className="mx-auto mb-1 flex w-full max-w-[23rem] large:flex-col wide:max-w-none">
        <legend className="sr-only">{t.phone}</legend>
        {phoneNames.map((name) => (
          <WhichPhone key={name} {...props} name={name} />
        ))}
      </fieldset>
      <div className="relative mx-auto flex w-full max-w-[23rem] flex-1 flex-col wide:mx-0 wide:min-h-0 wide:max-w-none">
        {card !== undefined && (
          <div className="absolute top-[-2.5rem] left-1/2 w-72 -translate-x-1/2 wide:top-16 wide:left-[-4.5rem] wide:translate-x-0">
            {card}
          </div>
        )}
        {phoneNames.map((name) => (
          <PhoneBody key={name} {...props} name={name} />
        ))}
        <div className="flex flex-row flex-wrap items-center justify-center gap-x-3 pt-1 wide:absolute wide:top-0 wide:left-[24rem] wide:w-24 wide:flex-col wide:items-stretch wide:pt-0">
          <WhereTo
            label={street.wherePhone}
            places={props.places}
            onPut={async (machine) => desk.holdPhone(inHand, machine)}
          />
          <OpenLarge {...props} />
        </div>
      </div>
    </section>
  )
}

/** Places of those that are not in the hand: small, beside the one that is. */
const beside = ['wide:top-36', 'wide:top-80'] as const

/** A frame keeps its place in the page, whichever phone is in the hand: moved, it would begin anew. */
function PhoneBody(props: PhonesProps & { readonly name: PhoneName }) {
  const t = useTexts(texts)
  const { desk, name, marked } = props
  const { inHand, states, take } = desk.phones
  const state = states[name]
  const front = inHand === name
  const over = front && props.over === 'phone'
  const screen = state.opened ? (
    <PhoneScreen key={`${name} ${state.visit}`} {...props} name={name} state={state} />
  ) : (
    <span className="flex flex-1 items-center justify-center">
      <Drawing name={`phone-empty-${platformOf(name)}`} size="large" />
    </span>
  )
  const others = phoneNames.filter((one) => one !== inHand)
  return (
    <div
      {...(front && { 'data-drop': 'phone', 'data-testid': 'phone' })}
      className={
        front
          ? `relative z-10 h-[42rem] wide:absolute wide:inset-y-0 wide:left-0 wide:h-auto wide:w-[23rem] ${over ? 'rounded-[2.75rem] outline-4 outline-offset-4 outline-accent' : ''}`
          : `hidden wide:absolute wide:left-[24rem] wide:block wide:h-[38rem] wide:w-[23rem] wide:origin-top-left wide:scale-[0.26] large:hidden ${beside[others.indexOf(name)] ?? ''}`
      }
    >
      {front && marked && <Mark at="bottom" />}
      {over && (
        <p className="pointer-events-none absolute inset-x-6 top-10 z-20 rounded-full bg-accent px-3 py-1 text-center text-sm font-bold text-on-accent">
          {t.dropHere}
        </p>
      )}
      {front && <Banner desk={desk} name={name} />}
      <div inert={!front} className="size-full">
        <PhoneFrame camera={cameras[platformOf(name)]}>{screen}</PhoneFrame>
      </div>
      {!front && (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          title={t.takeInHand(t.phonesInText[name])}
          onClick={() => take(name)}
          className="absolute inset-0 cursor-pointer rounded-[2.75rem]"
        />
      )}
    </div>
  )
}

/** The same phone, in a window of its own; on a real handset only where it can be reached from there. */
function OpenLarge({ desk, origins, readers }: PhonesProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { inHand } = desk.phones
  return (
    <a
      href={phoneAddress(inHand, { origins, reader: readers[inHand], language, pace: desk.pace })}
      target="_blank"
      rel="noreferrer"
      aria-label={t.openLargeOf(t.phonesInText[inHand])}
      className="quiet-link flex min-h-11 items-center gap-1 text-sm"
    >
      <Icon name="external" size="sign" /> {t.openLarge}
    </a>
  )
}

const holderOf = (cards: readonly CardView[], { holder }: PhoneState) =>
  cards.find(({ id }) => id === holder)?.face.name.replace('\u3000', ' ')

const toMachines = (name: DropName) => name !== 'phone'

/** A phone by name and state: pressed, it is taken in the hand; dragged onto a machine, it is held there. */
function WhichPhone({
  desk,
  markedOther: marked,
  name,
  onOver,
}: PhonesProps & { readonly name: PhoneName }) {
  const t = useTexts(texts)
  const { inHand, states, take } = desk.phones
  const state = states[name]
  const rings = inHand !== name && state.banner !== undefined
  const hand = useHand({
    accepts: toMachines,
    onOver,
    onDrop: (on) => {
      if (on !== undefined && on !== 'phone') desk.holdPhone(name, on)
    },
  })
  const stateText = () => {
    const conditions = t.conditions[platformOf(name)]
    const holder = holderOf(desk.cards, state)
    if (holder === undefined) return state.news?.begun === true ? conditions.unfinished : t.empty
    return `${holder} ${state.news ? conditions[state.news.condition] : ''}`
  }
  return (
    <label
      {...hand.props}
      style={hand.style}
      className={`relative flex min-h-12 min-w-0 flex-1 touch-none flex-col items-center justify-center border border-edge bg-ground px-1 text-sm leading-tight select-none first-of-type:rounded-l-8 last-of-type:rounded-r-8 large:rounded-8 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-4 ${hand.held === undefined ? 'cursor-pointer' : 'z-50 cursor-grabbing'}`}
    >
      <input
        type="radio"
        name="phone"
        className="sr-only"
        checked={inHand === name}
        onChange={() => take(name)}
      />
      {marked === name && <Mark at="above" />}
      <span className={inHand === name ? 'font-bold' : ''}>{t.phones[name]}</span>
      {rings ? (
        <Rings name={name} holder={holderOf(desk.cards, state)} />
      ) : (
        <span className="max-w-full truncate text-xs text-ink-soft">{stateText()}</span>
      )}
    </label>
  )
}

/** A notice has come on a phone that is not in the hand: its banner is seen once it is taken. */
function Rings({ name, holder }: { name: PhoneName; holder: string | undefined }) {
  const t = useTexts(texts)
  return (
    <span
      role="status"
      aria-label={t.banner(t.phonesInText[name])}
      className="flex max-w-full items-center gap-0.5 text-xs font-bold text-accent"
    >
      {holder !== undefined && <span className="truncate font-normal text-ink-soft">{holder}</span>}
      <Icon name="notice" size="sign" />
      {t.rings}
    </span>
  )
}

/** Seconds. The notice itself stays in the app. */
const bannerTime = 8

/** A push as the phone's system shows it, over whatever is on the screen. */
function Banner({ desk, name }: { desk: DeskState; name: PhoneName }) {
  const t = useTexts(texts)
  const { phones } = desk
  const { banner } = phones.states[name]
  const close = useRef(phones.closeBanner)
  close.current = phones.closeBanner
  useEffect(() => {
    if (banner === undefined) return undefined
    const timer = setTimeout(() => close.current(name), bannerTime * 1000)
    return () => clearTimeout(timer)
  }, [name, banner])
  if (banner === undefined) return null
  return (
    <section
      role="status"
      aria-label={t.banner(t.phonesInText[name])}
      className="arriving absolute inset-x-4 top-9 z-20 flex flex-col gap-1 rounded-12 border border-line bg-ground p-3 text-sm shadow-3"
    >
      <p className="flex items-center gap-1 text-xs text-ink-soft">
        <Icon name="notice" size="sign" /> {t.banner(t.phonesInText[name])}
      </p>
      <p className="font-bold" lang="ja">
        {banner.title}
      </p>
      <p className="flex gap-2">
        <Button look="small" onPress={() => phones.openBanner(name)}>
          {t.openBanner}
        </Button>
        <Button look="small" onPress={() => phones.closeBanner(name)}>
          {t.closeBanner}
        </Button>
      </p>
    </section>
  )
}

function PhoneScreen(props: {
  readonly desk: DeskState
  readonly origins: Origins
  readonly readers: ReadersOfPhones
  readonly name: PhoneName
  readonly state: PhoneState
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const { desk, origins, readers, name, state } = props
  const [address] = useState(() =>
    phoneAddress(name, { origins, reader: readers[name], language, pace: desk.pace }, state.path),
  )
  const front = desk.phones.inHand === name
  return (
    <iframe
      ref={desk.phones.frame(name)}
      title={front ? t.phoneFrame : t.otherFrame(t.phonesInText[name])}
      src={address}
      aria-hidden={!front}
      // 1-A③: a finger or a face, asked for inside a frame of another origin (WebAuthn Level 3 §5.10). 3-C ④: the camera.
      allow="publickey-credentials-create; publickey-credentials-get; camera"
      className="w-full flex-1 bg-ground"
    />
  )
}
