/** The desk: a person's card and paper on the left, the phone in the middle, the computer and the list of events on the right. */
import { type PhonePlatform, phonePlatforms } from '@kazashi/lifecycle'
import {
  Button,
  LanguageSwitch,
  SandboxBanner,
  SecretSlip,
  Spinner,
  tellLanguage,
  useLanguage,
  useTexts,
} from '@kazashi/ui'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import {
  type Box,
  type CardView,
  DeskError,
  type Origins,
  type ReaderView,
  type Refusal,
} from './box.ts'
import { CardFace } from './card-face.tsx'
import { clockText, nextMorning, oneHourLater } from './clock.ts'
import { Hand } from './hand.tsx'
import { Happenings, useHappenings } from './happenings.tsx'
import { usePortalCode } from './portal-code.ts'
import { type KeptSeat, keepChoice } from './seat.ts'
import { texts } from './texts.ts'

export interface Things {
  readonly origins: Origins
  readonly box: Box
  readonly reader: ReaderView
  readonly cards: readonly CardView[]
  /** As it was when the page was closed. */
  readonly kept: KeptSeat
}

/** What went wrong, in the server's words where it could be asked. */
type Trouble = Pick<Refusal, 'title' | 'next'> | 'unknown'

export function Desk({ origins, box, reader, cards: atFirst, kept }: Things) {
  const t = useTexts(texts)
  const [cards, setCards] = useState(atFirst)
  const [chosen, setChosen] = useState(firstPerson(atFirst, reader, kept))
  const [onPhone, setOnPhone] = useState(reader.cardId !== null)
  const [over, setOver] = useState(false)
  const [trouble, setTrouble] = useState<Trouble>()
  const [making, setMaking] = useState(false)
  const phone = useRef<HTMLDivElement>(null)
  const portalFrame = useRef<HTMLIFrameElement>(null)
  const phoneFrame = useRef<HTMLIFrameElement>(null)
  const happenings = useHappenings(reader.log)
  const code = usePortalCode(origins, portalFrame)
  const shown = usePhone(code.opened, kept)
  const card = cards.find(({ id }) => id === chosen)

  const trying = useCallback((work: () => Promise<void>) => {
    setTrouble(undefined)
    work().catch((error: unknown) =>
      setTrouble((error instanceof DeskError ? error.refusal : undefined) ?? 'unknown'),
    )
  }, [])
  const move = (to: boolean) => {
    if (card === undefined || to === onPhone) return
    trying(async () => {
      await (to ? box.putCard(reader, card.id) : box.takeCard(reader))
      setOnPhone(to)
    })
  }
  const addPerson = useCallback(() => {
    setMaking(true)
    trying(async () => {
      try {
        const made = await box.newCard()
        setCards((before) => [...before, made])
        setChosen(made.id)
        keepChoice({ person: made.id })
      } finally {
        setMaking(false)
      }
    })
  }, [box, trying])
  const choose = (id: string) => {
    if (id === chosen) return
    trying(async () => {
      if (onPhone) await box.takeCard(reader)
      setOnPhone(false)
      setChosen(id)
      keepChoice({ person: id })
    })
  }
  const { language } = useLanguage()
  const [portalAddress] = useState(`${origins.portal}/#lang=${language}`)
  const first = useRef(atFirst.length === 0)
  useEffect(() => {
    if (!first.current) return
    first.current = false // a desk without a person gets one, once
    addPerson()
  }, [addPerson])
  useTellLanguage(origins, [
    [phoneFrame, origins.app],
    [portalFrame, origins.portal],
  ])

  const held = card !== undefined && (
    <Hand target={phone} onOver={setOver} onDrop={move}>
      <CardFace card={card} />
    </Hand>
  )
  return (
    <div className="flex min-h-dvh flex-col bg-surface text-ink lg:h-dvh lg:min-h-[46rem]">
      <SandboxBanner />
      <header className="flex flex-wrap items-center gap-x-5 gap-y-0 border-b border-line bg-ground px-3 py-1 lg:px-4">
        <h1 className="mr-auto text-xl xl:mr-0">
          かざし <span lang="en">Kazashi</span>
        </h1>
        <p className="hidden text-ink-soft xl:block">{t.lead}</p>
        <div className="order-last flex w-full flex-wrap items-center gap-2 text-sm lg:text-base lg:order-none lg:ml-auto lg:w-auto">
          <Clock box={box} trying={trying} />
        </div>
        <LanguageSwitch />
      </header>
      <main className="mx-auto grid w-full max-w-[100rem] flex-1 gap-4 p-4 lg:min-h-0 lg:grid-cols-[17.5rem_24rem_minmax(0,1fr)] lg:gap-6 lg:py-3">
        <section aria-label={t.card} className="flex min-w-0 flex-col gap-3 lg:overflow-visible">
          <People cards={cards} chosen={chosen} onChoose={choose} onAdd={addPerson} />
          <h2 className="text-sm">
            {t.card} <span className="font-normal text-ink-soft">{t.grab}</span>
          </h2>
          <div className="mx-auto aspect-[85.6/54] w-full max-w-64 lg:max-w-80">
            {making ? (
              <Slot>
                <Spinner /> {t.making}
              </Slot>
            ) : (
              (onPhone && <Slot>{t.slot}</Slot>) || held
            )}
          </div>
          <Button look={onPhone ? 'second' : 'main'} onPress={() => move(!onPhone)}>
            {onPhone ? t.take : t.hold}
          </Button>
          <p role="status" className="sr-only">
            {onPhone ? t.held : t.away}
          </p>
          {trouble !== undefined && (
            <p role="alert" className="font-bold text-bad">
              ✕ {trouble === 'unknown' ? t.failed : `${trouble.title} ${trouble.next}`}
            </p>
          )}
          {card !== undefined && (
            <SecretSlip
              values={[
                card.slip.signingPassword,
                card.slip.authenticationPin,
                card.slip.residentRegisterPin,
                card.slip.cardDataPin,
              ]}
            />
          )}
        </section>

        <section aria-label={t.phone} className="flex min-w-0 flex-col">
          <WhichPhone platform={shown.platform} onChoose={shown.choose} />
          <div className="relative mx-auto flex w-full max-w-[23rem] flex-1 flex-col">
            {onPhone && (
              <div className="absolute top-[-2.5rem] left-1/2 w-72 -translate-x-1/2 lg:top-16 lg:left-[-4.5rem] lg:translate-x-0">
                {held}
              </div>
            )}
            <div
              ref={phone}
              data-testid="phone"
              className={`relative z-10 flex h-[42rem] flex-col rounded-[2.25rem] bg-[#1a1a1a] p-2.5 shadow-3 dark:outline-1 dark:outline-edge lg:h-auto lg:flex-1 ${over ? 'outline-4 outline-offset-4 outline-accent' : ''}`}
            >
              {over && (
                <p className="pointer-events-none absolute inset-x-6 top-10 z-20 rounded-full bg-accent px-3 py-1 text-center text-sm font-bold text-on-accent">
                  {t.dropHere}
                </p>
              )}
              <PhoneFrame
                origins={origins}
                reader={reader}
                opened={shown.opened}
                platform={shown.platform}
                place={phoneFrame}
              />
            </div>
          </div>
        </section>

        <div className="flex min-w-0 flex-col gap-3 lg:min-h-0">
          <section aria-label={t.screen} className="flex min-h-0 flex-col lg:flex-[2]">
            <div className="mb-2 flex min-h-11 flex-wrap items-center justify-between gap-2">
              <h2 className="text-sm">{t.screen}</h2>
              {code.shown !== undefined && (
                <Button look="call" onPress={code.open}>
                  {t.scan}
                </Button>
              )}
            </div>
            <div className="flex h-[34rem] flex-col overflow-hidden rounded-12 border-2 border-edge lg:h-auto lg:min-h-0 lg:flex-1">
              <p className="bg-line px-3 py-0.5 font-mono text-xs">{origins.portal}</p>
              <iframe
                ref={portalFrame}
                title={t.portalFrame}
                src={portalAddress}
                className="w-full flex-1 bg-ground"
              />
            </div>
          </section>
          <Happenings happenings={happenings} />
        </div>
      </main>
    </div>
  )
}

