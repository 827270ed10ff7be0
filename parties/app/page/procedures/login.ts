/** 1-B①: a site asks who it is. Who asks, what for and the code to compare come before the PIN. */
import { isPin } from '@kazashi/lifecycle'
import type { Machine } from '@kazashi/ui'
import type { Refusal } from './problem.ts'

/** What the screens show of a request; the whole of it stays with who answers it. */
export interface Asked {
  readonly audience: string
  readonly relyingParty: string
  readonly purpose: string
  /** Shown by the site as well: the same code means the same screen. */
  readonly code: string
}

export type LoginState =
  | { readonly name: 'fetching' }
  | { readonly name: 'asked'; readonly asked: Asked }
  | {
      readonly name: 'pin'
      readonly asked: Asked
      readonly fault?: 'form' | 'last-try-unconfirmed'
      readonly refusal?: Refusal
    }
  | { readonly name: 'answering'; readonly asked: Asked }
  | { readonly name: 'accepted'; readonly asked: Asked }
  | { readonly name: 'refused'; readonly refusal: Refusal; readonly asked?: Asked }
  | { readonly name: 'declined'; readonly asked: Asked }

export type LoginEvent =
  | { readonly type: 'start' }
  | { readonly type: 'fetched'; readonly asked: Asked }
  | { readonly type: 'agree' }
  | { readonly type: 'decline' }
  | { readonly type: 'back' }
  | {
      readonly type: 'pin-entered'
      readonly pin: string
      readonly lastTryConfirmed: boolean
    }
  | { readonly type: 'accepted' }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export type LoginEffect =
  | { readonly type: 'fetch' }
  | { readonly type: 'answer'; readonly pin: string; readonly force: boolean }

const enterAgain = new Set(['SECRET_WRONG', 'LAST_TRY', 'NETWORK'])
export const isLastPin = (refusal: Refusal | undefined): boolean =>
  refusal?.code === 'LAST_TRY' || refusal?.triesLeft === 1

export const loginMachine: Machine<LoginState, LoginEvent, LoginEffect> = {
  initial: { name: 'fetching' },
  step: (state, event) => {
    switch (state.name) {
      case 'fetching':
        if (event.type === 'start') return { state, effects: [{ type: 'fetch' }] }
        if (event.type === 'fetched') return { state: { name: 'asked', asked: event.asked } }
        if (event.type === 'refused') return { state: { name: 'refused', refusal: event.refusal } }
        return undefined
      case 'asked':
        if (event.type === 'agree') return { state: { name: 'pin', asked: state.asked } }
        if (event.type === 'decline') return { state: { name: 'declined', asked: state.asked } }
        return undefined
      case 'pin': {
        if (event.type === 'back') return { state: { name: 'asked', asked: state.asked } }
        if (event.type !== 'pin-entered') return undefined
        if (!isPin(event.pin)) return { state: { ...state, fault: 'form' } }
        const force = isLastPin(state.refusal)
        if (force && !event.lastTryConfirmed) {
          return { state: { ...state, fault: 'last-try-unconfirmed' } }
        }
        return {
          state: { name: 'answering', asked: state.asked },
          effects: [{ type: 'answer', pin: event.pin, force }],
        }
      }
      case 'answering': {
        const { asked } = state
        if (event.type === 'accepted') return { state: { name: 'accepted', asked } }
        if (event.type !== 'refused') return undefined
        const { refusal } = event
        if (enterAgain.has(refusal.code)) return { state: { name: 'pin', asked, refusal } }
        return { state: { name: 'refused', asked, refusal } }
      }
      default:
        return undefined
    }
  },
}
