/** 1-B④: the terminal, from the choice of card or phone to the reception. Rules of its steps; it runs nothing. */
import type { Carrier, PhonePlatform } from '@kazashi/lifecycle'
import { type Machine, type Rows, stepBy } from '@kazashi/ui'
import type { Asked, Consents, Device, Facility, Received } from '../wire.ts'
import type { Fault } from './fault.ts'
import type { Way } from './proof.ts'

/** What is held, and how its holder is known. */
export interface Holding {
  readonly device: Device
  readonly way: Way
}

/** Why the terminal is at its first screen again. */
export type StartNote = 'idle' | 'called'

interface Open {
  readonly facility: Facility
}
export type TerminalState =
  | { readonly name: 'loading' }
  | { readonly name: 'closed'; readonly fault: Fault }
  | ({ readonly name: 'start'; readonly note?: StartNote } & Open)
  | ({ readonly name: 'phone-kind' } & Open)
  | ({ readonly name: 'card-way' } & Open)
  | ({ readonly name: 'pin'; readonly device: Device; readonly fault?: Fault } & Open)
  | ({ readonly name: 'face' } & Open)
  | ({ readonly name: 'hold'; readonly reading: boolean } & Holding & Open)
  | ({ readonly name: 'eye'; readonly id: string } & Open)
  | ({
      readonly name: 'consents'
      readonly id: string
      readonly asked: Asked
      readonly sending: boolean
      readonly fault?: Fault
    } & Open)
  | ({ readonly name: 'received'; readonly received: Received } & Open)
  | ({ readonly name: 'fault'; readonly fault: Fault; readonly holding?: Holding } & Open)

export type TerminalEvent =
  | { readonly type: 'start' }
  | { readonly type: 'opened'; readonly facility: Facility }
  | { readonly type: 'failed'; readonly fault: Fault }
  | { readonly type: 'choose'; readonly what: Carrier }
  | { readonly type: 'phone'; readonly device: PhonePlatform }
  | { readonly type: 'way'; readonly way: 'pin' | 'face' | 'eye' }
  | { readonly type: 'pin'; readonly pin: string }
  /** The phone itself has recognised its holder. */
  | { readonly type: 'recognised' }
  | { readonly type: 'looked' }
  | { readonly type: 'reading' }
  | { readonly type: 'eye'; readonly id: string }
  | { readonly type: 'asked'; readonly id: string; readonly asked: Asked }
  | { readonly type: 'received'; readonly received: Received }
  | { readonly type: 'agree'; readonly consents: Consents }
  | { readonly type: 'again' }
  | { readonly type: 'back' }
  | { readonly type: 'idle' }
  | { readonly type: 'call' }

export type TerminalEffect =
  | { readonly type: 'open' }
  | ({ readonly type: 'take' } & Holding)
  | { readonly type: 'await-eye'; readonly id: string }
  | { readonly type: 'agree'; readonly id: string; readonly consents: Consents }
  /** The person goes. */
  | { readonly type: 'leave' }
  /** The reception is called, and the person goes. */
  | { readonly type: 'call' }

type Next = ReturnType<Machine<TerminalState, TerminalEvent, TerminalEffect>['step']>

const toStart = ({ facility }: Open, note?: StartNote): Next => ({
  state: { name: 'start', facility, ...(note && { note }) },
  effects: [{ type: note === 'called' ? 'call' : 'leave' }],
})

const hold = ({ facility }: Open, holding: Holding): Next => ({
  state: { name: 'hold', facility, ...holding, reading: false },
  effects: [{ type: 'take', ...holding }],
})

/** From every screen of a person: out again, by the person, by nobody's touch, or with a call. */
function outOf(state: Open, event: TerminalEvent): Next {
  if (event.type === 'back') return toStart(state)
  if (event.type === 'idle') return toStart(state, 'idle')
  return event.type === 'call' ? toStart(state, 'called') : undefined
}

const refused = ({ facility }: Open, fault: Fault, holding?: Holding): Next => ({
  state: { name: 'fault', facility, fault, ...(holding && { holding }) },
})

/** The server's answer to a proof, or to a look of the reception. */
function answered(state: Open, event: TerminalEvent): Next {
  const { facility } = state
  if (event.type === 'asked')
    return {
      state: { name: 'consents', facility, id: event.id, asked: event.asked, sending: false },
    }
  if (event.type === 'received')
    return { state: { name: 'received', facility, received: event.received } }
  return undefined
}