/** The person whose card is held to the phone, else the one chosen last. */
const firstPerson = (cards: readonly CardView[], { cardId }: ReaderView, { person }: KeptSeat) =>
  (cards.find(({ id }) => id === cardId) ?? cards.find(({ id }) => id === person) ?? cards[0])?.id

function Slot({ children }: { children: React.ReactNode }) {
  return (
    <p className="flex h-full items-center justify-center gap-2 rounded-12 border-2 border-dashed border-edge px-4 text-center text-sm text-ink-soft lg:pr-16">
      {children}
    </p>
  )
}

function People(props: {
  cards: readonly CardView[]
  chosen: string | undefined
  onChoose: (id: string) => void
  onAdd: () => void
}) {
  const t = useTexts(texts)
  return (
    <div className="flex items-center gap-2">
      <label className="flex min-w-0 flex-1 items-center gap-2 text-sm font-bold">
        {t.people}
        <select
          value={props.chosen ?? ''}
          onChange={(event) => props.onChoose(event.target.value)}
          className="min-h-11 min-w-0 flex-1 rounded-8 border border-edge bg-ground px-2 text-base font-normal"
        >
          {props.cards.map(({ id, face }) => (
            <option key={id} value={id}>
              {face.name}
            </option>
          ))}
        </select>
      </label>
      <Button look="small" label={t.newPerson} onPress={props.onAdd}>
        ＋
      </Button>
    </div>
  )
}

