/** The visit at a kiosk as a table (1-B③): choose, hold, prove, certificate, money, paper, end. Every way out ends the visit, and money goes back. */
import { type Machine, type Rows, stepBy } from '@kazashi/ui'
import type { CertificateType } from '../rules/offers.ts'
import type { Order } from '../views.ts'
import type { Challenge, Papers, PersonView, StatusView } from './api.ts'
import type { RefusalCode } from './refusals.ts'

export const carriers = ['iphone', 'android', 'card'] as const
export type Carrier = (typeof carriers)[number]

/** What can be mended where it happened. */
type HoldFault = 'TAKEN_AWAY' | 'HELD_OTHER' | 'NOT_RECOGNISED'
type PinFault = 'SECRET_WRONG' | 'SECRET_FORM' | 'last-try-unconfirmed'
type MoneyFault = 'MONEY_SHORT' | 'MONEY_REFUSED'
type EndReason = 'done' | 'stopped' | 'idle'

interface Held {
  readonly carrier: Carrier
  readonly challenge: Challenge
}
interface Known {
  readonly carrier: Carrier
  readonly person: PersonView
}
interface Ordered extends Known {
  readonly order: Order
  readonly fee: number
  readonly inserted: number
}

export type KioskState =
  | { readonly name: 'looking' }
  | { readonly name: 'closed'; readonly status: StatusView }
  | { readonly name: 'start'; readonly status: StatusView }
  | { readonly name: 'beginning'; readonly carrier: Carrier }
  | (Held & { readonly name: 'holding'; readonly fault?: HoldFault })
  | (Held & { readonly name: 'pin'; readonly triesLeft: number; readonly fault?: PinFault })
  | (Held & { readonly name: 'reading' })
  | (Known & { readonly name: 'choosing' })
  | (Known & { readonly name: 'options'; readonly type: CertificateType })
  | (Known & { readonly name: 'ordering'; readonly order: Order })
  | (Ordered & { readonly name: 'paying'; readonly fault?: MoneyFault })
  | { readonly name: 'printing'; readonly carrier: Carrier; readonly count: number }
  | {
      readonly name: 'taking'
      readonly carrier: Carrier
      readonly papers: Papers
      /** The card or the phone still lies on the reader. */
      readonly lying: boolean
      /** Something was not taken for long, or left behind: it is alarmed about. */
      readonly left: boolean
    }
  | { readonly name: 'ending'; readonly why: EndReason }
  | { readonly name: 'ended'; readonly why: EndReason; readonly returned: number }
  | { readonly name: 'refused'; readonly code: RefusalCode; readonly returned: number }

export type KioskEvent =
  | { readonly type: 'look' }
  | { readonly type: 'status'; readonly status: StatusView }
  | { readonly type: 'carrier'; readonly carrier: Carrier }
  | { readonly type: 'begun'; readonly challenge: Challenge }
  | { readonly type: 'pin-wanted'; readonly triesLeft: number; readonly fault?: PinFault }
  | { readonly type: 'recognised' }
  | { readonly type: 'hold-again'; readonly fault: HoldFault }
  | { readonly type: 'pin'; readonly pin: string; readonly lastTry: boolean }
  | { readonly type: 'proven'; readonly person: PersonView }
  | { readonly type: 'certificate'; readonly certificate: CertificateType }
  | { readonly type: 'order'; readonly order: Order }
  | { readonly type: 'bill'; readonly fee: number; readonly inserted: number }
  | { readonly type: 'money'; readonly yen: number }
  | { readonly type: 'money-fault'; readonly fault: MoneyFault }
  | { readonly type: 'print' }
  | { readonly type: 'printed'; readonly papers: Papers }
  /** Whether the card or the phone is on the reader. */
  | { readonly type: 'lying'; readonly lying: boolean }
  | { readonly type: 'left-behind' }
  | { readonly type: 'taken' }
  | { readonly type: 'back' }
  | { readonly type: 'stop'; readonly why: EndReason }
  | { readonly type: 'over'; readonly returned: number }
  | { readonly type: 'refused'; readonly code: RefusalCode; readonly returned?: number }
  | { readonly type: 'staff'; readonly paper: boolean }

export type KioskEffect =
  | { readonly type: 'look' }
  | { readonly type: 'begin' }
  /** Waits for the card or the phone, and asks it what it wants. */
  | { readonly type: 'wait'; readonly carrier: Carrier; readonly again: boolean }
  /** Tells when it is taken away before the PIN was entered. */
  | { readonly type: 'watch' }
  | {
      readonly type: 'prove'
      readonly challenge: Challenge
      readonly carrier: Carrier
      readonly pin?: string
      readonly lastTry?: boolean
    }
  | { readonly type: 'order'; readonly order: Order }
  | { readonly type: 'money'; readonly yen: number }
  | { readonly type: 'print' }
  /** Tells what lies on the reader, as long as papers are taken. */
  | { readonly type: 'watch-lying' }
  | { readonly type: 'end' }
  | { readonly type: 'staff'; readonly paper: boolean }

const end = (why: EndReason) =>
  ({ state: { name: 'ending', why }, effects: [{ type: 'end' }] }) as const
const refused = ({ code, returned = 0 }: { code: RefusalCode; returned?: number }) =>
  ({ state: { name: 'refused', code, returned } }) as const
const holding = (held: Held, fault?: HoldFault) =>
  ({
    state: { name: 'holding', ...held, ...(fault && { fault }) },
    effects: [{ type: 'wait', carrier: held.carrier, again: fault !== undefined }],
  }) as const
const look = { state: { name: 'looking' }, effects: [{ type: 'look' }] } as const
const heldOf = ({ carrier, challenge }: Held): Held => ({ carrier, challenge })

