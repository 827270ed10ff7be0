/** A forgotten or locked secret of the phone is reset with the card at hand, at any hour: the procedure as a table. */
import type { CertificateKind } from '@kazashi/lifecycle'
import { type Machine, type Rows, stepBy } from '@kazashi/ui'
import {
  afterReading,
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

interface Chosen {
  /** The kinds on the phone now. */
  readonly present: readonly CertificateKind[]
  readonly kinds: readonly CertificateKind[]
}

export type ResetSecretState =
  | ({ readonly name: 'choose'; readonly fault: boolean } & Chosen)
  | ({
      readonly name: 'card-password'
      readonly fault?: EntryFault
      readonly refusal?: Refusal
    } & Chosen)
  | ({ readonly name: 'reading' } & ReadingState & Chosen)
  | ({ readonly name: 'signing-password'; readonly fault?: NewSecretFault } & Chosen)
  | ({
      readonly name: 'pin'
      readonly fault?: NewSecretFault
      readonly warnings: readonly PinWarning[]
    } & Chosen)
  | ({ readonly name: 'setting'; readonly refusal?: Refusal } & Chosen)
  | ({ readonly name: 'done' } & Chosen)
  | ({ readonly name: 'stopped'; readonly refusal: Refusal } & Chosen)

export type ResetSecretEvent =
  | { readonly type: 'chosen'; readonly kind: CertificateKind; readonly checked: boolean }
  | { readonly type: 'begin' }
  | { readonly type: 'back' }
  | PasswordEntered
  | { readonly type: 'stage'; readonly stage: ReadingStage }
  | { readonly type: 'again' }
  | { readonly type: 'card-read' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | SigningPasswordEntered
  | PinEntered
  | { readonly type: 'set' }

export type ResetSecretEffect =
  | { readonly type: 'keep-card-password'; readonly password: string; readonly force: boolean }
  | { readonly type: 'read-card'; readonly kinds: readonly CertificateKind[] }
  | { readonly type: 'keep-signing-password'; readonly password: string }
  | { readonly type: 'keep-pin'; readonly pin: string }
  | { readonly type: 'set' }

/** After the card: the first secret that is to be set. */
export const firstNewSecret = (chosen: Chosen): ResetSecretState =>
  chosen.kinds.includes('signing')
    ? { name: 'signing-password', ...chosen }
    : { name: 'pin', warnings: [], ...chosen }

const steps: Rows<ResetSecretState, ResetSecretEvent, ResetSecretEffect> = {
  choose: (state, event) => {
    const { present, kinds } = state
    if (event.type === 'chosen') {
      const chosen = present.filter((kind) =>
        kind === event.kind ? event.checked : kinds.includes(kind),
      )
      return { state: { ...state, kinds: chosen, fault: false } }
    }
    if (event.type !== 'begin') return undefined
    if (kinds.length === 0) return { state: { ...state, fault: true } }
    return { state: { name: 'card-password', present, kinds } }
  },
  'card-password': (state, event) => {
    const { present, kinds } = state
    if (event.type === 'back') return { state: { name: 'choose', present, kinds, fault: false } }
    if (event.type !== 'card-password-entered') return undefined
    const judged = judgeCardPassword(event, state.refusal)
    if ('fault' in judged) return { state: { ...state, fault: judged.fault } }
    return {
      state: { name: 'reading', phase: 'waiting', present, kinds },
      effects: [
        { type: 'keep-card-password', password: event.password, force: judged.force },
        { type: 'read-card', kinds },
      ],
    }
  },
  reading: ({ present, kinds }, event) => {
    const read: ResetSecretEffect = { type: 'read-card', kinds }
    switch (event.type) {
      case 'back':
        return { state: { name: 'card-password', present, kinds } }
      case 'stage':
        return { state: { name: 'reading', phase: 'reading', stage: event.stage, present, kinds } }
      case 'again':
        return { state: { name: 'reading', phase: 'waiting', present, kinds }, effects: [read] }
      case 'card-read':
        return { state: firstNewSecret({ present, kinds }) }
      case 'refused': {
        const { refusal } = event
        const held = { name: 'reading', phase: 'waiting', refusal, present, kinds } as const
        switch (afterReading(refusal)) {
          case 'password':
            return { state: { name: 'card-password', refusal, present, kinds } }
          case 'again':
            return { state: held, effects: [read] }
          case 'wait':
            return { state: held }
          default:
            return { state: { name: 'stopped', refusal, present, kinds } }
        }
      }
      default:
        return undefined
    }
  },
  'signing-password': (state, event) => {
    const { present, kinds } = state
    if (event.type !== 'signing-password-entered') return undefined
    const fault = judgeNewPassword(event)
    if (fault !== undefined) return { state: { ...state, fault } }
    const keep: ResetSecretEffect = { type: 'keep-signing-password', password: event.password }
    if (kinds.includes('authentication')) {
      return { state: { name: 'pin', warnings: [], present, kinds }, effects: [keep] }
    }
    return { state: { name: 'setting', present, kinds }, effects: [keep, { type: 'set' }] }
  },
  pin: ({ present, kinds }, event) => {
    if (event.type === 'back' && kinds.includes('signing')) {
      return { state: { name: 'signing-password', present, kinds } }
    }
    if (event.type !== 'pin-entered') return undefined
    const { fault, warnings } = judgeNewPin(event)
    if (fault !== undefined || warnings.length > 0) {
      const told = { warnings, ...(fault !== undefined && { fault }) }
      return { state: { name: 'pin', ...told, present, kinds } }
    }
    return {
      state: { name: 'setting', present, kinds },
      effects: [{ type: 'keep-pin', pin: event.pin }, { type: 'set' }],
    }
  },
  setting: ({ present, kinds }, event) => {
    switch (event.type) {
      case 'set':
        return { state: { name: 'done', present, kinds } }
      case 'again':
        return { state: { name: 'setting', present, kinds }, effects: [{ type: 'set' }] }
      case 'refused': {
        const name = event.refusal.code === 'NETWORK' ? 'setting' : 'stopped'
        return { state: { name, refusal: event.refusal, present, kinds } }
      }
      default:
        return undefined
    }
  },
  done: () => undefined,
  stopped: () => undefined,
}

/** @param present the kinds on this phone @param locked those whose secret is locked: ticked at first; none: all are */
export const resetSecretMachine = (
  present: readonly CertificateKind[],
  locked: readonly CertificateKind[],
): Machine<ResetSecretState, ResetSecretEvent, ResetSecretEffect> => ({
  initial: { name: 'choose', present, kinds: locked.length > 0 ? locked : present, fault: false },
  step: stepBy(steps),
})

export type ResetSecretStep = 'choose' | 'card' | 'read' | 'signing' | 'pin' | 'done'

const stepOf: Readonly<Record<Exclude<ResetSecretState['name'], 'stopped'>, ResetSecretStep>> = {
  choose: 'choose',
  'card-password': 'card',
  reading: 'read',
  'signing-password': 'signing',
  pin: 'pin',
  setting: 'done',
  done: 'done',
}

/** A secret that is not reset has no step; a procedure that was stopped is at none. */
export function resetSecretStepsOf(state: ResetSecretState): StepLine<ResetSecretStep> | undefined {
  if (state.name === 'stopped') return undefined
  const { kinds } = state
  const all: ResetSecretStep[] = [
    'choose',
    'card',
    'read',
    ...(kinds.includes('signing') ? (['signing'] as const) : []),
    ...(kinds.includes('authentication') ? (['pin'] as const) : []),
    'done',
  ]
  return stepLine(all, stepOf[state.name])
}
