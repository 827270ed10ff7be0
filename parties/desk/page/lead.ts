/** 「ここから」: the one next step, found by what phone, card and computer show; a mark stands at the place where it is done. */
import type { PhonePlatform } from '@kazashi/lifecycle'
import type { PhoneNews } from './phones.ts'

/** Another phone, which a person has. */
interface Other {
  readonly platform: PhonePlatform
  readonly condition: PhoneNews['condition']
}

export interface Seen {
  /** There are a person and a card. */
  readonly hasCard: boolean
  /** Of the phone in the hand. */
  readonly platform: PhonePlatform
  /** Undefined: the phone has not opened yet. */
  readonly phone: PhoneNews | undefined
  /** The app waits for a card at its reader. */
  readonly listening: boolean
  readonly cardHeld: boolean
  /** The card answered that its password is locked. */
  readonly cardLocked: boolean
  /** The certificates on the card have expired: nothing can be begun with it before the counter has renewed them. */
  readonly cardExpired: boolean
  readonly night: boolean
  /** Whose the phone is: that of the person whose card and paper are on the desk, or of another one. */
  readonly owner: 'nobody' | 'this-person' | 'another'
  /** The phone's owner has another one now. */
  readonly ownersOther: Other | undefined
  /** The person whose card is on the desk has another one. */
  readonly personsOther: Other | undefined
  /** The portal shows a code; somebody is logged in there. */
  readonly portal: 'nothing' | 'code' | 'logged-in'
  /** The credential on the phone has logged in before. */
  readonly hasLoggedIn: boolean
}

export const leadSteps = [
  'making',
  'begin',
  'go-on',
  'owner',
  'others',
  'password',
  'hold',
  'keep',
  'take',
  'locked',
  'renew',
  'choose',
  'follow',
  'switch',
  'end-other',
  'elsewhere',
  'moved',
  'wait',
  'night',
  'register',
  'login',
  'scan',
  'answer',
  'done',
  'suspended',
  'ended',
] as const
export type LeadStep = (typeof leadSteps)[number]

export type LeadTarget =
  | 'phone'
  | 'other-phone'
  | 'people'
  | 'paper'
  | 'card'
  | 'clock'
  | 'computer'
  | 'scan'
  | 'counter'

/** Where the mark stands; undefined: nothing is to be done. */
export const targetOf: Readonly<Record<LeadStep, LeadTarget | undefined>> = {
  making: undefined,
  begin: 'phone',
  'go-on': 'phone',
  owner: 'people',
  others: undefined,
  password: 'paper',
  hold: 'card',
  keep: undefined,
  take: 'card',
  locked: 'counter',
  renew: 'counter',
  choose: 'phone',
  follow: undefined,
  switch: undefined,
  'end-other': 'other-phone',
  elsewhere: 'other-phone',
  moved: 'other-phone',
  wait: undefined,
  night: 'clock',
  register: 'phone',
  login: 'computer',
  scan: 'scan',
  answer: 'phone',
  done: undefined,
  suspended: 'phone',
  ended: 'phone',
}

/** Places of the app that bring the card to the phone. */
const applyingPlaces = new Set(['apply', 'switch', 'resume', 'iphone-add'])

const isApplying = ({ phone }: Seen) => phone !== undefined && applyingPlaces.has(phone.place)
/** Places that a person with another phone goes through. */
const changingPlaces = new Set(['switch', 'delete-other'])
/** Home offers 「続きからはじめる」. */
const offersToGoOn = ({ phone }: Seen) => phone?.begun === true && phone.place === 'home'

/** One person has one phone: beginning here as if there were no other one ends in a refusal. */
function whileElsewhere({ platform }: Seen, other: Other): LeadStep {
  if (other.condition !== 'active') return 'elsewhere'
  return platform === 'android' && other.platform === 'android' ? 'switch' : 'end-other'
}