const rows: Rows<KioskState, KioskEvent, KioskEffect> = {
  looking: (state, event) => {
    if (event.type === 'look') return { state, effects: [{ type: 'look' }] }
    if (event.type === 'refused') return refused(event)
    if (event.type !== 'status') return undefined
    const { status } = event
    return { state: { name: status.open ? 'start' : 'closed', status } }
  },
  closed: (_, event) => (event.type === 'look' ? look : undefined),
  start: (state, event) => {
    if (event.type === 'status') return { state: { ...state, status: event.status } }
    if (event.type === 'staff') return { state, effects: [event] }
    if (event.type !== 'carrier') return undefined
    return { state: { name: 'beginning', carrier: event.carrier }, effects: [{ type: 'begin' }] }
  },
  beginning: ({ carrier }, event) => {
    if (event.type === 'refused') return refused(event)
    return event.type === 'begun' ? holding({ carrier, challenge: event.challenge }) : undefined
  },
  holding: (state, event) => {
    const held = heldOf(state)
    switch (event.type) {
      case 'pin-wanted': {
        const { triesLeft } = event
        return { state: { name: 'pin', ...held, triesLeft }, effects: [{ type: 'watch' }] }
      }
      case 'recognised':
        return { state: { name: 'reading', ...held }, effects: [{ type: 'prove', ...held }] }
      case 'hold-again':
        return holding(held, event.fault)
      case 'refused':
        return refused(event)
      case 'back':
      case 'stop':
        return end(event.type === 'stop' ? event.why : 'stopped')
      default:
        return undefined
    }
  },
  pin: (state, event) => {
    const held = heldOf(state)
    if (event.type === 'hold-again') return holding(held, event.fault)
    if (event.type === 'stop') return end(event.why)
    if (event.type !== 'pin') return undefined
    const { pin, lastTry } = event
    if (!/^\d{4}$/.test(pin)) return { state: { ...state, fault: 'SECRET_FORM' } }
    if (state.triesLeft === 1 && !lastTry)
      return { state: { ...state, fault: 'last-try-unconfirmed' } }
    return {
      state: { name: 'reading', ...held },
      effects: [{ type: 'prove', ...held, pin, lastTry }],
    }
  },
  reading: (state, event) => {
    const held = heldOf(state)
    if (event.type === 'proven') {
      const { carrier } = held
      return { state: { name: 'choosing', carrier, person: event.person } }
    }
    if (event.type === 'hold-again') return holding(held, event.fault)
    if (event.type === 'refused') return refused(event)
    if (event.type !== 'pin-wanted') return undefined
    const { triesLeft, fault } = event
    return {
      state: { name: 'pin', ...held, triesLeft, ...(fault && { fault }) },
      effects: [{ type: 'watch' }],
    }
  },
  choosing: ({ carrier, person }, event) => {
    if (event.type === 'stop') return end(event.why)
    if (event.type !== 'certificate') return undefined
    return { state: { name: 'options', carrier, person, type: event.certificate } }
  },
  options: ({ carrier, person }, event) => {
    if (event.type === 'back') return { state: { name: 'choosing', carrier, person } }
    if (event.type === 'stop') return end(event.why)
    if (event.type !== 'order') return undefined
    const { order } = event
    return { state: { name: 'ordering', carrier, person, order }, effects: [event] }
  },
  ordering: ({ carrier, person, order }, event) => {
    if (event.type === 'refused') return refused(event)
    if (event.type !== 'bill') return undefined
    const { fee, inserted } = event
    return { state: { name: 'paying', carrier, person, order, fee, inserted } }
  },
  paying: (state, event) => {
    const { fault: _, ...plain } = state
    const { carrier, person, order } = state
    switch (event.type) {
      case 'money':
        return { state: plain, effects: [event] }
      case 'bill':
        return { state: { ...plain, fee: event.fee, inserted: event.inserted } }
      case 'money-fault':
        return { state: { ...plain, fault: event.fault } }
      case 'print':
        if (state.inserted < state.fee) return { state: { ...plain, fault: 'MONEY_SHORT' } }
        return {
          state: { name: 'printing', carrier, count: order.copies },
          effects: [{ type: 'print' }],
        }
      case 'back':
        return { state: { name: 'options', carrier, person, type: order.type } }
      case 'stop':
        return end(event.why)
      case 'refused':
        return refused(event)
      default:
        return undefined
    }
  },
  printing: ({ carrier }, event) => {
    if (event.type === 'refused') return refused(event)
    if (event.type !== 'printed') return undefined
    const { papers } = event
    return {
      state: { name: 'taking', carrier, papers, lying: false, left: false },
      effects: [{ type: 'watch-lying' }],
    }
  },
  taking: (state, event) => {
    const { lying } = state
    switch (event.type) {
      case 'lying':
        // What has been taken is alarmed about no longer.
        return { state: { ...state, lying: event.lying, left: state.left && event.lying } }
      case 'left-behind':
        return { state: { ...state, left: true } }
      case 'taken':
        return lying ? { state: { ...state, left: true } } : end('done')
      case 'stop':
        return end(event.why)
      default:
        return undefined
    }
  },
  ending: ({ why }, event) => {
    if (event.type === 'over') return { state: { name: 'ended', why, returned: event.returned } }
    return event.type === 'refused' ? refused(event) : undefined
  },
  ended: (_, event) => (event.type === 'look' ? look : undefined),
  refused: (state, event) => {
    if (event.type === 'staff') return { state, effects: [event] }
    return event.type === 'look' || event.type === 'stop' ? look : undefined
  },
}

export const kiosk: Machine<KioskState, KioskEvent, KioskEffect> = {
  initial: { name: 'looking' },
  step: stepBy(rows),
}
