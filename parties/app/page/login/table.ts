/**
 * 1-B①: a site asks for a login. Its name, the purpose and the code on its screen come before the PIN; where a finger or a face stands
 * for it (1-A③) the PIN is one press away, and is asked for where they come to nothing. Where the site wants attributes or documents signed,
 * too, they are named at the beginning, and the signing password follows.
 */
import { type IdentityClaim, isPin, isSigningPassword } from '@kazashi/lifecycle'
import { isLoginCode } from '@kazashi/phone'
import type { Machine } from '@kazashi/ui'
import type { Refusal } from '../faults/refusal.ts'
import { type StepLine, stepLine } from '../step-line.ts'
import type { ShownDocument } from './shown-document.ts'

/** The part of a request that the screens show; the whole stays with the code that answers it. */
interface Asked {
  readonly audience: string
  readonly relyingParty: string
  readonly purpose: string
  /** What the site wants of the person beside; none: nothing. */
  readonly claims?: readonly IdentityClaim[]
  /** Those of them that the person may leave out. */
  readonly optional?: readonly IdentityClaim[]
  /** What the person is to sign; none: nothing. */
  readonly documents?: readonly ShownDocument[]
}

interface Known {
  readonly asked: Asked
  /** A finger or a face stands for the PIN. */
  readonly biometrics?: true
  /** Typed off the screen that is to be logged in; none: the site opened the app on this phone, and is gone back to. */
  readonly code?: string
  /** Chosen of what may be left out. */
  readonly chosen?: readonly IdentityClaim[]
}

/** What the person hands over. */
export const givenOf = ({ asked, chosen = [] }: Known): readonly IdentityClaim[] => {
  const { claims = [], optional = [] } = asked
  return claims.filter((one) => !optional.includes(one) || chosen.includes(one))
}

export type LoginState =
  | { readonly name: 'fetching' }
  | ({ readonly name: 'asked'; readonly fault?: 'form'; readonly refusal?: Refusal } & Known)
  | ({ readonly name: 'recognise'; readonly refusal?: Refusal } & Known)
  /** The phone's own screen is open. */
  | ({ readonly name: 'recognising' } & Known)
  | ({
      readonly name: 'pin'
      readonly fault?: 'form' | 'last-try-unconfirmed'
      readonly refusal?: Refusal
      /** The reason for asking the PIN. */
      readonly unrecognised?: Unrecognised
    } & Known)
  /** The PIN was right. */
  | ({
      readonly name: 'password'
      readonly fault?: 'form' | 'last-try-unconfirmed'
      readonly refusal?: Refusal
    } & Known)
  | ({ readonly name: 'answering'; readonly by: Proof } & Known)
  /** returnUrl: the login is complete once the browser is there. */
  | { readonly name: 'accepted'; readonly asked: Asked; readonly returnUrl?: string }
  | { readonly name: 'refused'; readonly refusal: Refusal; readonly asked?: Asked }
  | { readonly name: 'declined'; readonly asked: Asked }

/** What the answer under way is made with. */
type Proof = 'pin' | 'biometrics' | 'password'

export type LoginEvent =
  | { readonly type: 'start' }
  | { readonly type: 'fetched'; readonly asked: Asked; readonly biometrics: boolean }
  | {
      readonly type: 'agree'
      readonly code?: string
      readonly chosen?: readonly IdentityClaim[]
    }
  | { readonly type: 'decline' }
  | { readonly type: 'back' }
  | { readonly type: 'recognise' }
  | { readonly type: 'use-pin' }
  | { readonly type: 'recognised' }
  | {
      readonly type: 'pin-entered'
      readonly pin: string
      readonly lastTryConfirmed: boolean
    }
  /** By the PIN, or what stands for it; the site wants what the signing password is for, too. */
  | { readonly type: 'signed' }
  | {
      readonly type: 'password-entered'
      readonly password: string
      readonly lastTryConfirmed: boolean
    }
  | { readonly type: 'accepted'; readonly returnUrl?: string }
  | { readonly type: 'refused'; readonly refusal: Refusal }

export type LoginEffect =
  | { readonly type: 'fetch' }
  | { readonly type: 'recognise' }
  | {
      readonly type: 'answer'
      readonly pin: string
      readonly force: boolean
      readonly code?: string
      readonly chosen?: readonly IdentityClaim[]
    }
  /** With the secret the phone gave when it recognised its holder. */
  | {
      readonly type: 'answer-recognised'
      readonly code?: string
      readonly chosen?: readonly IdentityClaim[]
    }
  /** The signing key's signatures; then all go to the site. */
  | { readonly type: 'answer-by-password'; readonly password: string; readonly force: boolean }

/** not-now: the person said no or was not recognised, no try is lost · set-up-again: the registered key opens nothing any more */
type Unrecognised = 'not-now' | 'set-up-again'

const unrecognised: Readonly<Record<string, Unrecognised>> = {
  BIOMETRICS_CANCELLED: 'not-now',
  BIOMETRICS_FRAMED: 'not-now',
  BIOMETRICS_UNAVAILABLE: 'not-now',
  BIOMETRICS_NO_PRF: 'set-up-again',
  BIOMETRICS_WRONG: 'set-up-again',
  BIOMETRICS_OFF: 'set-up-again',
}
const enterAgain = new Set(['SECRET_WRONG', 'LAST_TRY', 'NETWORK', 'STORE_FAILED'])

const knownOf = ({ asked, biometrics, ...agreed }: Known): Known => ({
  asked,
  ...(biometrics && { biometrics }),
  ...agreement(agreed),
})
/** What the person said to the request. */
const agreement = ({ code, chosen }: Pick<Known, 'code' | 'chosen'>) => ({
  ...(code !== undefined && { code }),
  ...(chosen && { chosen }),
})

