/**
 * 1-A②: somebody asks for elements of the card in the wallet. Who asks and each element come first; a finger or a face, or the PIN, opens
 * the answer. A refusal is told to the asker as one; a phone whose card is stopped or over asks nobody.
 */
import { isPin } from '@kazashi/lifecycle'
import {
  type AskedPart,
  type Asker,
  agreeTo,
  type OverAsking,
  type Question,
} from '@kazashi/phone/presentation'
import type { Machine } from '@kazashi/ui'
import type { ShownValue } from '../elements/words.ts'
import type { Refusal } from '../faults/refusal.ts'

export interface AskedFor {
  readonly asker: Asker
  readonly questions: readonly (Question & { readonly key: string; readonly value: ShownValue })[]
  readonly parts: readonly AskedPart[]
  readonly warnings: readonly OverAsking[]
}

interface Known {
  readonly asked: AskedFor
  /** Keys of what the holder is ready to show. */
  readonly chosen: readonly string[]
  /** A finger or a face stands for the PIN. */
  readonly biometrics?: true
}

export type PresentState =
  | { readonly name: 'opening' }
  | ({ readonly name: 'asked'; readonly refusal?: Refusal } & Known)
  /** The phone's own screen is open. */
  | ({ readonly name: 'recognising' } & Known)
  | ({
      readonly name: 'pin'
      readonly fault?: 'form' | 'last-try-unconfirmed'
      readonly refusal?: Refusal
      /** A finger or a face came to nothing. */
      readonly unrecognised?: true
    } & Known)
  | ({ readonly name: 'answering'; readonly by: 'pin' | 'biometrics' } & Known)
  /** returnUrl: of the browser that asked; none: on another screen. */
  | ({ readonly name: 'shown'; readonly returnUrl?: string } & Known)
  | ({ readonly name: 'declining' } & Known)
  /** untold: the asker could not be reached. */
  | {
      readonly name: 'declined'
      readonly asked: AskedFor
      readonly returnUrl?: string
      readonly untold?: true
    }
  | { readonly name: 'refused'; readonly refusal: Refusal; readonly missing?: readonly string[] }

export type PresentEvent =
  | { readonly type: 'start' }
  | { readonly type: 'opened'; readonly asked: AskedFor; readonly biometrics: boolean }
  | { readonly type: 'choose'; readonly key: string; readonly chosen: boolean }
  | { readonly type: 'show' }
  | { readonly type: 'decline' }
  | { readonly type: 'back' }
  | { readonly type: 'use-pin' }
  | { readonly type: 'recognised' }
  | { readonly type: 'pin-entered'; readonly pin: string; readonly lastTryConfirmed: boolean }
  /** keys: of what went to the asker, which may be less than was chosen: a set of the asker's has room for no more. */
  | { readonly type: 'shown'; readonly keys: readonly string[]; readonly returnUrl?: string }
  | { readonly type: 'declined'; readonly returnUrl?: string; readonly untold?: true }
  | {
      readonly type: 'refused'
      readonly refusal: Refusal
      readonly missing?: readonly string[]
    }

export type PresentEffect =
  | { readonly type: 'open' }
  | { readonly type: 'recognise' }
  | { readonly type: 'answer'; readonly chosen: readonly string[] } // recognised before
  | {
      readonly type: 'answer-by-pin'
      readonly chosen: readonly string[]
      readonly pin: string
      readonly force: boolean
    }
  | { readonly type: 'decline' }

const knownOf = ({ asked, chosen, biometrics }: Known): Known => ({
  asked,
  chosen,
  ...(biometrics && { biometrics }),
})

export const isLastPin = (refusal: Refusal | undefined): boolean =>
  refusal?.code === 'LAST_TRY' || refusal?.triesLeft === 1

/** A choice that no set of the asker has room for is told before the holder proves to be there. */
function isEnough({ asked, chosen }: Known): boolean {
  try {
    agreeTo(asked.parts, new Set(chosen))
    return true
  } catch {
    return false
  }
}

