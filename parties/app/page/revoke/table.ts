/** 2-F: one or both certificates end, by the phone's own secret or with the card at hand: the procedure as a table. */
import { type Carrier, type CertificateKind, isPin, isSigningPassword } from '@kazashi/lifecycle'
import { type Machine, type Rows, stepBy } from '@kazashi/ui'
import {
  afterReading,
  type EntryFault,
  isLastTry,
  judgeCardPassword,
  type PasswordEntered,
  type ReadingStage,
  type ReadingState,
} from '../card/card-steps.ts'
import type { Refusal } from '../faults/refusal.ts'
import { type StepLine, stepLine } from '../step-line.ts'

interface Chosen {
  /** The kinds on the phone now. */
  readonly present: readonly CertificateKind[]
  readonly kinds: readonly CertificateKind[]
}
/** ⑥ the phone's own secret, or 「お手元のカードを利用する」. */
type Way = Carrier

export type RevokeState =
  | ({ readonly name: 'choose'; readonly fault: boolean } & Chosen)
  | ({
      readonly name: 'secret'
      readonly fault?: 'form' | 'last-try-unconfirmed'
      readonly refusal?: Refusal
    } & Chosen)
  | ({
      readonly name: 'card-password'
      readonly fault?: EntryFault
      readonly refusal?: Refusal
    } & Chosen)
  /** The phone's own secret is tried, so that a wrong one is told before the last question. */
  | ({ readonly name: 'checking' } & Chosen)
  | ({ readonly name: 'confirm'; readonly way: Way } & Chosen)
  | ({ readonly name: 'reading' } & ReadingState & Chosen)
  | ({ readonly name: 'revoking'; readonly refusal?: Refusal } & Chosen)
  | ({ readonly name: 'done'; readonly way: Way } & Chosen)
  | ({ readonly name: 'stopped'; readonly refusal: Refusal } & Chosen)

export type RevokeEvent =
  | { readonly type: 'chosen'; readonly kind: CertificateKind; readonly checked: boolean }
  | { readonly type: 'begin' }
  | { readonly type: 'back' }
  | {
      readonly type: 'secret-entered'
      readonly secret: string
      readonly lastTryConfirmed: boolean
    }
  | { readonly type: 'use-card' }
  | PasswordEntered
  | { readonly type: 'secret-right' }
  | { readonly type: 'revoke' }
  | { readonly type: 'stage'; readonly stage: ReadingStage }
  | { readonly type: 'again' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'revoked' }

export type RevokeEffect =
  | { readonly type: 'keep-secret'; readonly secret: string; readonly force: boolean }
  | { readonly type: 'keep-card-password'; readonly password: string; readonly force: boolean }
  | { readonly type: 'check-secret' }
  | { readonly type: 'revoke-by-phone'; readonly kinds: readonly CertificateKind[] }
  | { readonly type: 'revoke-by-card'; readonly kinds: readonly CertificateKind[] }
  /** Sends the signed request once more; where there is none, starts over with the secret still in memory. */
  | { readonly type: 'continue'; readonly kinds: readonly CertificateKind[] }

/** Refusals of the phone's own secret: they are answered where it is entered. */
const enterAgain = new Set(['SECRET_WRONG', 'LAST_TRY', 'SECRET_BLOCKED'])

/** The kind whose secret is asked for: the signing password, or the PIN where there is no signing certificate. */
export const secretKind = ({ present }: Pick<Chosen, 'present'>): CertificateKind =>
  present.includes('signing') ? 'signing' : 'authentication'

