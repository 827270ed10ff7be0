/** This phone as the procedures know it: its record, the authority, the reader, and the events it waits for. */
import { authorityPort } from '@kazashi/authority/api'
import { connectReader, type RemoteReader } from '@kazashi/card'
import { errorClass } from '@kazashi/errors'
import type { Pace } from '@kazashi/lifecycle'
import {
  type AuthorityPort,
  type NoticeView,
  openPhone,
  type Phone,
  PhoneError,
  refreshFromAuthority,
  status,
} from '@kazashi/phone'
import { withStreamPlace } from '@kazashi/ui'
import type { SandboxClock } from './clock.ts'
import { keepSummary, type PhoneDatabase } from './database.ts'
import type { Network } from './network.ts'
import { type PhoneSummary, summaryOf } from './phone-summary.ts'
import type { DeviceDescription } from './platform.ts'
import { type Recognition, recognitionOf } from './recognition.ts'
import type { Settings } from './settings.ts'
import { indexedDbPhoneStore } from './store.ts'

/** A fault of the page's surroundings, with a code as all refusals have. */
export const deviceErrors = {
  READER_MISSING: { clause: '2-C', next: 'open-desk' },
  FACE_CHECK_MISSING: { clause: '3-C', next: 'use-card' },
  FACE_DIFFERS: { clause: '3-C', next: 'record-again' },
  STORE_BLOCKED: { clause: 'Indexed Database API 3.0 §5.7', next: 'close-others' },
} as const
export class DeviceError extends errorClass('DeviceError', deviceErrors) {}

export interface Device {
  /** Of its database: no two phones of one browser have the same. */
  readonly name: string
  readonly phone: Phone
  readonly description: DeviceDescription
  readonly authority: AuthorityPort
  readonly fetch: typeof globalThis.fetch
  readonly network: Network
  /** Of the holder, by a finger or a face. */
  readonly recognition: Recognition
  /** Of the reader named in the address; null: there is none. */
  readonly readerUrl: string | null
  /** Whether a card can be held at all: without, that is said before anything is asked. */
  readonly hasReader: boolean
  /** Whether a face can be checked: by practice alone so far, which an operating authority refuses (3-C). */
  readonly checksFace: boolean
  /** A connection to the reader named in the address. @throws {DeviceError} READER_MISSING */
  reader(): Promise<RemoteReader>
  /** Asks for the sandbox's time: every party follows its clock. */
  syncClock(): Promise<void>
  summary(): PhoneSummary
  notices(): readonly NoticeView[]
  /** The resident has seen the notices: no other channel shows them again. @returns ids of those not seen before */
  markSeen(): Promise<readonly string[]>
  subscribe(listener: () => void): () => void
  /** To be called after each procedure: reads the phone's state, and waits for coming notices. */
  look(): void
  /** Asks the authority for the present state; its last answer is kept where it cannot be asked. */
  refresh(): Promise<void>
}

export interface DeviceOptions {
  readonly settings: Settings
  readonly description: DeviceDescription
  readonly database: PhoneDatabase | undefined
  readonly clock: SandboxClock
  readonly network: Network
  readonly readerUrl: string | null
  /** Aborts when another window has the phone: this one asks nothing more. */
  readonly ended: AbortSignal
  readonly pace: () => Pace
}

/** Milliseconds until a lost connection to the authority is tried again: so notices are asked for where none can be pushed. */
const retryAfter = 3000

/** @throws {PhoneError} STORE_FAILED: the browser keeps nothing for this page */
export async function openDevice(options: DeviceOptions): Promise<Device> {
  const { settings, description, database, clock, network, readerUrl, pace, ended } = options
  const fetch = network.plain
  if (database === undefined) throw new PhoneError('STORE_FAILED')
  const { platform, model, osVersion } = description
  const phone = await openPhone({
    store: indexedDbPhoneStore(database),
    platform,
    model,
    osVersion,
    now: clock.now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  })
  void navigator.storage?.persist?.()
  const authority = authorityPort(settings.origins.authority, phone.deviceKey, network.watched, {
    now: phone.now,
    onTime: phone.authorityTime.learn,
    ...(settings.sandbox && { pace }), // it shortens the minutes of a sandbox
  })
  clock.onTime(phone.authorityTime.learn)

  const listeners = new Set<() => void>()
  let notices: readonly NoticeView[] = []
  let known = true
  const summarise = () =>
    summaryOf(status(phone), phone.record.credential?.told?.view.history ?? [], notices, known)
  let summary = summarise()
  const tell = () => {
    summary = summarise()
    void keepSummary(database, summary).catch(() => undefined)
    for (const listener of listeners) listener()
  }
  const hasNews = () =>
    phone.record.credential !== undefined || phone.record.application?.stage === 'applied'
  const ask = async () => {
    notices = (await authority.notices()).toReversed() // the last one sent comes first, whatever the clocks did
    const answered = await refreshFromAuthority(phone, authority)
    // The phone may have been reset meanwhile: what is not there any more is no stranger to anybody.
    known = answered.known || !hasNews()
    tell()
  }
  let watching = false
  const watch = async () => {
    if (watching) return
    watching = true
    while (hasNews() && !ended.aborted) {
      try {
        await ask()
        await withStreamPlace(async () => {
          for await (const _notice of authority.noticeStream(ended)) {
            await ask()
            if (!hasNews()) break
          }
        })
      } catch (thrown) {
        // Another window has the phone now; anything else is asked again after a while.
        if (thrown instanceof PhoneError && thrown.code === 'STORE_CONFLICT') return
      }
      await new Promise((again) => setTimeout(again, retryAfter))
    }
    watching = false
  }
  const look = () => {
    if (!hasNews()) known = true // there is nothing to ask about
    tell()
    if (watching && hasNews()) void ask().catch(() => undefined)
    else void watch()
  }
  const seen = new Set<string>()
  const markSeen = async () => {
    const fresh = notices.filter(({ id, shownAt }) => shownAt === undefined && !seen.has(id))
    for (const { id } of fresh) {
      seen.add(id)
      // Without a network they are marked as seen when the app is opened next.
      await authority.markShown(id).catch(() => seen.delete(id))
    }
    return fresh.map(({ id }) => id)
  }
  look()
  return {
    name: database.name,
    phone,
    description,
    authority,
    fetch,
    network,
    markSeen,
    syncClock: clock.sync,
    recognition: recognitionOf(database, { platform, sandbox: settings.sandbox }),
    readerUrl,
    hasReader: readerUrl !== null,
    checksFace: settings.sandbox,
    async reader() {
      if (readerUrl === null) throw new DeviceError('READER_MISSING')
      return await connectReader(readerUrl)
    },
    summary: () => summary,
    notices: () => notices,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    look,
    refresh: async () => {
      await clock.sync()
      if (hasNews()) await ask().catch(tell)
      else tell() // time alone changes the state
    },
  }
}