const pinAgain = new Set(['SECRET_WRONG', 'LAST_TRY'])
/** Nothing was shown, and the same answer may be tried again. */
const askAgain = new Set(['NETWORK', 'PRESENTATION_UNREACHABLE', 'STORE_FAILED'])

function afterRefusal(state: Known, refusal: Refusal) {
  const known = knownOf(state)
  if (refusal.code.startsWith('BIOMETRICS_'))
    return { state: { name: 'pin', unrecognised: true, ...known } } as const
  if (pinAgain.has(refusal.code)) return { state: { name: 'pin', refusal, ...known } } as const
  if (askAgain.has(refusal.code)) return { state: { name: 'asked', refusal, ...known } } as const
  return { state: { name: 'refused', refusal } } as const
}

export const presentMachine: Machine<PresentState, PresentEvent, PresentEffect> = {
  initial: { name: 'opening' },
  step: (state, event) => {
    switch (state.name) {
      case 'opening':
        if (event.type === 'start') return { state, effects: [{ type: 'open' }] }
        if (event.type === 'opened') {
          const { asked, biometrics } = event
          const chosen = asked.questions.filter((one) => one.chosen).map(({ key }) => key)
          return { state: { name: 'asked', asked, chosen, ...(biometrics && { biometrics }) } }
        }
        if (event.type !== 'refused') return undefined
        return {
          state: {
            name: 'refused',
            refusal: event.refusal,
            ...(event.missing && { missing: event.missing }),
          },
        }
      case 'asked': {
        const known = knownOf(state)
        if (event.type === 'decline')
          return { state: { name: 'declining', ...known }, effects: [{ type: 'decline' }] }
        if (event.type === 'choose') {
          const others = state.chosen.filter((one) => one !== event.key)
          const chosen = event.chosen ? [...others, event.key] : others
          return { state: { name: 'asked', ...known, chosen } }
        }
        if (event.type !== 'show') return undefined
        if (!isEnough(known))
          return {
            state: { name: 'asked', refusal: { code: 'PRESENTATION_INCOMPLETE' }, ...known },
          }
        if (!state.biometrics) return { state: { name: 'pin', ...known } }
        return { state: { name: 'recognising', ...known }, effects: [{ type: 'recognise' }] }
      }
      case 'recognising':
        if (event.type === 'use-pin') return { state: { name: 'pin', ...knownOf(state) } }
        if (event.type === 'refused') return afterRefusal(state, event.refusal)
        if (event.type !== 'recognised') return undefined
        return {
          state: { name: 'answering', by: 'biometrics', ...knownOf(state) },
          effects: [{ type: 'answer', chosen: state.chosen }],
        }
      case 'pin': {
        if (event.type === 'back') return { state: { name: 'asked', ...knownOf(state) } }
        if (event.type !== 'pin-entered') return undefined
        if (!isPin(event.pin)) return { state: { ...state, fault: 'form' } }
        const force = isLastPin(state.refusal)
        if (force && !event.lastTryConfirmed)
          return { state: { ...state, fault: 'last-try-unconfirmed' } }
        const { chosen } = state
        return {
          state: { name: 'answering', by: 'pin', ...knownOf(state) },
          effects: [{ type: 'answer-by-pin', pin: event.pin, force, chosen }],
        }
      }
      case 'answering':
        if (event.type === 'refused') return afterRefusal(state, event.refusal)
        if (event.type !== 'shown') return undefined
        return {
          state: {
            name: 'shown',
            ...knownOf(state),
            chosen: event.keys,
            ...(event.returnUrl && { returnUrl: event.returnUrl }),
          },
        }
      case 'declining': {
        if (event.type !== 'declined') return undefined
        const { type: _, ...how } = event
        return { state: { name: 'declined', asked: state.asked, ...how } }
      }
      default:
        return undefined
    }
  },
}
