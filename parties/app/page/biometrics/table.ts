/** 1-A③: a finger or a face in place of the PIN is turned on and off, as a table. The PIN comes first, then the phone's own screen. */
import { type BiometricState, isPin } from '@kazashi/lifecycle'
import { type Machine, type Rows, stepBy } from '@kazashi/ui'
import { isLastTry } from '../card/card-steps.ts'
import type { Refusal } from '../faults/refusal.ts'
import type { Hindrance } from '../phone/platform-authenticator.ts'
import { type StepLine, stepLine } from '../step-line.ts'

export type BiometricsState =
  | { readonly name: 'looking' }
  | { readonly name: 'unavailable'; readonly why: Hindrance }
  | { readonly name: 'about' }
  | {
      readonly name: 'pin'
      readonly fault?: 'form' | 'last-try-unconfirmed'
      readonly refusal?: Refusal
    }
  | { readonly name: 'checking' }
  /** `unrecognised`: the phone's screen was there already, and came to nothing. */
  | { readonly name: 'ready'; readonly unrecognised: boolean }
  | { readonly name: 'asking' }
  | { readonly name: 'turned-on' }
  | { readonly name: 'on' }
  | { readonly name: 'sure' }
  | { readonly name: 'turning-off' }
  | { readonly name: 'turned-off' }
  | { readonly name: 'stopped'; readonly refusal: Refusal }

export type BiometricsEvent =
  | { readonly type: 'start' }
  | { readonly type: 'found'; readonly hindrance: Hindrance | undefined }
  | { readonly type: 'begin' }
  | { readonly type: 'back' }
  | { readonly type: 'pin-entered'; readonly pin: string; readonly lastTryConfirmed: boolean }
  | { readonly type: 'pin-right' }
  | { readonly type: 'ask' }
  | { readonly type: 'sealed' }
  | { readonly type: 'turn-off' }
  | { readonly type: 'sure' }
  | { readonly type: 'erased' }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export type BiometricsEffect =
  | { readonly type: 'find-out' }
  | { readonly type: 'check-pin'; readonly pin: string; readonly force: boolean }
  /** The phone's own screen; then the copy is sealed. */
  | { readonly type: 'ask' }
  | { readonly type: 'erase' }

const enterAgain = new Set(['SECRET_WRONG', 'LAST_TRY', 'SECRET_FORM'])
const hindrances: Readonly<Record<string, Hindrance>> = {
  BIOMETRICS_UNAVAILABLE: 'no-authenticator',
  BIOMETRICS_NO_PRF: 'no-prf',
  BIOMETRICS_FRAMED: 'framed',
}

function afterRefusal(refusal: Refusal): BiometricsState {
  if (enterAgain.has(refusal.code)) return { name: 'pin', refusal }
  if (refusal.code === 'BIOMETRICS_CANCELLED') return { name: 'ready', unrecognised: true }
  const why = hindrances[refusal.code]
  return why === undefined ? { name: 'stopped', refusal } : { name: 'unavailable', why }
}

const nothing = () => undefined

const steps: Rows<BiometricsState, BiometricsEvent, BiometricsEffect> = {
  looking: (state, event) => {
    if (event.type === 'start') return { state, effects: [{ type: 'find-out' }] }
    if (event.type !== 'found') return undefined
    const { hindrance: why } = event
    return { state: why === undefined ? { name: 'about' } : { name: 'unavailable', why } }
  },
  about: (_, { type }) => (type === 'begin' ? { state: { name: 'pin' } } : undefined),
  pin: (state, event) => {
    if (event.type === 'back') return { state: { name: 'about' } }
    if (event.type !== 'pin-entered') return undefined
    if (!isPin(event.pin)) return { state: { ...state, fault: 'form' } }
    const force = isLastTry(state.refusal)
    if (force && !event.lastTryConfirmed) {
      return { state: { ...state, fault: 'last-try-unconfirmed' } }
    }
    return {
      state: { name: 'checking' },
      effects: [{ type: 'check-pin', pin: event.pin, force }],
    }
  },
  checking: (_, event) => {
    if (event.type === 'pin-right') return { state: { name: 'ready', unrecognised: false } }
    return event.type === 'refused' ? { state: afterRefusal(event.refusal) } : undefined
  },
  ready: (_, { type }) => {
    if (type === 'back') return { state: { name: 'about' } }
    return type === 'ask' ? { state: { name: 'asking' }, effects: [{ type: 'ask' }] } : undefined
  },
  asking: (_, event) => {
    if (event.type === 'back') return { state: { name: 'ready', unrecognised: false } }
    if (event.type === 'sealed') return { state: { name: 'turned-on' } }
    return event.type === 'refused' ? { state: afterRefusal(event.refusal) } : undefined
  },
  on: (_, { type }) => (type === 'turn-off' ? { state: { name: 'sure' } } : undefined),
  sure: (_, { type }) => {
    if (type === 'back') return { state: { name: 'on' } }
    if (type !== 'sure') return undefined
    return { state: { name: 'turning-off' }, effects: [{ type: 'erase' }] }
  },
  'turning-off': (_, event) => {
    if (event.type === 'erased') return { state: { name: 'turned-off' } }
    return event.type === 'refused' ? { state: afterRefusal(event.refusal) } : undefined
  },
  unavailable: nothing,
  'turned-on': nothing,
  'turned-off': nothing,
  stopped: nothing,
}

/** @param now the state when the screen is opened (packages/lifecycle) */
export const biometricsMachine = (
  now: BiometricState,
): Machine<BiometricsState, BiometricsEvent, BiometricsEffect> => ({
  initial: {
    off: { name: 'looking' } as const,
    on: { name: 'on' } as const,
    locked: { name: 'stopped', refusal: { code: 'SECRET_BLOCKED', triesLeft: 0 } } as const,
  }[now],
  step: stepBy(steps),
})

const stepsOn = ['about', 'pin', 'recognise', 'done'] as const
export type BiometricsStep = (typeof stepsOn)[number]

const stepOf: Readonly<Partial<Record<BiometricsState['name'], BiometricsStep>>> = {
  about: 'about',
  pin: 'pin',
  checking: 'pin',
  ready: 'recognise',
  asking: 'recognise',
  'turned-on': 'done',
}

/** Turning it on has steps; turning it off is one question. */
export function biometricsStepsOf({ name }: BiometricsState): StepLine<BiometricsStep> | undefined {
  const step = stepOf[name]
  return step && stepLine(stepsOn, step)
}
