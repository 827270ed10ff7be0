/** The app and its present place. Procedures are loaded when they are opened (places.ts); this file has the first screen. */
import type { NoticeView } from '@kazashi/phone'
import { AboveScreen, Button, Screen, useLanguage, useTexts } from '@kazashi/ui'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Banners } from './banners.tsx'
import { Fault } from './faults/fault.tsx'
import { type Refusal, refusalOf } from './faults/refusal.ts'
import type { Frame } from './frame.ts'
import { Help } from './help/screen.tsx'
import { Home } from './home/screen.tsx'
import { UnreadNotices, useUnread } from './home/unread.ts'
import { offeredUpdate, subscribeUpdate } from './installed/versions.ts'
import { Loss } from './loss/screen.tsx'
import { Menu } from './menu/screen.tsx'
import { NewPhone } from './new-phone/screen.tsx'
import { askedByAddress, isResting, type NoticePlace, placeToOpen } from './open-place.ts'
import { rememberedPlace, rememberPlace, useBackButton } from './opening/back-button.ts'
import { LoadedPlace, LoadingPlace } from './opening/loaded-place.tsx'
import type { SandboxClock } from './phone/clock.ts'
import type { DeskLine } from './phone/desk-line.ts'
import type { Device } from './phone/device.ts'
import type { Network } from './phone/network.ts'
import { mayGoOn, type PhoneSummary } from './phone/phone-summary.ts'
import type { DeviceDescription } from './phone/platform.ts'
import type { Go, PlaceName } from './place-name.ts'
import { iphonePlaces, places } from './places.ts'
import { type Section, sectionOfPlace } from './sections/sections.ts'
import { Status } from './status/screen.tsx'
import { closedTexts } from './texts.ts'

export interface AppProps {
  readonly description: DeviceDescription
  /** The phone's summary from its last opening. */
  readonly kept: PhoneSummary
  /** The phone itself, which takes a moment to open. */
  readonly opening: Promise<Device>
  readonly clock: SandboxClock
  readonly network: Network
  /** To the desk that shows this phone in a frame. */
  readonly line: DeskLine
}

/** `/login?request=URL`, `/present?request_uri=URL`, and `/?open=hold` of a desk, are places by their address; others come back by a reload only. */
function firstPlace(): PlaceName {
  const { pathname, searchParams } = new URL(location.href)
  if (pathname === '/login' && searchParams.has('request')) return 'login'
  if (pathname === '/present' && searchParams.has('request_uri')) return 'present'
  if (searchParams.get('open') === 'hold') return 'hold'
  return rememberedPlace() ?? 'home'
}

function useDevice(opening: Promise<Device>): Device | Refusal | undefined {
  const [device, setDevice] = useState<Device | Refusal>()
  useEffect(() => {
    opening.then(setDevice, (thrown: unknown) => setDevice(refusalOf(thrown)))
  }, [opening])
  return device
}

const none: readonly NoticeView[] = []
const nobody = () => () => undefined

export function App({ description, kept, opening, clock, network, line }: AppProps) {
  const [place, setPlace] = useState(firstPlace)
  const [helping, setHelping] = useState<'help' | 'loss'>()
  const [section, setSection] = useState<Section>()
  const [visit, setVisit] = useState(0)
  const [asks, setAsks] = useState(false)
  /** Where 「< 戻る」 of a first screen leads. */
  const [openedFrom, setOpenedFrom] = useState<PlaceName>('home')
  // A page that is loaded anew loses nothing (2-C.nothing-lost).
  const [goesOn, setGoesOn] = useState(true)
  const [now, setNow] = useState(clock.now)
  const opened = useDevice(opening)
  const device = opened !== undefined && 'phone' in opened ? opened : undefined
  const summary = useSyncExternalStore(device?.subscribe ?? nobody, device?.summary ?? (() => kept))
  const notices = useSyncExternalStore(device?.subscribe ?? nobody, device?.notices ?? (() => none))
  useBackButton(helping === undefined ? place : 'help')
  const down = useSyncExternalStore(network.subscribe, network.isDown)
  const update = useSyncExternalStore(subscribeUpdate, offeredUpdate)
  useFreshness(device, down)
  useEffect(() => device && line.onClock(() => void device.refresh()), [device, line])
  const [newest] = notices
  const begun = mayGoOn(summary)
  useEffect(() => {
    const notice = newest?.shownAt === undefined ? newest : undefined
    line.tell({
      condition: summary.name,
      place,
      begun,
      asks,
      notice: notice && { id: notice.id, title: notice.title, text: notice.text },
    })
  }, [line, summary.name, place, begun, asks, newest])
  const shownPlace = helping === undefined ? place : 'help'
  useSeen(device, notices, shownPlace)
  const unread = useUnread(device, notices, shownPlace)
  const askedFor = useBackground(opened !== undefined, device)
  const go: Go = (next, how) => {
    if (next === 'help' || next === 'loss') {
      setHelping(next)
      setSection(undefined)
      // Opening hours are judged by the sandbox's present time.
      setNow(clock.now())
      void clock.sync().then(() => setNow(clock.now()))
      if (place === 'home') rememberPlace('menu')
      return
    }
    setHelping(undefined)
    // A procedure that leads on to another one leaves to where the first was opened.
    if (isResting(place)) setOpenedFrom(place)
    setGoesOn(how === 'goes-on')
    rememberPlace(next)
    setPlace(next)
    setVisit((before) => before + 1)
  }
  useEffect(() => {
    if (askedFor === undefined) return
    const { platform } = description
    const next = placeToOpen(askedFor.open, { place, condition: summary.name, platform })
    askedFor.done()
    if (next !== undefined) go(next)
  })
  const home = () => go('home')
  const leave = () => go(openedFrom === place ? 'home' : openedFrom)
  const helpOf = (about: Section | undefined) => {
    go('help')
    setSection(about)
  }
  const frame: Frame = {
    onHelp: () => helpOf(sectionOfPlace[place]?.[description.platform]),
    onHelpOf: helpOf,
    onHome: home,
    onLeave: leave,
    onMenu: () => go('menu'),
  }
  const leaveHelp = () => {
    setHelping(undefined)
    rememberPlace(place)
  }
  const screen = () => {
    const { platform } = description
    const loader = (platform === 'iphone' ? iphonePlaces[place] : undefined) ?? places[place]
    if (loader !== undefined) {
      if (opened === undefined) return <LoadingPlace frame={frame} />
      if (device === undefined) return <Closed refusal={refusalOf(opened)} />
      return (
        <LoadedPlace
          key={visit}
          loader={loader}
          place={{ device, frame, go, goesOn, onAsks: setAsks }}
        />
      )
    }
    switch (place) {
      case 'menu':
        return <Menu summary={summary} frame={{ ...frame, onBack: home }} go={go} />
      case 'status':
        return <Status summary={summary} frame={{ ...frame, onBack: leave }} go={go} />
      case 'new-phone':
        return <NewPhone platform={platform} frame={{ ...frame, onBack: leave }} go={go} />
      default:
        return (
          <Home
            summary={summary}
            go={go}
            closed={opened !== undefined && device === undefined ? refusalOf(opened) : undefined}
          />
        )
    }
  }
  const inMenu = (place === 'home' || place === 'menu') && helping === undefined
  const banners = (
    <Banners down={down} resting={isResting(place)} onUpdate={inMenu ? update : undefined} />
  )
  return (
    <AboveScreen value={banners}>
      {helping === 'help' && (
        <Help
          now={now}
          platform={description.platform}
          section={section}
          onBack={leaveHelp}
          onLoss={() => go('loss')}
        />
      )}
      {helping === 'loss' && (
        <Loss now={now} summary={summary} frame={{ ...frame, onBack: leaveHelp }} go={go} />
      )}
      {/* Help lies over a procedure, which stays open below. */}
      <div hidden={helping !== undefined}>
        <UnreadNotices value={unread}>{screen()}</UnreadNotices>
      </div>
    </AboveScreen>
  )
}

