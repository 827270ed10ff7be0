/** A phone unknown to the authority is reset: the question, the wait, done. */
import type { Machine } from '@kazashi/ui'
import type { Refusal } from '../faults/refusal.ts'

export type ResetPhoneState =
  | { readonly name: 'question' }
  | { readonly name: 'erasing' }
  | { readonly name: 'erased' }
  | { readonly name: 'stopped'; readonly refusal: Refusal }
export type ResetPhoneEvent =
  | { readonly type: 'erase' | 'erased' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
export type ResetPhoneEffect = { readonly type: 'erase' }

export const resetPhoneMachine: Machine<ResetPhoneState, ResetPhoneEvent, ResetPhoneEffect> = {
  initial: { name: 'question' },
  step: (state, event) => {
    if (state.name === 'question' && event.type === 'erase') {
      return { state: { name: 'erasing' }, effects: [{ type: 'erase' }] }
    }
    if (state.name !== 'erasing') return undefined
    if (event.type === 'erased') return { state: { name: 'erased' } }
    if (event.type !== 'refused') return undefined
    return { state: { name: 'stopped', refusal: event.refusal } }
  },
}
