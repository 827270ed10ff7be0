/** 2-E: after the notice 「登録する」 → wait → registration complete. */
import type { Machine } from '@kazashi/ui'
import type { Refusal } from '../faults/refusal.ts'

export type RegisterState =
  | { readonly name: 'ready'; readonly refusal?: Refusal }
  | { readonly name: 'registering' }
  | { readonly name: 'registered' }
  | { readonly name: 'stopped'; readonly refusal: Refusal }
export type RegisterEvent =
  | { readonly type: 'register' }
  | { readonly type: 'registered' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
export type RegisterEffect = { readonly type: 'register' }

export const registerMachine: Machine<RegisterState, RegisterEvent, RegisterEffect> = {
  initial: { name: 'ready' },
  step: (state, event) => {
    if (state.name === 'ready' && event.type === 'register') {
      return { state: { name: 'registering' }, effects: [{ type: 'register' }] }
    }
    if (state.name !== 'registering') return undefined
    if (event.type === 'registered') return { state: { name: 'registered' } }
    if (event.type !== 'refused') return undefined
    const { refusal } = event
    if (refusal.code === 'NETWORK') return { state: { name: 'ready', refusal } }
    return { state: { name: 'stopped', refusal } }
  },
}
