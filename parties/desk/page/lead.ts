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
  /** Whose the phone is: that of the person whose card and paper are on the desk, or of another one. */
  readonly owner: 'nobody' | 'this-person' | 'another'
  /** The portal shows a code; somebody is logged in there, or was. */
  readonly portal: 'nothing' | 'code' | 'logged-in'
}

export const leadSteps = [
  'begin',
  'go-on',
  'owner',
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

export type LeadTarget = 'phone' | 'people' | 'paper' | 'card' | 'clock' | 'computer' | 'counter'

/** Where the mark stands; undefined: nothing is to be done. */
export const targetOf: Readonly<Record<LeadStep, LeadTarget | undefined>> = {
  begin: 'phone',
  'go-on': 'phone',
  owner: 'people',
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

const isAsking = ({ phone }: Seen) => phone !== undefined && askingPlaces.has(phone.place)
/** Home offers 「続きからはじめる」. */
const offersToGoOn = ({ phone }: Seen) => phone?.begun === true && phone.place === 'home'

function whileUnused(seen: Seen): LeadStep {
  const { phone, listening, cardHeld, cardLocked, owner } = seen
  if (cardLocked) return 'locked'
  if (listening) return cardHeld ? 'keep' : 'hold'
  if (isAsking(seen)) return 'password'
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
  if (!seen.listening && !isAsking(seen)) return 'suspended'
  return seen.owner === 'another' ? 'owner' : whileUnused(seen)
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
      return whileUnfinished(seen)
    case 'waiting':
      return seen.night ? 'night' : 'wait'
    case 'ready':
      return 'register'
    case 'active':
      return whileActive(seen)
    case 'suspended':
      return whileSuspended(seen)
    case 'ended':
      return seen.listening || isAsking(seen) ? whileUnused(seen) : 'ended'
    default:
      return whileUnused(seen)
  }
}