/** Biometrics never end a login: when they fail, the PIN works. */
function afterRefusal(state: Known & { readonly by?: Proof }, refusal: Refusal) {
  const known = knownOf(state)
  if (refusal.code === 'CODE_WRONG' && refusal.triesLeft !== 0) {
    const { code: _, ...rest } = known
    return { state: { name: 'asked', refusal, ...rest } } as const
  }
  const why = unrecognised[refusal.code]
  if (why !== undefined) return { state: { name: 'pin', unrecognised: why, ...known } } as const
  if (state.by === 'biometrics' && refusal.code === 'NETWORK') {
    return { state: { name: 'recognise', refusal, ...known } } as const
  }
  if (enterAgain.has(refusal.code)) {
    const name = state.by === 'password' ? 'password' : 'pin'
    return { state: { name, ...known, refusal } } as const
  }
  return { state: { name: 'refused', asked: known.asked, refusal } } as const
}
export const isLastPin = (refusal: Refusal | undefined): boolean =>
  refusal?.code === 'LAST_TRY' || refusal?.triesLeft === 1

export const loginMachine: Machine<LoginState, LoginEvent, LoginEffect> = {
  initial: { name: 'fetching' },
  step: (state, event) => {
    switch (state.name) {
      case 'fetching':
        if (event.type === 'start') return { state, effects: [{ type: 'fetch' }] }
        if (event.type === 'fetched') {
          const { asked, biometrics } = event
          return { state: { name: 'asked', asked, ...(biometrics && { biometrics }) } }
        }
        if (event.type === 'refused') return { state: { name: 'refused', refusal: event.refusal } }
        return undefined
      case 'asked':
        if (event.type === 'agree') {
          const { code: _, chosen: _before, ...rest } = knownOf(state)
          const known = { ...rest, ...agreement(event) }
          if (event.code !== undefined && !isLoginCode(event.code))
            return { state: { name: 'asked', fault: 'form', ...known } }
          return { state: { name: state.biometrics ? 'recognise' : 'pin', ...known } }
        }
        if (event.type === 'decline') return { state: { name: 'declined', asked: state.asked } }
        return undefined
      case 'recognise':
        if (event.type === 'back') return { state: { name: 'asked', ...knownOf(state) } }
        if (event.type === 'use-pin') return { state: { name: 'pin', ...knownOf(state) } }
        if (event.type !== 'recognise') return undefined
        return {
          state: { name: 'recognising', ...knownOf(state) },
          effects: [{ type: 'recognise' }],
        }
      case 'recognising':
        if (event.type === 'use-pin') return { state: { name: 'pin', ...knownOf(state) } }
        if (event.type === 'refused') return afterRefusal(state, event.refusal)
        if (event.type !== 'recognised') return undefined
        return {
          state: { name: 'answering', by: 'biometrics', ...knownOf(state) },
          effects: [{ type: 'answer-recognised', ...agreement(state) }],
        }
      case 'pin': {
        if (event.type === 'back') return { state: { name: 'asked', ...knownOf(state) } }
        if (event.type === 'recognise' && state.biometrics) {
          return {
            state: { name: 'recognising', ...knownOf(state) },
            effects: [{ type: 'recognise' }],
          }
        }
        if (event.type !== 'pin-entered') return undefined
        if (!isPin(event.pin)) return { state: { ...state, fault: 'form' } }
        const force = isLastPin(state.refusal)
        if (force && !event.lastTryConfirmed) {
          return { state: { ...state, fault: 'last-try-unconfirmed' } }
        }
        return {
          state: { name: 'answering', by: 'pin', ...knownOf(state) },
          effects: [{ type: 'answer', pin: event.pin, force, ...agreement(state) }],
        }
      }
      case 'password': {
        if (event.type === 'back') return { state: { name: 'asked', ...knownOf(state) } }
        if (event.type === 'decline') return { state: { name: 'declined', asked: state.asked } }
        if (event.type !== 'password-entered') return undefined
        const { password } = event
        if (!isSigningPassword(password)) return { state: { ...state, fault: 'form' } }
        const force = isLastPin(state.refusal)
        if (force && !event.lastTryConfirmed) {
          return { state: { ...state, fault: 'last-try-unconfirmed' } }
        }
        return {
          state: { name: 'answering', by: 'password', ...knownOf(state) },
          effects: [{ type: 'answer-by-password', password, force }],
        }
      }
      case 'answering': {
        const { asked } = state
        if (event.type === 'signed' && state.by !== 'password')
          return { state: { name: 'password', ...knownOf(state) } }
        if (event.type === 'accepted') {
          const { returnUrl } = event
          return { state: { name: 'accepted', asked, ...(returnUrl && { returnUrl }) } }
        }
        if (event.type !== 'refused') return undefined
        return afterRefusal(state, event.refusal)
      }
      default:
        return undefined
    }
  },
}

const loginSteps = ['who', 'you', 'done'] as const
export type LoginStep = (typeof loginSteps)[number]

const stepOf: Readonly<Partial<Record<LoginState['name'], LoginStep>>> = {
  fetching: 'who',
  asked: 'who',
  recognise: 'you',
  recognising: 'you',
  pin: 'you',
  password: 'you',
  answering: 'you',
  accepted: 'done',
}

/** A login that was refused or declined is at no step. */
export function loginStepsOf({ name }: LoginState): StepLine<LoginStep> | undefined {
  const step = stepOf[name]
  return step && stepLine(loginSteps, step)
}
