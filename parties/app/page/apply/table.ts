/** 2-A check list, 2-C apply, 2-D new passwords: the procedure as a table. Secrets pass through events into effects, never into a state. */
import { type CertificateKind, certificateKinds } from '@kazashi/lifecycle'
import type { ApplicationView } from '@kazashi/phone'
import { type Machine, type Rows, stepBy } from '@kazashi/ui'
import {
  afterReading,
  type CheckOfSigned,
  type EntryFault,
  judgeCardPassword,
  judgeNewPassword,
  judgeNewPin,
  type NewSecretFault,
  type PasswordEntered,
  type PinEntered,
  type PinWarning,
  type ReadingStage,
  type ReadingState,
  type SigningPasswordEntered,
} from '../card/card-steps.ts'
import type { Refusal } from '../faults/refusal.ts'
import { type StepLine, stepLine } from '../step-line.ts'

/** The things 2-A asks for, in the course's order. */
export const checkItems = ['card', 'password', 'phone', 'app'] as const
export type CheckItem = (typeof checkItems)[number]

interface Chosen {
  readonly kinds: readonly CertificateKind[]
}

export type ApplyState =
  | {
      readonly name: 'check-list'
      readonly ticked: readonly CheckItem[]
      readonly asked: boolean
      /** The hindrances of this phone (2-A, 2-B); undefined: being checked. */
      readonly refusals?: readonly Refusal[]
      /** 「対応している機種一覧」 */
      readonly models?: readonly string[]
      /** Why one is here again: what was begun was another person's. */
      readonly ended?: Refusal
    }
  | ({
      readonly name: 'card-password'
      /** True once the notes are confirmed: after the password the card is read again at once. */
      readonly confirmed: boolean
      readonly fault?: EntryFault
      readonly refusal?: Refusal
    } & Chosen)
  | ({
      readonly name: 'choose'
      readonly confirmed: boolean
      readonly faults: readonly ('kinds' | 'confirmed')[]
    } & Chosen)
  | ({ readonly name: 'reading' } & ReadingState & Chosen)
  | ({ readonly name: 'read'; readonly check?: CheckOfSigned } & Chosen)
  | ({ readonly name: 'signing-password'; readonly fault?: NewSecretFault } & Chosen)
  | ({
      readonly name: 'pin'
      readonly fault?: NewSecretFault
      readonly warnings: readonly PinWarning[]
    } & Chosen)
  | ({ readonly name: 'submitting'; readonly refusal?: Refusal } & Chosen)
  | ({ readonly name: 'applied'; readonly application: ApplicationView } & Chosen)
  | ({ readonly name: 'stopped'; readonly refusal: Refusal } & Chosen)

export type ApplyEvent =
  | { readonly type: 'start' }
  | {
      readonly type: 'checked'
      readonly refusals: readonly Refusal[]
      readonly models?: readonly string[]
    }
  | { readonly type: 'ticked'; readonly item: CheckItem; readonly checked: boolean }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | PasswordEntered
  | { readonly type: 'chosen'; readonly kind: CertificateKind; readonly checked: boolean }
  | { readonly type: 'confirmed'; readonly checked: boolean }
  | { readonly type: 'apply' }
  | { readonly type: 'stage'; readonly stage: ReadingStage }
  | { readonly type: 'card-read' }
  | { readonly type: 'still-good' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'again' }
  | { readonly type: 'network-back' }
  | SigningPasswordEntered
  | PinEntered
  | { readonly type: 'submitted'; readonly application: ApplicationView }

export type ApplyEffect =
  | { readonly type: 'check' }
  | { readonly type: 'keep-card-password'; readonly password: string; readonly force: boolean }
  | { readonly type: 'read-card'; readonly kinds: readonly CertificateKind[] }
  | { readonly type: 'check-signed' }
  | { readonly type: 'keep-signing-password'; readonly password: string }
  | { readonly type: 'keep-pin'; readonly pin: string }
  | { readonly type: 'submit' }
  | { readonly type: 'await-network' }

const firstNewSecret = (kinds: readonly CertificateKind[]): ApplyState =>
  kinds.includes('signing')
    ? { name: 'signing-password', kinds }
    : { name: 'pin', kinds, warnings: [] }