/** Seconds between two looks at the sandbox's clock. */
const clockEvery = 5

function Clock({ box, trying }: { box: Box; trying: (work: () => Promise<void>) => void }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [now, setNow] = useState<Date>()
  useEffect(() => {
    const look = () =>
      box.clock().then(
        (clock) => setNow(new Date(clock.now)),
        () => undefined, // the next look may find it again
      )
    void look()
    const every = setInterval(look, clockEvery * 1000)
    return () => clearInterval(every)
  }, [box])
  const moveTo = (to: (from: Date) => Date) =>
    trying(async () => {
      const { now: before } = await box.clock()
      const after = await box.setClock({ now: to(new Date(before)).toISOString() })
      setNow(new Date(after.now))
    })
  return (
    <>
      <p className="mr-auto">
        <span className="sr-only lg:not-sr-only">{t.time}</span>{' '}
        <b data-testid="clock" className="tabular-nums">
          {now === undefined ? '' : clockText(now, language)}
        </b>
      </p>
      <Button look="small" onPress={() => moveTo(oneHourLater)}>
        {t.plusHour}
      </Button>
      <Button look="small" onPress={() => moveTo(nextMorning)}>
        {t.nextMorning}
      </Button>
    </>
  )
}

type Opened = { readonly url: string; readonly times: number } | undefined

/** Two phones of one person, one of them in the hand. A code read with one is not opened again on the other. */
function usePhone(opened: Opened, kept: KeptSeat) {
  const [platform, setPlatform] = useState<PhonePlatform>(
    kept.phone === 'iphone' ? 'iphone' : 'android',
  )
  const [openedBefore, setOpenedBefore] = useState(0)
  return {
    platform,
    opened: opened !== undefined && opened.times > openedBefore ? opened : undefined,
    choose: (chosen: PhonePlatform) => {
      setOpenedBefore(opened?.times ?? 0)
      setPlatform(chosen)
      keepChoice({ phone: chosen })
    },
  }
}

function WhichPhone(props: {
  platform: PhonePlatform
  onChoose: (platform: PhonePlatform) => void
}) {
  const t = useTexts(texts)
  return (
    <fieldset className="mb-1 flex justify-center">
      <legend className="sr-only">{t.phone}</legend>
      {phonePlatforms.map((platform) => (
        <label
          key={platform}
          className="flex min-h-11 min-w-28 cursor-pointer items-center justify-center border border-edge bg-ground px-3 text-sm first-of-type:rounded-l-8 last-of-type:rounded-r-8 has-checked:border-accent has-checked:bg-accent-soft has-checked:font-bold has-checked:text-accent has-focus-visible:outline-4"
        >
          <input
            type="radio"
            name="platform"
            className="sr-only"
            checked={props.platform === platform}
            onChange={() => props.onChoose(platform)}
          />
          <span aria-hidden="true">{props.platform === platform ? '✓\u00a0' : ''}</span>
          {t.platforms[platform]}
        </label>
      ))}
    </fieldset>
  )
}

function PhoneFrame(props: {
  origins: Origins
  reader: ReaderView
  platform: PhonePlatform
  /** The text of the QR code read last, and how many were read. */
  opened: Opened
  place: RefObject<HTMLIFrameElement | null>
}) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const [firstLanguage] = useState(language)
  const { opened, origins, reader, platform } = props
  const fragment = new URLSearchParams({ reader: reader.url, lang: firstLanguage })
  if (platform === 'iphone') {
    fragment.set('platform', platform)
    fragment.set('phone', platform)
  }
  return (
    <iframe
      key={`${platform} ${opened?.times ?? 0}`}
      ref={props.place}
      title={t.phoneFrame}
      src={`${opened?.url ?? `${origins.app}/`}#${fragment}`}
      // 1-A③: a finger or a face, asked for inside a frame of another origin (WebAuthn Level 3 §5.10).
      allow="publickey-credentials-create; publickey-credentials-get"
      className="w-full flex-1 rounded-[1.75rem] bg-ground"
    />
  )
}

/** The frames show the desk's language. */
function useTellLanguage(
  origins: Origins,
  frames: readonly (readonly [RefObject<HTMLIFrameElement | null>, string])[],
): void {
  const { language } = useLanguage()
  const told = useRef(frames)
  const before = useRef(language)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the frames stay the same, the language changes
  useEffect(() => {
    if (before.current === language) return // a frame that opens gets it from its address
    before.current = language
    for (const [frame, origin] of told.current) {
      const target = frame.current?.contentWindow
      if (target) tellLanguage(target, origin, language)
    }
  }, [language, origins])
}
