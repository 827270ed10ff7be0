/** 3-E: the card on this iPhone is deleted, by its own signing password or by the card at hand. */
import type { Carrier } from '@kazashi/lifecycle'
import type { Machine, Next } from '@kazashi/ui'
import type { EntryFault } from '../card/card-steps.ts'
import type { Refusal } from '../faults/refusal.ts'
import { holdCardAgain, isLastPassword, passwordFault } from '../secrets/deletion-password.ts'
import { type StepLine, stepLine } from '../step-line.ts'

/** 「いずれかの削除方法」 of ⑤. */
export type DeleteWay = Carrier

interface Entry {
  readonly fault?: EntryFault
  readonly refusal?: Refusal
}

export type IphoneDeleteState =
  /** ③④ 「iPhoneのマイナンバーカード」 with 「削除」 at the bottom. */
  | { readonly name: 'on-this-phone' }
  /** With a refusal: the way that was chosen is locked. */
  | { readonly name: 'ways'; readonly refusal?: Refusal }
  | ({ readonly name: 'password'; readonly way: DeleteWay } & Entry)
  /** The password of the phone is tried, so that a wrong one is told before the last question. */
  | { readonly name: 'checking'; readonly way: 'phone' }
  /** The last question, with the functions that will stop working. */
  | { readonly name: 'sure'; readonly way: DeleteWay }
  | {
      readonly name: 'reading'
      readonly way: DeleteWay
      readonly phase: 'waiting' | 'reading'
      readonly refusal?: Refusal
    }
  | { readonly name: 'deleting'; readonly way: DeleteWay; readonly refusal?: Refusal }
  | { readonly name: 'deleted'; readonly way: DeleteWay }
  | { readonly name: 'stopped'; readonly refusal: Refusal }

export type IphoneDeleteEvent =
  | {
      readonly type:
        | 'delete'
        | 'back'
        | 'sure'
        | 'again'
        | 'card-found'
        | 'password-right'
        | 'deleted'
    }
  | { readonly type: 'way-chosen'; readonly way: DeleteWay }
  | {
      readonly type: 'password-entered'
      readonly value: string
      readonly lastTryConfirmed: boolean
    }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export type IphoneDeleteEffect =
  | { readonly type: 'keep-password'; readonly value: string; readonly force: boolean }
  | { readonly type: 'check-password' }
  | { readonly type: 'delete'; readonly way: DeleteWay }

/** Refusals that a new entry of the password answers; another card has another one. */
const enterAgain = new Set([
  'CARD_SECRET_WRONG',
  'CARD_LAST_TRY',
  'SECRET_WRONG',
  'LAST_TRY',
  'CARD_OF_ANOTHER_PERSON',
])
function working(way: DeleteWay): Next<IphoneDeleteState, IphoneDeleteEffect> {
  const effects = [{ type: 'delete', way }] as const
  if (way === 'phone') return { state: { name: 'deleting', way }, effects }
  return { state: { name: 'reading', way, phase: 'waiting' }, effects }
}

export const iphoneDeleteMachine: Machine<
  IphoneDeleteState,
  IphoneDeleteEvent,
  IphoneDeleteEffect
> = {
  initial: { name: 'on-this-phone' },
  step: (state, event) => {
    switch (state.name) {
      case 'on-this-phone':
        return event.type === 'delete' ? { state: { name: 'ways' } } : undefined
      case 'ways':
        if (event.type === 'back') return { state: { name: 'on-this-phone' } }
        if (event.type === 'refused') return { state: { name: 'stopped', refusal: event.refusal } }
        if (event.type !== 'way-chosen') return undefined
        return { state: { name: 'password', way: event.way } }
      case 'password': {
        const { way, refusal } = state
        if (event.type === 'back') return { state: { name: 'ways' } }
        if (event.type !== 'password-entered') return undefined
        const fault = passwordFault(event, refusal)
        if (fault !== undefined) return { state: { ...state, fault } }
        const keep: IphoneDeleteEffect = {
          type: 'keep-password',
          value: event.value,
          force: isLastPassword(refusal),
        }
        if (way === 'card') return { state: { name: 'sure', way }, effects: [keep] }
        return {
          state: { name: 'checking', way },
          effects: [keep, { type: 'check-password' }],
        }
      }
      case 'checking': {
        const { way } = state
        if (event.type === 'password-right') return { state: { name: 'sure', way } }
        if (event.type !== 'refused') return undefined
        const { refusal } = event
        if (refusal.code === 'SECRET_BLOCKED') return { state: { name: 'ways', refusal } }
        if (enterAgain.has(refusal.code)) return { state: { name: 'password', way, refusal } }
        return { state: { name: 'stopped', refusal } }
      }
      case 'sure':
        if (event.type === 'back') return { state: { name: 'password', way: state.way } }
        return event.type === 'sure' ? working(state.way) : undefined
      case 'reading':
      case 'deleting': {
        const { way } = state
        if (event.type === 'deleted') return { state: { name: 'deleted', way } }
        if (event.type === 'again') return working(way)
        if (event.type === 'back' && state.name === 'reading' && state.phase === 'waiting') {
          return { state: { name: 'password', way } }
        }
        if (event.type === 'card-found' && state.name === 'reading') {
          return { state: { name: 'reading', way, phase: 'reading' } }
        }
        if (event.type !== 'refused') return undefined
        const { refusal } = event
        if (refusal.code === 'SECRET_BLOCKED') return { state: { name: 'ways', refusal } }
        if (enterAgain.has(refusal.code)) return { state: { name: 'password', way, refusal } }
        if (refusal.code === 'CARD_AWAY') {
          return {
            state: { name: 'reading', way, phase: 'waiting', refusal },
            effects: [{ type: 'delete', way }],
          }
        }
        if (way === 'card' && holdCardAgain.has(refusal.code)) {
          return { state: { name: 'reading', way, phase: 'waiting', refusal } }
        }
        if (refusal.code === 'NETWORK') return { state: { name: 'deleting', way, refusal } }
        return { state: { name: 'stopped', refusal } }
      }
      default:
        return undefined
    }
  },
}

export type DeleteStep = 'way' | 'password' | 'sure' | 'read' | 'done'

const stepsOfWay: Readonly<Record<DeleteWay, readonly DeleteStep[]>> = {
  phone: ['way', 'password', 'sure', 'done'],
  card: ['way', 'password', 'sure', 'read', 'done'],
}

/** With the card at hand there is a step more. Before 「削除」 is pressed, and when it was stopped, there is none. */
export function deleteStepsOf(state: IphoneDeleteState): StepLine<DeleteStep> | undefined {
  switch (state.name) {
    case 'ways':
      return stepLine(stepsOfWay.phone, 'way')
    case 'checking':
      return stepLine(stepsOfWay.phone, 'password')
    case 'password':
    case 'sure':
      return stepLine(stepsOfWay[state.way], state.name)
    case 'reading':
      return stepLine(stepsOfWay.card, 'read')
    case 'deleting':
    case 'deleted':
      return stepLine(stepsOfWay[state.way], 'done')
    case 'on-this-phone':
    case 'stopped':
      return undefined
  }
}
