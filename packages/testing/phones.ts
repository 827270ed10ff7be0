/** Robot phones: a person with a card and a phone that has applied and registered, and logs in by itself (docs/decisions/0034-robot-phones.md). */
import { type PhonePlatform, phonePlatforms } from '@kazashi/lifecycle'
import { z } from 'zod'
import type { Ask } from './ask.ts'

const robotPhone = z.object({
  /** The `login_hint` that asks for it. */
  name: z.string(),
  platform: z.enum(phonePlatforms),
  /** Name on the card. */
  holder: z.string(),
  cardId: z.string(),
  /** empty: no certificate is on it. suspended: reported lost. replaced: its person has another phone. */
  state: z.enum(['empty', 'registered', 'suspended', 'replaced']),
})
export type RobotPhone = z.infer<typeof robotPhone>

export interface NewPhone {
  /** Small letters, digits and `-`, up to 40. Default: a new one. */
  readonly name?: string
  /** Default android. */
  readonly platform?: PhonePlatform
  /** Somebody of this kind. Default adult. */
  readonly preset?: 'adult' | 'old' | 'foreign-name' | 'variant-kanji'
  /** 0 to 9 999 999: always the same person. */
  readonly seed?: number
}

export interface WaitingLogin {
  /** Address of the login request: of the QR code, or that which the code's address has as `request`. */
  readonly request: string
  /** The two digits on the screen that is to be logged in; without them that browser is led back. */
  readonly code?: string
}

const loginDone = z.object({ returnUrl: z.url().optional() })

/** All throw {TestingError} KAZASHI_REFUSED, e.g. PHONE_NAME_TAKEN, PHONE_UNKNOWN. */
export interface Phones {
  readonly new: (wish?: NewPhone) => Promise<RobotPhone>
  list(): Promise<RobotPhone[]>
  /** Answers a login that waits on a screen. @returns where the browser is led, when it is the same device */
  login(name: string, waiting: WaitingLogin): Promise<string | undefined>
  /** Its person and card stay. */
  remove(name: string): Promise<void>
}

/** @param box its origin */
export function phonesOf(box: string, ask: Ask): Phones {
  const at = (name: string) => `${box}/phones/${encodeURIComponent(name)}`
  return {
    new: (wish = {}) => {
      const name = wish.name ?? `phone-${crypto.randomUUID().slice(0, 13)}`
      return ask('POST', `${box}/phones`, robotPhone, { ...wish, name })
    },
    list: () => ask('GET', `${box}/phones`, z.array(robotPhone)),
    login: async (name, { request, code }) => {
      const asked = URL.canParse(request) ? new URL(request).searchParams.get('request') : null
      const inside = asked ?? request
      const order = { request: inside, ...(code !== undefined && { code }) }
      return (await ask('POST', `${at(name)}/logins`, loginDone, order)).returnUrl
    },
    remove: async (name) => {
      await ask('DELETE', at(name), z.null())
    },
  }
}
