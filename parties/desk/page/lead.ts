/** 「ここから」: the one next step, found by what phone, card and computer show; a mark stands at the place where it is done. */
import type { PhoneNews } from './phones.ts'

export interface Seen {
  /** Undefined: the phone has not opened yet. */
  readonly phone: PhoneNews | undefined
  /** The app waits for a card at its reader. */
  readonly listening: boolean
  readonly cardHeld: boolean
  /** The card answered that its password is locked. */
  readonly cardLocked: boolean
  readonly night: boolean
  /** The portal shows a code; it was read, and somebody is logged in. */
  readonly portal: 'nothing' | 'code' | 'logged-in'
}

export const leadSteps = [
  'begin',
  'password',
  'hold',
  'keep',
  'take',
  'locked',
  'choose',
  'wait',
  'night',
  'register',
  'login',
  'scan',
  'done',
  'suspended',
  'ended',
] as const
export type LeadStep = (typeof leadSteps)[number]

export type LeadTarget = 'phone' | 'paper' | 'card' | 'clock' | 'computer' | 'counter'

/** Where the mark stands; undefined: nothing is to be done. */
export const targetOf: Readonly<Record<LeadStep, LeadTarget | undefined>> = {
  begin: 'phone',
  password: 'paper',
  hold: 'card',
  keep: undefined,
  take: 'card',
  locked: 'counter',
  choose: 'phone',
  wait: undefined,
  night: 'clock',
  register: 'phone',
  login: 'computer',
  scan: 'computer',
  done: undefined,
  suspended: 'phone',
  ended: 'phone',
}

/** Places of the app that ask for a secret of the paper first. */
const askingPlaces = new Set(['apply', 'switch', 'resume', 'iphone-add'])

function whileUnused({ phone, listening, cardHeld, cardLocked }: Seen): LeadStep {
  if (cardLocked) return 'locked'
  if (listening) return cardHeld ? 'keep' : 'hold'
  if (phone !== undefined && askingPlaces.has(phone.place)) return 'password'
  return 'begin'
}

function whileActive({ phone, portal }: Seen): LeadStep {
  if (portal === 'logged-in') return 'done'
  if (phone?.place === 'login') return 'choose'
  return portal === 'code' ? 'scan' : 'login'
}

/** @returns the next step of the way from the card to the first login */
export function leadOf(seen: Seen): LeadStep {
  switch (seen.phone?.condition) {
    case 'unfinished':
      return seen.cardHeld && !seen.listening ? 'take' : 'choose'
    case 'waiting':
      return seen.night ? 'night' : 'wait'
    case 'ready':
      return 'register'
    case 'active':
      return whileActive(seen)
    case 'suspended':
    case 'ended':
      return seen.listening ? whileUnused(seen) : seen.phone.condition
    default:
      return whileUnused(seen)
  }
}