function whileUnused(seen: Seen): LeadStep {
  const { phone, listening, cardHeld, cardLocked, owner, personsOther } = seen
  if (phone?.place === 'new-phone') return 'follow'
  if (personsOther !== undefined && !changingPlaces.has(phone?.place ?? '')) {
    return whileElsewhere(seen, personsOther)
  }
  if (cardLocked) return 'locked'
  if (listening) return cardHeld ? 'keep' : 'hold'
  if (phone?.asks === true) return 'password'
  if (seen.cardExpired) return 'renew'
  if (isApplying(seen) || phone?.place === 'delete-other') return 'choose'
  if (offersToGoOn(seen)) return 'go-on'
  // A page that was loaded anew knows whose the phone is before the phone says how far it has come.
  return phone === undefined && owner !== 'nobody' ? 'choose' : 'begin'
}

function whileUnfinished(seen: Seen): LeadStep {
  if (seen.owner === 'another') return 'owner'
  if (seen.cardHeld && !seen.listening) return 'take'
  return offersToGoOn(seen) ? 'go-on' : 'choose'
}

/** Only its owner's card resumes it. */
function whileSuspended(seen: Seen): LeadStep {
  if (!seen.listening && !isApplying(seen)) return 'suspended'
  return seen.owner === 'another' ? 'owner' : whileUnused(seen)
}

/** What has ended is over: anybody may begin there, but its owner has nothing to do on it after a change of phones. */
function whileEnded(seen: Seen): LeadStep {
  const { listening, ownersOther, personsOther, phone } = seen
  if (listening || isApplying(seen) || phone?.place === 'new-phone') return whileUnused(seen)
  if (ownersOther !== undefined) return 'moved'
  if (personsOther !== undefined) return whileUnused(seen)
  if (ownPlaces.has(phone?.place ?? '')) return 'follow' // it has ended by what was done there
  if (seen.cardExpired) return 'renew'
  return seen.owner === 'another' ? 'begin' : 'ended'
}

/** Places of a phone in use that a person goes through to an end of their own; login has steps of its own. */
const ownPlaces = new Set(['revoke', 'reset-secret', 'biometrics', 'iphone-card', 'delete-other'])

function inOwnPlace({ listening, cardHeld, phone }: Seen): LeadStep {
  if (listening) return cardHeld ? 'keep' : 'hold'
  return phone?.asks === true ? 'password' : 'follow'
}

/** Done belongs to the credential that logged in, also once the person has logged out. */
function whileActive(seen: Seen): LeadStep {
  const { phone, portal, hasLoggedIn, owner, personsOther } = seen
  if (ownPlaces.has(phone?.place ?? '')) return inOwnPlace(seen)
  if (owner === 'another' && portal === 'nothing')
    return personsOther === undefined ? 'others' : 'elsewhere'
  if (portal === 'logged-in') return 'done'
  if (portal === 'code') return phone?.place === 'login' ? 'answer' : 'scan'
  return hasLoggedIn ? 'done' : 'login'
}

/** Home has one thing to press; elsewhere a mark of one height would stand at something else. */
export const marksPhone = (step: LeadStep, { phone }: Pick<Seen, 'phone'>): boolean =>
  targetOf[step] === 'phone' && (phone === undefined || phone.place === 'home')

/** @returns the next step of the way from the card to the first login */
export function leadOf(seen: Seen): LeadStep {
  if (!seen.hasCard) return 'making'
  switch (seen.phone?.condition) {
    case 'unfinished':
      return whileUnfinished(seen)
    case 'waiting':
      return seen.night ? 'night' : 'wait'
    case 'ready':
      // An iPhone puts it into the wallet by itself.
      return seen.platform === 'iphone' ? 'wait' : 'register'
    case 'active':
      return whileActive(seen)
    case 'suspended':
      return whileSuspended(seen)
    case 'ended':
      return whileEnded(seen)
    default:
      return whileUnused(seen)
  }
}
