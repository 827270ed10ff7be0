/** 3-F: from an iPhone without a card, the one on another phone is deleted, by the card's signing password. */
import type { Machine, Next } from '@kazashi/ui'
import type { EntryFault } from '../card/card-steps.ts'
import type { Refusal } from '../faults/refusal.ts'
import { holdCardAgain, isLastPassword, passwordFault } from '../secrets/deletion-password.ts'
import { type StepLine, stepLine } from '../step-line.ts'

export type IphoneDeleteOtherState =
  | { readonly name: 'password'; readonly fault?: EntryFault; readonly refusal?: Refusal }
  /** The last question, as in 3-E. */
  | { readonly name: 'sure' }
  /** ④ before 「読み取り開始」. */
  | { readonly name: 'place-card'; readonly refusal?: Refusal }
  | { readonly name: 'reading'; readonly phase: 'waiting' | 'reading'; readonly refusal?: Refusal }
  | { readonly name: 'deleted'; readonly model: string }
  | { readonly name: 'stopped'; readonly refusal: Refusal }

export type IphoneDeleteOtherEvent =
  | { readonly type: 'back' | 'sure' | 'read' | 'card-found' | 'go-on' }
  | {
      readonly type: 'password-entered'
      readonly value: string
      readonly lastTryConfirmed: boolean
    }
  | { readonly type: 'deleted'; readonly model: string }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export type IphoneDeleteOtherEffect =
  | { readonly type: 'keep-password'; readonly value: string; readonly force: boolean }
  | { readonly type: 'delete-other' }

type After = Next<IphoneDeleteOtherState, IphoneDeleteOtherEffect> | undefined

function refused(refusal: Refusal): After {
  if (refusal.code === 'CARD_SECRET_WRONG' || refusal.code === 'CARD_LAST_TRY') {
    return { state: { name: 'password', refusal } }
  }
  if (refusal.code === 'CARD_AWAY') {
    return {
      state: { name: 'reading', phase: 'waiting', refusal },
      effects: [{ type: 'delete-other' }],
    }
  }
  if (holdCardAgain.has(refusal.code)) return { state: { name: 'place-card', refusal } }
  return { state: { name: 'stopped', refusal } }
}

export const iphoneDeleteOtherMachine: Machine<
  IphoneDeleteOtherState,
  IphoneDeleteOtherEvent,
  IphoneDeleteOtherEffect
> = {
  initial: { name: 'password' },
  step: (state, event): After => {
    switch (state.name) {
      case 'password': {
        if (event.type !== 'password-entered') return undefined
        const fault = passwordFault(event, state.refusal)
        if (fault !== undefined) return { state: { ...state, fault } }
        const force = isLastPassword(state.refusal)
        return {
          state: { name: 'sure' },
          effects: [{ type: 'keep-password', value: event.value, force }],
        }
      }
      case 'sure':
        if (event.type === 'back') return { state: { name: 'password' } }
        return event.type === 'sure' ? { state: { name: 'place-card' } } : undefined
      case 'place-card':
        if (event.type === 'back') return { state: { name: 'sure' } }
        if (event.type !== 'read') return undefined
        return {
          state: { name: 'reading', phase: 'waiting' },
          effects: [{ type: 'delete-other' }],
        }
      case 'reading':
        if (event.type === 'back' && state.phase === 'waiting') {
          return { state: { name: 'place-card' } }
        }
        if (event.type === 'card-found') return { state: { name: 'reading', phase: 'reading' } }
        // Sent on an earlier visit, without an answer: neither password nor card is asked for again.
        if (event.type === 'go-on') return { state, effects: [{ type: 'delete-other' }] }
        if (event.type === 'deleted') return { state: { name: 'deleted', model: event.model } }
        return event.type === 'refused' ? refused(event.refusal) : undefined
      default:
        return undefined
    }
  },
}

const otherSteps = ['password', 'sure', 'read', 'done'] as const
export type DeleteOtherStep = (typeof otherSteps)[number]

const stepOf: Readonly<
  Record<Exclude<IphoneDeleteOtherState['name'], 'stopped'>, DeleteOtherStep>
> = { password: 'password', sure: 'sure', 'place-card': 'read', reading: 'read', deleted: 'done' }

/** A procedure that was stopped is at no step. */
export const deleteOtherStepsOf = (
  state: IphoneDeleteOtherState,
): StepLine<DeleteOtherStep> | undefined =>
  state.name === 'stopped' ? undefined : stepLine(otherSteps, stepOf[state.name])