/** What is tried again after a fault: the digits, holding it, the card in the phone's place, or all of it. */
function again(state: Extract<TerminalState, { name: 'fault' }>): Next {
  const { facility, fault, holding } = state
  switch (fault.code) {
    case 'PIN_WRONG':
    case 'PIN_LAST':
      return { state: { name: 'pin', facility, device: holding?.device ?? 'card', fault } }
    case 'NOT_RECOGNISED':
      return holding?.device === 'android'
        ? { state: { name: 'pin', facility, device: 'android' } }
        : hold(state, { device: 'iphone', way: { kind: 'recognised' } })
    case 'TAKEN_AWAY':
    case 'TIME_UP':
    case 'NO_READER':
    case 'NETWORK':
    case 'TRUST_UNAVAILABLE':
      return holding === undefined ? toStart(state) : hold(state, holding)
    case 'FIRST_VISIT_CARD':
    case 'PHONE_NOT_ACCEPTED':
      return { state: { name: 'card-way', facility } }
    case 'OTHER_DEVICE':
      if (fault.held === 'iphone')
        return hold(state, { device: 'iphone', way: { kind: 'recognised' } })
      if (fault.held === 'android') return { state: { name: 'pin', facility, device: 'android' } }
      return { state: { name: 'card-way', facility } }
    default:
      return toStart(state)
  }
}

const rows: Rows<TerminalState, TerminalEvent, TerminalEffect> = {
  loading: (state, event) => {
    if (event.type === 'start') return { state, effects: [{ type: 'open' }] }
    if (event.type === 'opened') return { state: { name: 'start', facility: event.facility } }
    return event.type === 'failed' ? { state: { name: 'closed', fault: event.fault } } : undefined
  },
  closed: (_state, event) =>
    event.type === 'again'
      ? { state: { name: 'loading' }, effects: [{ type: 'open' }] }
      : undefined,
  start: (state, event) => {
    const { facility } = state
    // The reception may have changed its settings meanwhile.
    if (event.type === 'opened') return { state: { ...state, facility: event.facility } }
    if (event.type === 'call')
      return { state: { name: 'start', facility, note: 'called' }, effects: [{ type: 'call' }] }
    if (event.type !== 'choose') return undefined
    if (event.what === 'card') return { state: { name: 'card-way', facility } }
    if (facility.hasReader) return { state: { name: 'phone-kind', facility } }
    return refused(state, { code: 'PHONE_NOT_ACCEPTED' })
  },
  'phone-kind': (state, event) => {
    if (event.type !== 'phone') return outOf(state, event)
    const { facility } = state
    return event.device === 'iphone'
      ? hold(state, { device: 'iphone', way: { kind: 'recognised' } })
      : { state: { name: 'pin', facility, device: 'android' } }
  },
  'card-way': (state, event) => {
    if (event.type !== 'way') return outOf(state, event)
    const { facility } = state
    if (event.way === 'pin') return { state: { name: 'pin', facility, device: 'card' } }
    if (event.way === 'face') return { state: { name: 'face', facility } }
    return hold(state, { device: 'card', way: { kind: 'eye' } })
  },
  pin: (state, event) => {
    const { device, fault } = state
    if (event.type === 'recognised' && device === 'android')
      return hold(state, { device, way: { kind: 'recognised' } })
    if (event.type !== 'pin') return outOf(state, event)
    const lastTry = fault?.code === 'PIN_LAST' || fault?.triesLeft === 1
    return hold(state, { device, way: { kind: 'pin', pin: event.pin, lastTry } })
  },
  face: (state, event) =>
    event.type === 'looked'
      ? hold(state, { device: 'card', way: { kind: 'face' } })
      : outOf(state, event),
  hold: (state, event) => {
    const { facility, device, way } = state
    if (event.type === 'reading') return { state: { ...state, reading: true } }
    if (event.type === 'failed') return refused(state, event.fault, { device, way })
    if (event.type === 'eye')
      return {
        state: { name: 'eye', facility, id: event.id },
        effects: [{ type: 'await-eye', id: event.id }],
      }
    return answered(state, event) ?? outOf(state, event)
  },
  eye: (state, event) => {
    if (event.type === 'failed') return refused(state, event.fault)
    return answered(state, event) ?? outOf(state, event)
  },
  consents: (state, event) => {
    const { facility, id, asked } = state
    if (event.type === 'agree')
      return state.sending
        ? undefined
        : {
            state: {
              name: 'consents',
              facility,
              id,
              asked: { ...asked, consents: event.consents },
              sending: true,
            },
            effects: [{ type: 'agree', id, consents: event.consents }],
          }
    if (event.type === 'failed') {
      // What was answered stays on the screen, to be sent again.
      if (event.fault.code === 'NETWORK' || event.fault.code === 'TRUST_UNAVAILABLE')
        return { state: { ...state, sending: false, fault: event.fault } }
      return refused(state, event.fault)
    }
    return answered(state, event) ?? outOf(state, event)
  },
  received: outOf,
  fault: (state, event) => (event.type === 'again' ? again(state) : outOf(state, event)),
}

export const terminal: Machine<TerminalState, TerminalEvent, TerminalEffect> = {
  initial: { name: 'loading' },
  step: stepBy(rows),
}
