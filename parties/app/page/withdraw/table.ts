/** An application under way is given up (2-D, 3-D, 4-B, 5-B3), at any hour: the last question, the wait, done. */
import type { Machine } from '@kazashi/ui'
import type { Refusal } from '../faults/refusal.ts'

export type WithdrawState =
  | { readonly name: 'confirm' }
  /** With a refusal: it was sent and has no answer; the same is sent again, and nothing happens twice. */
  | { readonly name: 'withdrawing'; readonly refusal?: Refusal }
  | { readonly name: 'withdrawn' }
  | { readonly name: 'stopped'; readonly refusal: Refusal }
export type WithdrawEvent =
  | { readonly type: 'withdraw' }
  /** Pressed, or the network is back. */
  | { readonly type: 'again' }
  | { readonly type: 'withdrawn' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
export type WithdrawEffect = { readonly type: 'withdraw' }

const withdraw = {
  state: { name: 'withdrawing' },
  effects: [{ type: 'withdraw' }],
} as const

export const withdrawMachine: Machine<WithdrawState, WithdrawEvent, WithdrawEffect> = {
  initial: { name: 'confirm' },
  step: (state, event) => {
    switch (state.name) {
      case 'confirm':
        return event.type === 'withdraw' ? withdraw : undefined
      case 'withdrawing': {
        if (event.type === 'withdrawn') return { state: { name: 'withdrawn' } }
        if (event.type === 'again') return state.refusal === undefined ? undefined : withdraw
        if (event.type !== 'refused') return undefined
        const { refusal } = event
        const name = refusal.code === 'NETWORK' ? 'withdrawing' : 'stopped'
        return { state: { name, refusal } }
      }
      default:
        return undefined
    }
  },
}