const steps: Rows<RevokeState, RevokeEvent, RevokeEffect> = {
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
    return { state: { name: 'secret', present, kinds } }
  },
  secret: (state, event) => {
    const { present, kinds, refusal } = state
    if (event.type === 'back') return { state: { name: 'choose', present, kinds, fault: false } }
    if (event.type === 'use-card') return { state: { name: 'card-password', present, kinds } }
    if (event.type === 'refused') {
      return { state: { name: 'stopped', refusal: event.refusal, present, kinds } }
    }
    if (event.type !== 'secret-entered') return undefined
    const { secret, lastTryConfirmed } = event
    const good = secretKind(state) === 'signing' ? isSigningPassword(secret) : isPin(secret)
    if (!good) return { state: { ...state, fault: 'form' } }
    const force = isLastTry(refusal)
    if (force && !lastTryConfirmed) return { state: { ...state, fault: 'last-try-unconfirmed' } }
    return {
      state: { name: 'checking', present, kinds },
      effects: [{ type: 'keep-secret', secret, force }, { type: 'check-secret' }],
    }
  },
  checking: ({ present, kinds }, event) => {
    if (event.type === 'secret-right') {
      return { state: { name: 'confirm', way: 'phone', present, kinds } }
    }
    if (event.type !== 'refused') return undefined
    const { refusal } = event
    const name = enterAgain.has(refusal.code) ? 'secret' : 'stopped'
    return { state: { name, refusal, present, kinds } }
  },
  'card-password': (state, event) => {
    const { present, kinds } = state
    if (event.type === 'back') return { state: { name: 'secret', present, kinds } }
    if (event.type !== 'card-password-entered') return undefined
    const judged = judgeCardPassword(event, state.refusal)
    if ('fault' in judged) return { state: { ...state, fault: judged.fault } }
    const { password } = event
    return {
      state: { name: 'confirm', way: 'card', present, kinds },
      effects: [{ type: 'keep-card-password', password, force: judged.force }],
    }
  },
  confirm: ({ way, present, kinds }, event) => {
    if (event.type === 'back') {
      return { state: { name: way === 'phone' ? 'secret' : 'card-password', present, kinds } }
    }
    if (event.type !== 'revoke') return undefined
    if (way === 'phone') {
      return {
        state: { name: 'revoking', present, kinds },
        effects: [{ type: 'revoke-by-phone', kinds }],
      }
    }
    return {
      state: { name: 'reading', phase: 'waiting', present, kinds },
      effects: [{ type: 'revoke-by-card', kinds }],
    }
  },
  reading: ({ present, kinds }, event) => {
    const read: RevokeEffect = { type: 'revoke-by-card', kinds }
    switch (event.type) {
      case 'back':
        return { state: { name: 'card-password', present, kinds } }
      case 'stage':
        return { state: { name: 'reading', phase: 'reading', stage: event.stage, present, kinds } }
      case 'again':
        return { state: { name: 'reading', phase: 'waiting', present, kinds }, effects: [read] }
      case 'revoked':
        return { state: { name: 'done', way: 'card', present, kinds } }
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
  revoking: ({ present, kinds }, event) => {
    switch (event.type) {
      case 'revoked':
        return { state: { name: 'done', way: 'phone', present, kinds } }
      case 'again':
        return {
          state: { name: 'revoking', present, kinds },
          effects: [{ type: 'continue', kinds }],
        }
      case 'refused': {
        const { refusal } = event
        if (refusal.code === 'NETWORK') {
          return { state: { name: 'revoking', refusal, present, kinds } }
        }
        if (enterAgain.has(refusal.code)) {
          return { state: { name: 'secret', refusal, present, kinds } }
        }
        return { state: { name: 'stopped', refusal, present, kinds } }
      }
      default:
        return undefined
    }
  },
  done: () => undefined,
  stopped: () => undefined,
}

/** @param present the kinds that are on this phone */
export const revokeMachine = (
  present: readonly CertificateKind[],
): Machine<RevokeState, RevokeEvent, RevokeEffect> => ({
  initial: { name: 'choose', present, kinds: present, fault: false },
  step: stepBy(steps),
})

export type RevokeStep = 'choose' | 'secret' | 'card' | 'confirm' | 'read' | 'done'

const ways: Readonly<Record<Way, readonly RevokeStep[]>> = {
  phone: ['choose', 'secret', 'confirm', 'done'],
  card: ['choose', 'card', 'confirm', 'read', 'done'],
}

/** With the card at hand there is a step more; a revocation that was stopped is at none. */
export function revokeStepsOf(state: RevokeState): StepLine<RevokeStep> | undefined {
  switch (state.name) {
    case 'choose':
    case 'secret':
      return stepLine(ways.phone, state.name)
    case 'checking':
      return stepLine(ways.phone, 'secret')
    case 'card-password':
      return stepLine(ways.card, 'card')
    case 'confirm':
      return stepLine(ways[state.way], 'confirm')
    case 'reading':
      return stepLine(ways.card, 'read')
    case 'revoking':
      return stepLine(ways.phone, 'done')
    case 'done':
      return stepLine(ways[state.way], 'done')
    case 'stopped':
      return undefined
  }
}