/** Milliseconds until the network is checked again. */
const lookAgainAfter = 5_000

/** Asks the authority again whenever the app comes to the front or the network is back. */
function useFreshness(device: Device | undefined, down: boolean) {
  useEffect(() => {
    if (device === undefined || !down) return undefined
    const every = setInterval(() => void device.syncClock(), lookAgainAfter)
    return () => clearInterval(every)
  }, [device, down])
  useEffect(() => {
    if (device === undefined) return undefined
    const refresh = () => {
      if (document.visibilityState === 'visible') void device.refresh()
    }
    document.addEventListener('visibilitychange', refresh)
    window.addEventListener('online', refresh)
    return () => {
      document.removeEventListener('visibilitychange', refresh)
      window.removeEventListener('online', refresh)
    }
  }, [device])
}

/** Places that show the contents of the notices: opening one counts as having seen them. */
const tellingPlaces: readonly PlaceName[] = ['home', 'status', 'notices']

function useSeen(device: Device | undefined, notices: readonly NoticeView[], place: PlaceName) {
  useEffect(() => {
    if (device === undefined || notices.length === 0 || !tellingPlaces.includes(place)) return
    if (document.visibilityState !== 'visible') return
    void Promise.all([import('./push/subscription.ts'), device.markSeen()])
      .then(([{ closeNotifications }, seen]) => closeNotifications(device, seen))
      .catch(() => undefined)
  }, [device, notices, place])
}

interface AskedFor {
  readonly open: NoticePlace
  readonly done: () => void
}

/**
 * The service worker and push, once the phone is open: neither is needed for the first screen.
 * @returns the place that a notification leads to, once the authority has given the present state
 */
function useBackground(ready: boolean, device: Device | undefined): AskedFor | undefined {
  const { language } = useLanguage()
  const [open, setOpen] = useState(askedByAddress)
  const [asked, setAsked] = useState(false)
  const current = useRef(device)
  current.current = device
  useEffect(() => {
    if (!ready) return
    const renew = () => {
      if (current.current !== undefined) void renewPush(current.current)
    }
    void import('./installed/registration.ts').then(({ startWorker }) =>
      startWorker((message) => {
        if (message.type === 'kazashi-subscription') return renew()
        if (message.type === 'kazashi-open') {
          setAsked(false)
          setOpen(message.open)
        }
        void current.current?.refresh()
      }),
    )
  }, [ready])
  // biome-ignore lint/correctness/useExhaustiveDependencies: pushes come in the language that is shown
  useEffect(() => {
    if (device !== undefined) void renewPush(device)
  }, [device, language])
  useEffect(() => {
    if (device === undefined || open === undefined || asked) return
    void device.refresh().then(() => setAsked(true))
  }, [device, open, asked])
  if (open === undefined || !asked) return undefined
  return { open, done: () => setOpen(undefined) }
}

async function renewPush(device: Device): Promise<void> {
  try {
    const push = await import('./push/subscription.ts')
    await push.renewPush(device)
  } catch {
    // Notices come by the stream then; the notices screen says so.
  }
}

/** The app could not be opened, with the reason. @param props.onAgain tries again */
export function Closed({ refusal, onAgain }: { refusal: Refusal; onAgain?: () => void }) {
  const t = useTexts(closedTexts)
  return (
    <Screen
      title={t.title}
      actions={onAgain !== undefined && <Button onPress={onAgain}>{t.again}</Button>}
    >
      <Fault refusal={refusal} />
    </Screen>
  )
}
