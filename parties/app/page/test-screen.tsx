/**
 * For the tests of screens, in happy-dom: a screen as a person meets it, with presses and entries, and its events to the
 * procedure. How it looks, and whether it can be used, the ways in Chromium tell (tests/).
 */
import { certificateKinds, type PhonePlatform } from '@kazashi/lifecycle'
import type { ApplicationView, AuthorityPort, NoticeView, PhoneRecord } from '@kazashi/phone'
import { openPhone } from '@kazashi/phone'
import { type Language, LanguageProvider } from '@kazashi/ui'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { expect } from 'vitest'
import type { Frame } from './frame.ts'
import type { Device } from './phone/device.ts'
import { type CertificateSummary, emptySummary, type PhoneSummary } from './phone/phone-summary.ts'
import { hindrance } from './phone/platform-authenticator.ts'
import type { PlaceName } from './place-name.ts'

/** A screen's props: the ways out of it, and the receiver of its events. */
export interface Given<Event> {
  readonly send: (event: Event) => void
  readonly frame: Frame
  readonly go: (place: PlaceName) => void
}

export interface ShownScreen<Event> {
  /** Events to the procedure, the oldest first. */
  readonly sent: readonly Event[]
  /** back, help, help of SECTION, home, menu, or the place gone to; the oldest first. */
  readonly left: readonly string[]
  /** All that is to be read on it. */
  readonly text: () => string
  /** The one heading of the first level. */
  readonly heading: () => string | null
  /** Names of the buttons, from top to bottom, without back, help and language. */
  readonly buttons: () => string[]
  readonly press: (name: string | RegExp) => Promise<void>
  /** Check boxes and radio buttons. */
  readonly tick: (name: string | RegExp) => Promise<void>
  readonly type: (label: string | RegExp, text: string) => Promise<void>
}

const ofTheFrame = /^(戻る|ヘルプ|English|Back|Help|日本語)$/

/** Puts a screen up, in place of the one before. @param language default Japanese */
export function show<Event = never>(
  drawn: (given: Given<Event>) => ReactNode,
  language: Language = 'ja',
): ShownScreen<Event> {
  cleanup()
  const sent: Event[] = []
  const left: string[] = []
  const frame: Frame = {
    onBack: () => left.push('back'),
    onHelp: () => left.push('help'),
    onHelpOf: (section) => left.push(`help of ${section}`),
    onHome: () => left.push('home'),
    onLeave: () => left.push('where it was opened'),
    onMenu: () => left.push('menu'),
  }
  const given = {
    frame,
    send: (event: Event) => void sent.push(event),
    go: (place: PlaceName) => void left.push(place),
  }
  const { container } = render(<LanguageProvider first={language}>{drawn(given)}</LanguageProvider>)
  const user = userEvent.setup()
  return {
    sent,
    left,
    text: () => container.textContent ?? '',
    heading: () => screen.getByRole('heading', { level: 1 }).textContent,
    buttons: () =>
      screen
        .queryAllByRole('button')
        .map((button) => button.getAttribute('aria-label') ?? button.textContent?.trim() ?? '')
        .filter((name) => !ofTheFrame.test(name)),
    press: (name) => user.click(screen.getByRole('button', { name })),
    tick: async (name) => {
      const [box] = [
        ...screen.queryAllByRole('checkbox', { name }),
        ...screen.queryAllByRole('radio', { name }),
      ]
      if (box === undefined) throw new Error(`no box ${name}`)
      await user.click(box)
    },
    type: async (label, text) => {
      const field = screen.getByLabelText(label)
      await user.clear(field)
      await user.type(field, text)
    },
  }
}

/** Words a Japanese reader looks for, whatever the language of the rest. */
const japaneseOnPurpose = /日本語|「[^」]*」|[①-⑳]/g

/** The English face of screens is English: a text that was forgotten would be Japanese, or missing. */
export function expectEnglish(...screens: readonly ((given: Given<unknown>) => ReactNode)[]): void {
  for (const drawn of screens) {
    const shown = show(drawn, 'en')
    expect(shown.heading()).toMatch(/\p{Script=Latin}/u)
    expect(shown.text().replaceAll(japaneseOnPurpose, '')).not.toMatch(
      /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u,
    )
  }
}

/** In use until 3 April 2031, with nothing wrong. */
export const someCertificate = (
  kind: CertificateSummary['kind'],
  more: Partial<CertificateSummary> = {},
): CertificateSummary => ({
  kind,
  notAfter: new Date('2031-04-03T23:59:59+09:00'),
  validity: 'good',
  locked: false,
  biometrics: false,
  suspended: false,
  ...more,
})

/** Handed in at 10:00, expected at 10:05. */
export const someApplication = (more: Partial<ApplicationView> = {}): ApplicationView => ({
  id: 'application',
  receiptNumber: 'K-7Q2M9',
  purpose: 'new',
  state: 'applied',
  kinds: certificateKinds,
  appliedAt: '2026-11-24T10:00:00+09:00',
  expectedAt: '2026-11-24T10:05:00+09:00',
  ...more,
})

/** A phone in memory with nothing on it; a test decides the summary that the screens get. */
export async function someDevice(
  told: {
    readonly platform?: PhonePlatform
    readonly summary?: Partial<PhoneSummary>
    readonly notices?: readonly NoticeView[]
  } = {},
): Promise<Device> {
  const { platform = 'android', notices = [] } = told
  const summary = { ...emptySummary, ...told.summary }
  let record: PhoneRecord | undefined
  const now = () => new Date('2026-11-23T01:00:00.000Z')
  const phone = await openPhone({
    store: {
      load: async () => record,
      save: async (next) => {
        record = next
      },
    },
    platform,
    model: platform === 'iphone' ? 'iPhone 15' : 'Pixel 8',
    osVersion: '18.5',
    now,
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
  })
  const nowhere = () => Promise.reject(new TypeError('no network in this test'))
  const authority = new Proxy({}, { get: () => nowhere }) as AuthorityPort
  return {
    name: 'test',
    phone,
    authority,
    description: { platform, model: 'test', osVersion: '18.5', chromeVersion: 156 },
    fetch: nowhere,
    network: {
      isDown: () => false,
      subscribe: () => () => undefined,
      watched: nowhere,
      plain: nowhere,
      cut: () => undefined,
      back: () => new Promise(() => undefined),
    },
    recognition: {
      hindrance,
      make: nowhere,
      ask: nowhere,
      forget: () => undefined,
    },
    readerUrl: null,
    hasReader: true,
    checksFace: true,
    reader: nowhere,
    syncClock: async () => undefined,
    summary: () => summary,
    notices: () => notices,
    markSeen: async () => [],
    subscribe: () => () => undefined,
    look: () => undefined,
    refresh: async () => undefined,
  }
}
