/** The phones: whose each is, the one in the hand with its screen, and a notice that has just come: a banner there, a sign at another. */
import { Button, Icon, PhoneFrame, useLanguage, useTexts } from '@kazashi/ui'
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { CardView, Origins } from './box.ts'
import { Mark } from './lead-bar.tsx'
import { narrowPlaces } from './narrow-bar.tsx'
import { type PhoneName, phoneFragment, phoneNames, platformOf } from './phones.ts'
import type { PortalCode } from './portal-code.ts'
import { texts } from './texts.ts'
import type { DeskState, ReadersOfPhones } from './use-desk.ts'
import type { PhoneState } from './use-phones.ts'

/** Corners and camera tell the kinds apart. */
const cameras = { android: 'hole', iphone: 'island' } as const

export function PhonesView(props: {
  readonly desk: DeskState
  readonly origins: Origins
  readonly readers: ReadersOfPhones
  readonly code: PortalCode
  readonly marked: boolean
  /** The phone in whose place in the row the mark stands. */
  readonly markedOther: PhoneName | undefined
  readonly over: boolean
  readonly place: RefObject<HTMLDivElement | null>
  /** The card, where it is held to the phone in the hand. */
  readonly card: ReactNode
}) {
  const t = useTexts(texts)
  const { desk, place, card, over, marked } = props
  const { phones } = desk
  const { inHand, states } = phones
  return (
    <section
      aria-label={t.phone}
      id={narrowPlaces.phone}
      className="scroll-mt-2 flex min-w-0 flex-col wide:col-start-2 wide:row-span-2 wide:row-start-2 wide:min-h-0"
    >
      <WhichPhone desk={desk} marked={props.markedOther} />
      <div className="relative mx-auto flex w-full max-w-[23rem] flex-1 flex-col">
        {card !== undefined && (
          <div className="absolute top-[-2.5rem] left-1/2 w-72 -translate-x-1/2 wide:top-16 wide:left-[-4.5rem] wide:translate-x-0">
            {card}
          </div>
        )}
        <div
          ref={place}
          data-testid="phone"
          className={`relative z-10 h-[42rem] wide:h-auto wide:min-h-0 wide:flex-1 ${over ? 'rounded-[2.75rem] outline-4 outline-offset-4 outline-accent' : ''}`}
        >
          {marked && <Mark at="bottom" />}
          {over && (
            <p className="pointer-events-none absolute inset-x-6 top-10 z-20 rounded-full bg-accent px-3 py-1 text-center text-sm font-bold text-on-accent">
              {t.dropHere}
            </p>
          )}
          <Banner desk={desk} name={inHand} key={inHand} />
          <PhoneFrame camera={cameras[platformOf(inHand)]}>
            {phoneNames.map(
              (name) =>
                states[name].opened && (
                  <PhoneScreen
                    key={`${name} ${states[name].visit}`}
                    {...props}
                    name={name}
                    state={states[name]}
                  />
                ),
            )}
          </PhoneFrame>
        </div>
      </div>
    </section>
  )
}

const holderOf = (cards: readonly CardView[], { holder }: PhoneState) =>
  cards.find(({ id }) => id === holder)?.face.name.replace('\u3000', ' ')

function WhichPhone({ desk, marked }: { desk: DeskState; marked: PhoneName | undefined }) {
  const t = useTexts(texts)
  const { inHand, states, take } = desk.phones
  const stateText = (name: PhoneName, state: PhoneState) => {
    const conditions = t.conditions[platformOf(name)]
    const holder = holderOf(desk.cards, state)
    if (holder === undefined) return state.news?.begun === true ? conditions.unfinished : t.empty
    return `${holder} ${state.news ? conditions[state.news.condition] : ''}`
  }
  return (
    <fieldset className="mx-auto mb-1 flex w-full max-w-[23rem] large:flex-col">
      <legend className="sr-only">{t.phone}</legend>
      {phoneNames.map((name) => {
        const state = states[name]
        const rings = inHand !== name && state.banner !== undefined
        return (
          <label
            key={name}
            className="relative flex min-h-12 min-w-0 flex-1 cursor-pointer flex-col items-center justify-center border border-edge bg-ground px-1 text-sm leading-tight first-of-type:rounded-l-8 last-of-type:rounded-r-8 large:rounded-8 has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-4"
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
              <span className="max-w-full truncate text-xs text-ink-soft">
                {stateText(name, state)}
              </span>
            )}
          </label>
        )
      })}
    </fieldset>
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
  const [fragment] = useState(() =>
    new URLSearchParams({
      reader: readers[name].url,
      lang: language,
      pace: desk.pace,
      ...phoneFragment(name),
    }).toString(),
  )
  const front = desk.phones.inHand === name
  return (
    <iframe
      ref={desk.phones.frame(name)}
      title={front ? t.phoneFrame : t.otherFrame(t.phonesInText[name])}
      src={`${new URL(state.path, origins.app).href}#${fragment}`}
      hidden={!front}
      // 1-A③: a finger or a face, asked for inside a frame of another origin (WebAuthn Level 3 §5.10).
      allow="publickey-credentials-create; publickey-credentials-get"
      className={`w-full flex-1 bg-ground ${front ? '' : 'hidden'}`}
    />
  )
}
