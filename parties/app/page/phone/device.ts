/** This phone as the screens know it: its record, the authority, the reader, and what it waits for. */
import { authorityPort } from '@kazashi/authority/api'
import { connectReader, type RemoteReader } from '@kazashi/card'
import {
  type AuthorityPort,
  awaitNotice,
  type NoticeView,
  openPhone,
  type Phone,
  refreshApplication,
  status,
} from '@kazashi/phone'
import { z } from 'zod'
import type { Standing } from '../screens/home/screen.tsx'
import type { Settings } from './settings.ts'
import { indexedDbPhoneStore } from './store.ts'

/** A fault of the page's surroundings, with a code as all refusals have. */
export class DeviceError extends Error {
  readonly code: 'READER_MISSING'
  constructor(code: 'READER_MISSING') {
    super(code)
    this.name = 'DeviceError'
    this.code = code
  }
}

export interface Device {
  readonly phone: Phone
  readonly authority: AuthorityPort
  readonly fetch: typeof globalThis.fetch
  /** A connection to the reader named in the address. @throws {DeviceError} READER_MISSING */
  reader(): Promise<RemoteReader>
  /** Asks what time it is in the sandbox: every party follows its clock. */
  syncClock(): Promise<void>
  standing(): Standing
  notices(): readonly NoticeView[]
  subscribe(listener: () => void): () => void
  /** To be called after each procedure: looks what stands on the phone now, and waits for what is to come. */
  look(): void
}

const clock = z.object({ offsetSeconds: z.number() })
/** Milliseconds until a lost connection to the authority is tried again. */
const retryAfter = 3000

export async function openDevice({ origins }: Settings, readerUrl: string | null): Promise<Device> {
  const fetch: typeof globalThis.fetch = (input, init) => globalThis.fetch(input, init)
  let offset = 0
  const syncClock = async () => {
    const answer = await fetch(new URL('/sandbox/clock', origins.authority))
    const parsed = clock.safeParse(await answer.json())
    if (parsed.success) offset = parsed.data.offsetSeconds * 1000
  }
  await syncClock().catch(() => undefined) // without a network the phone's own time has to do
  const phone = await openPhone({
    store: await indexedDbPhoneStore(),
    platform: 'android',
    model: 'Kazashi Android',
    osVersion: '15',
    now: () => new Date(Date.now() + offset),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  })
  void navigator.storage?.persist?.()
  const authority = authorityPort(origins.authority, phone.deviceKey, fetch, { now: phone.now })

  const listeners = new Set<() => void>()
  let notices: readonly NoticeView[] = []
  let standing = standingOf(phone, notices)
  let waitingFor: string | undefined
  const tell = () => {
    standing = standingOf(phone, notices)
    for (const listener of listeners) listener()
  }
  const wait = async (applicationId: string) => {
    waitingFor = applicationId
    while (standing.name === 'waiting') {
      try {
        const notice = await awaitNotice(authority, applicationId, new AbortController().signal)
        notices = [notice, ...notices.filter((other) => other.id !== notice.id)]
        await refreshApplication(phone, authority)
        tell()
      } catch {
        await new Promise((again) => setTimeout(again, retryAfter))
      }
    }
    waitingFor = undefined
  }
  const look = () => {
    tell()
    if (standing.name === 'waiting' && waitingFor !== standing.application.id) {
      void wait(standing.application.id)
    }
  }
  look()
  return {
    phone,
    authority,
    fetch,
    syncClock: () => syncClock().catch(() => undefined),
    async reader() {
      if (readerUrl === null) throw new DeviceError('READER_MISSING')
      return await connectReader(readerUrl)
    },
    standing: () => standing,
    notices: () => notices,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    look,
  }
}

function standingOf(phone: Phone, notices: readonly NoticeView[]): Standing {
  const { stage, application, credential } = status(phone)
  if (application !== undefined) {
    const ready =
      application.state === 'issued' ||
      notices.some((notice) => notice.applicationId === application.id)
    return { name: ready ? 'ready' : 'waiting', application }
  }
  if (stage === 'signed' || stage === 'secrets-set') return { name: 'unfinished' }
  if (credential !== undefined && stage === 'registered') {
    return { name: 'active', certificates: credential.certificates }
  }
  return { name: 'nothing' }
}
