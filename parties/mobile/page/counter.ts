/** A visit at the counter as a table (1-B②): plan, person, contract, and for each who signs: hold, password, signature. */
import { type Machine, type Rows, stepBy } from '@kazashi/ui'
import type { Order } from '../form.ts'
import type { Role } from '../roles.ts'
import type { ContractView, Receipt, Refusal } from './api.ts'
import type { Holding } from './reader.ts'

/** What can be mended where it happened. */
type HoldFault = 'TAKEN_AWAY' | 'HELD_OTHER' | 'NOT_RECOGNISED'
type PasswordFault = 'SECRET_WRONG' | 'SECRET_FORM' | 'last-try-unconfirmed'
type EndReason = 'done' | 'stopped' | 'idle'

export interface Answers {
  readonly plan: Order['plan'] | undefined
  readonly line: 'new' | 'mnp' | undefined
  readonly number: string
  readonly reservation: string
  readonly name: string
  readonly address: string
  readonly birthDate: string
  readonly guardian: string
  readonly relation: 'parent' | 'guardian' | undefined
}
/** Nothing is answered for anybody. */
const noAnswers: Answers = {
  plan: undefined,
  line: undefined,
  number: '',
  reservation: '',
  name: '',
  address: '',
  birthDate: '',
  guardian: '',
  relation: undefined,
}

interface Written {
  readonly answers: Answers
  /** Told on the screen to which it leads back. */
  readonly refusal?: Refusal | undefined
}
interface Signing extends Written {
  readonly contract: ContractView
  readonly role: Role
}
interface Held extends Signing {
  readonly holding: Holding
}

export type CounterState =
  | { readonly name: 'idle'; readonly refusal?: Refusal | undefined }
  | { readonly name: 'beginning' }
  | (Written & { readonly name: 'plan' })
  | (Written & { readonly name: 'person'; readonly asksGuardian: boolean })
  | (Written & { readonly name: 'making'; readonly asksGuardian: boolean })
  | (Written & { readonly name: 'contract'; readonly contract: ContractView })
  | (Signing & { readonly name: 'choosing' })
  | (Held & { readonly name: 'holding'; readonly fault?: HoldFault | undefined })
  | (Held & {
      readonly name: 'password'
      readonly triesLeft: number
      readonly fault?: PasswordFault | undefined
    })
  | (Held & { readonly name: 'signing' })
  | { readonly name: 'made'; readonly receipt: Receipt; readonly consented: boolean }
  | { readonly name: 'ended'; readonly why: EndReason }

export type CounterEvent =
  | { readonly type: 'start' }
  | { readonly type: 'begun' }
  | { readonly type: 'change'; readonly answers: Answers }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | { readonly type: 'make'; readonly order: Order }
  | { readonly type: 'contract'; readonly contract: ContractView }
  | { readonly type: 'read' }
  | { readonly type: 'hold'; readonly holding: Holding }
  | {
      readonly type: 'password-wanted'
      readonly triesLeft: number
      readonly fault?: PasswordFault
    }
  | { readonly type: 'hold-again'; readonly fault: HoldFault }
  | { readonly type: 'password'; readonly password: string; readonly lastTry: boolean }
  | { readonly type: 'guardian' }
  | { readonly type: 'made'; readonly receipt: Receipt }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'stop'; readonly why: EndReason }

export type CounterEffect =
  | { readonly type: 'begin' }
  | { readonly type: 'make'; readonly order: Order }
  | { readonly type: 'read' }
  /** Waits for the card or the phone, and asks it what it wants. */
  | { readonly type: 'wait'; readonly holding: Holding; readonly again: boolean }
  /** Tells when it is taken away before the password was entered. */
  | { readonly type: 'watch' }
  | {
      readonly type: 'sign'
      readonly role: Role
      readonly password: string
      readonly lastTry: boolean
    }
  | { readonly type: 'end' }

const end = (why: EndReason) =>
  ({ state: { name: 'ended', why }, effects: [{ type: 'end' }] }) as const
const signingOf = ({ answers, contract, role }: Signing): Signing => ({ answers, contract, role })
const heldOf = (held: Held): Held => ({ ...signingOf(held), holding: held.holding })
const holding = (held: Held, fault?: HoldFault) =>
  ({
    state: { name: 'holding', ...held, fault },
    effects: [{ type: 'wait', holding: held.holding, again: fault !== undefined }],
  }) as const

/** The form itself is not right: it is corrected, and all is signed anew. */
const ofForm: ReadonlySet<string> = new Set(['ATTRIBUTES_DIFFER', 'NUMBER_TAKEN'])
/** The visit is over at the shop: nothing goes on from here. */
const overAt: ReadonlySet<string> = new Set(['VISIT_UNKNOWN', 'VISIT_STEP'])

/** Where a refusal is told: as near to where it can be mended as there is a place. */
function refusedIn(signing: Signing, refusal: Refusal): CounterState {
  if (overAt.has(refusal.code)) return { name: 'idle', refusal }
  if (ofForm.has(refusal.code)) {
    const { answers } = signing
    return { name: 'person', answers, refusal, asksGuardian: answers.guardian !== '' }
  }
  return { name: 'choosing', ...signingOf(signing), refusal }
}