const steps: Rows<ApplyState, ApplyEvent, ApplyEffect> = {
  'check-list': (state, event) => {
    if (event.type === 'start' || event.type === 'again') {
      const { refusals: _, models: __, ...rest } = state
      return { state: rest, effects: [{ type: 'check' }] }
    }
    if (event.type === 'checked') {
      const { refusals, models = [] } = event
      return { state: { ...state, refusals, models } }
    }
    if (event.type === 'ticked') {
      const others = state.ticked.filter((item) => item !== event.item)
      return { state: { ...state, ticked: event.checked ? [...others, event.item] : others } }
    }
    if (event.type !== 'next') return undefined
    const unchecked = state.refusals === undefined || state.refusals.length > 0
    if (unchecked || state.ticked.length < checkItems.length) {
      return { state: { ...state, asked: true } }
    }
    return {
      state: { name: 'card-password', kinds: certificateKinds, confirmed: false },
    }
  },
  'card-password': (state, event) => {
    const { kinds, confirmed } = state
    if (event.type === 'back') {
      if (confirmed) return { state: { name: 'choose', kinds, confirmed, faults: [] } }
      return { state: { name: 'check-list', ticked: checkItems, asked: false, refusals: [] } }
    }
    if (event.type !== 'card-password-entered') return undefined
    const judged = judgeCardPassword(event, state.refusal)
    if ('fault' in judged) return { state: { ...state, fault: judged.fault } }
    const { password } = event
    const keep: ApplyEffect = { type: 'keep-card-password', password, force: judged.force }
    if (!confirmed) {
      return { state: { name: 'choose', kinds, confirmed: false, faults: [] }, effects: [keep] }
    }
    return {
      state: { name: 'reading', kinds, phase: 'waiting' },
      effects: [keep, { type: 'read-card', kinds }],
    }
  },
  choose: (state, event) => {
    const { kinds, confirmed } = state
    switch (event.type) {
      case 'back':
        return { state: { name: 'card-password', kinds, confirmed: false } }
      case 'chosen': {
        const chosen = certificateKinds.filter((kind) =>
          kind === event.kind ? event.checked : kinds.includes(kind),
        )
        return { state: { ...state, kinds: chosen, faults: [] } }
      }
      case 'confirmed':
        return { state: { ...state, confirmed: event.checked, faults: [] } }
      case 'apply': {
        const faults = [
          ...(kinds.length === 0 ? (['kinds'] as const) : []),
          ...(confirmed ? [] : (['confirmed'] as const)),
        ]
        if (faults.length > 0) return { state: { ...state, faults } }
        return {
          state: { name: 'reading', kinds, phase: 'waiting' },
          effects: [{ type: 'read-card', kinds }],
        }
      }
      default:
        return undefined
    }
  },
  reading: (state, event) => {
    const { kinds } = state
    switch (event.type) {
      case 'back':
        return { state: { name: 'choose', kinds, confirmed: true, faults: [] } }
      case 'stage':
        return { state: { name: 'reading', kinds, phase: 'reading', stage: event.stage } }
      case 'card-read':
        return { state: { name: 'read', kinds } }
      case 'again':
        return {
          state: { name: 'reading', kinds, phase: 'waiting' },
          effects: [{ type: 'read-card', kinds }],
        }
      case 'refused': {
        const { refusal } = event
        if (refusal.code === 'DRAFT_OF_ANOTHER_PERSON') {
          const first = { ...applyMachine.initial, ended: refusal }
          return { state: first, effects: [{ type: 'check' }] }
        }
        const held = { name: 'reading', kinds, phase: 'waiting', refusal } as const
        switch (afterReading(refusal)) {
          case 'password':
            return { state: { name: 'card-password', kinds, confirmed: true, refusal } }
          case 'again':
            return { state: held, effects: [{ type: 'read-card', kinds }] }
          case 'wait':
            return { state: held }
          default:
            return { state: { name: 'stopped', kinds, refusal } }
        }
      }
      default:
        return undefined
    }
  },
  read: ({ kinds, check }, event) => {
    switch (event.type) {
      case 'next':
        if (check === undefined) return { state: firstNewSecret(kinds) }
        if (check === 'running') return undefined
        return {
          state: { name: 'read', kinds, check: 'running' },
          effects: [{ type: 'check-signed' }],
        }
      case 'still-good':
        return { state: firstNewSecret(kinds) }
      case 'refused':
        return { state: { name: 'stopped', kinds, refusal: event.refusal } }
      default:
        return undefined
    }
  },
  'signing-password': (state, event) => {
    const { kinds } = state
    if (event.type === 'back') return { state: { name: 'read', kinds } }
    if (event.type !== 'signing-password-entered') return undefined
    const fault = judgeNewPassword(event)
    if (fault !== undefined) return { state: { ...state, fault } }
    const { password } = event
    const keep: ApplyEffect = { type: 'keep-signing-password', password }
    if (kinds.includes('authentication')) {
      return { state: { name: 'pin', kinds, warnings: [] }, effects: [keep] }
    }
    return { state: { name: 'submitting', kinds }, effects: [keep, { type: 'submit' }] }
  },
  pin: (state, event) => {
    const { kinds } = state
    if (event.type === 'back') {
      if (kinds.includes('signing')) return { state: { name: 'signing-password', kinds } }
      return { state: { name: 'read', kinds } }
    }
    if (event.type !== 'pin-entered') return undefined
    const { fault, warnings } = judgeNewPin(event)
    if (fault !== undefined || warnings.length > 0) {
      return { state: { name: 'pin', kinds, warnings, ...(fault !== undefined && { fault }) } }
    }
    const { pin } = event
    return {
      state: { name: 'submitting', kinds },
      effects: [{ type: 'keep-pin', pin }, { type: 'submit' }],
    }
  },
  submitting: ({ kinds, refusal }, event) => {
    switch (event.type) {
      case 'submitted':
        return { state: { name: 'applied', kinds, application: event.application } }
      case 'refused':
        if (event.refusal.code === 'NETWORK') {
          // The signed application is kept and goes out by itself when the network is back.
          return {
            state: { name: 'submitting', kinds, refusal: event.refusal },
            effects: [{ type: 'await-network' }],
          }
        }
        return { state: { name: 'stopped', kinds, refusal: event.refusal } }
      case 'network-back':
        // Not while it is being sent: 「もう一度送る」 may have been pressed meanwhile.
        if (refusal === undefined) return undefined
        return { state: { name: 'submitting', kinds }, effects: [{ type: 'submit' }] }
      case 'again':
        return { state: { name: 'submitting', kinds }, effects: [{ type: 'submit' }] }
      default:
        return undefined
    }
  },
  applied: () => undefined,
  stopped: () => undefined,
}

export const applyMachine: Machine<ApplyState, ApplyEvent, ApplyEffect> = {
  initial: { name: 'check-list', ticked: [], asked: false },
  step: stepBy(steps),
}

export type StepName = 'prepare' | 'card' | 'choose' | 'read' | 'signing' | 'pin' | 'done'

/** A certificate that was not chosen has no step; a procedure that was stopped is at none. */
export function stepsOf(state: ApplyState): StepLine<StepName> | undefined {
  if (state.name === 'stopped') return undefined
  const kinds: readonly CertificateKind[] =
    state.name === 'check-list' || state.name === 'card-password' || state.name === 'choose'
      ? certificateKinds
      : state.kinds
  const all: StepName[] = [
    'prepare',
    'card',
    'choose',
    'read',
    ...(kinds.includes('signing') ? (['signing'] as const) : []),
    ...(kinds.includes('authentication') ? (['pin'] as const) : []),
    'done',
  ]
  const names: Readonly<Record<Exclude<ApplyState['name'], 'stopped'>, StepName>> = {
    'check-list': 'prepare',
    'card-password': 'card',
    choose: 'choose',
    reading: 'read',
    read: 'read',
    'signing-password': 'signing',
    pin: 'pin',
    submitting: 'done',
    applied: 'done',
  }
  return stepLine(all, names[state.name])
}