const rows: Rows<CounterState, CounterEvent, CounterEffect> = {
  idle: (_, { type }) =>
    type === 'start' ? { state: { name: 'beginning' }, effects: [{ type: 'begin' }] } : undefined,
  beginning: (_, event) => {
    if (event.type === 'refused') return { state: { name: 'idle', refusal: event.refusal } }
    return event.type === 'begun' ? { state: { name: 'plan', answers: noAnswers } } : undefined
  },
  plan: (state, event) => {
    if (event.type === 'stop') return end(event.why)
    if (event.type === 'change') return { state: { ...state, answers: event.answers } }
    if (event.type !== 'next') return undefined
    const { answers } = state
    return { state: { name: 'person', answers, asksGuardian: answers.guardian !== '' } }
  },
  person: (state, event) => {
    if (event.type === 'stop') return end(event.why)
    if (event.type === 'change') return { state: { ...state, answers: event.answers } }
    if (event.type === 'back') return { state: { name: 'plan', answers: state.answers } }
    if (event.type !== 'make') return undefined
    const { answers, asksGuardian } = state
    return { state: { name: 'making', answers, asksGuardian }, effects: [event] }
  },
  making: ({ answers, asksGuardian }, event) => {
    if (event.type === 'contract')
      return { state: { name: 'contract', answers, contract: event.contract } }
    if (event.type !== 'refused') return undefined
    const { refusal } = event
    if (overAt.has(refusal.code)) return { state: { name: 'idle', refusal } }
    const asks = asksGuardian || refusal.code === 'GUARDIAN_NEEDED'
    return { state: { name: 'person', answers, asksGuardian: asks, refusal } }
  },
  contract: (state, event) => {
    const { answers, contract } = state
    if (event.type === 'stop') return end(event.why)
    if (event.type === 'back')
      return { state: { name: 'person', answers, asksGuardian: answers.guardian !== '' } }
    if (event.type === 'refused') return { state: { ...state, refusal: event.refusal } }
    if (event.type === 'read') return { state, effects: [{ type: 'read' }] }
    if (event.type !== 'next') return undefined
    return { state: { name: 'choosing', answers, contract, role: 'customer' } }
  },
  choosing: (state, event) => {
    const { answers } = state
    if (event.type === 'stop') return end(event.why)
    if (event.type === 'back')
      return { state: { name: 'person', answers, asksGuardian: answers.guardian !== '' } }
    return event.type === 'hold'
      ? holding({ ...signingOf(state), holding: event.holding })
      : undefined
  },
  holding: (state, event) => {
    const held = heldOf(state)
    switch (event.type) {
      case 'password-wanted': {
        const { triesLeft } = event
        return { state: { name: 'password', ...held, triesLeft }, effects: [{ type: 'watch' }] }
      }
      case 'hold-again':
        return holding(held, event.fault)
      case 'refused':
        return { state: refusedIn(state, event.refusal) }
      case 'back':
        return { state: { name: 'choosing', ...signingOf(state) } }
      case 'stop':
        return end(event.why)
      default:
        return undefined
    }
  },
  password: (state, event) => {
    const held = heldOf(state)
    if (event.type === 'hold-again') return holding(held, event.fault)
    if (event.type === 'stop') return end(event.why)
    if (event.type !== 'password') return undefined
    const { password, lastTry } = event
    if (!/^[A-Z0-9]{6,16}$/.test(password)) return { state: { ...state, fault: 'SECRET_FORM' } }
    if (state.triesLeft === 1 && !lastTry)
      return { state: { ...state, fault: 'last-try-unconfirmed' } }
    const { role } = state
    return {
      state: { name: 'signing', ...held },
      effects: [{ type: 'sign', role, password, lastTry }],
    }
  },
  signing: (state, event) => {
    const held = heldOf(state)
    switch (event.type) {
      case 'password-wanted': {
        const { triesLeft, fault } = event
        return {
          state: { name: 'password', ...held, triesLeft, fault },
          effects: [{ type: 'watch' }],
        }
      }
      case 'hold-again':
        return holding(held, event.fault)
      case 'refused':
        return { state: refusedIn(state, event.refusal) }
      case 'guardian':
        return { state: { name: 'choosing', ...signingOf(state), role: 'guardian' } }
      case 'made': {
        const { receipt } = event
        return { state: { name: 'made', receipt, consented: state.role === 'guardian' } }
      }
      default:
        return undefined
    }
  },
  made: (_, event) => (event.type === 'stop' ? end(event.why) : undefined),
  ended: (_, { type }) =>
    type === 'start' || type === 'back' ? { state: { name: 'idle' } } : undefined,
}

export const counter: Machine<CounterState, CounterEvent, CounterEffect> = {
  initial: { name: 'idle' },
  step: stepBy(rows),
}
