/** 3-A check list, 3-B, 3-C apply, 3-D new secrets and the wallet: the procedure as a table. Secrets pass through events into effects, never into a state. */
import { isPin, pinWarnings, type Sex, signingPasswordFaults } from '@kazashi/lifecycle'
import type { ApplicationView, FaceMethod } from '@kazashi/phone'
import { type Machine, type Next, type Rows, stepBy } from '@kazashi/ui'
import type { CheckOfSigned, EntryFault, NewSecretFault } from '../card/card-steps.ts'
import type { IphoneReadingStage } from '../card/iphone-read-card/stages.ts'
import type { Refusal } from '../faults/refusal.ts'
import type { SupportedModel } from '../phone/supported-models.ts'
import { type CardSecret, isLastCardTry, secretOf } from '../secrets/iphone-card-secret.ts'
import { type StepLine, stepLine } from '../step-line.ts'

/** The things 3-A asks for, in the course's order; the two secrets of the card one by one. */
export const iphoneCheckItems = ['card', 'password', 'pin', 'phone', 'app'] as const
type IphoneCheckItem = (typeof iphoneCheckItems)[number]

/** Whether 3-C can work on this phone at all, else the lack. */
export type Support =
  | { readonly name: 'checking' | 'supported' | 'unknown' }
  | { readonly name: 'model' }
  | { readonly name: 'os' | 'app'; readonly own: string; readonly needed: string }

/** The movements of the face that the screen directs (3-C ④). */
export const faceMoves = ['front', 'right', 'left', 'blink'] as const
export type FaceMove = (typeof faceMoves)[number]

/** A person of the seat, whose practice person can stand before the camera. */
export interface PracticeFace {
  readonly name: string
  readonly birthDate: string
  readonly sex: Sex
}
/** What is before the lens. */
export type FaceSource =
  | { readonly name: 'camera' }
  | { readonly name: 'practice-person'; readonly person: PracticeFace }

export type IphoneApplyState =
  | {
      readonly name: 'check-list'
      readonly ticked: readonly IphoneCheckItem[]
      readonly asked: boolean
      readonly support: Support
      /** 「対応している機種一覧」; undefined: not told yet. */
      readonly models?: readonly SupportedModel[]
      /** Why one is here again: what was begun was another person's. */
      readonly ended?: Refusal
    }
  | {
      readonly name: 'unsupported'
      readonly support: Support
      readonly models?: readonly SupportedModel[]
    }
  | { readonly name: 'notes'; readonly agreed: boolean; readonly missing: boolean }
  | {
      readonly name: 'face'
      readonly phase: 'explained'
      /** Why one is here again: the card's photo is of somebody else. */
      readonly refusal?: Refusal
    }
  | { readonly name: 'face-person' }
  | { readonly name: 'face-recording'; readonly source: FaceSource }
  | { readonly name: 'face-moving'; readonly move: FaceMove }
  | {
      readonly name: 'face-done'
      /** undefined: come back to from the card. */
      readonly method?: FaceMethod
    }
  | {
      readonly name: 'card-pin' | 'card-password'
      /** The other secret is known: after this one the card is read again at once. */
      readonly again: boolean
      readonly fault?: EntryFault
      readonly refusal?: Refusal
    }
  | {
      readonly name: 'reading'
      readonly phase: 'waiting' | 'reading'
      readonly stage?: IphoneReadingStage
      readonly refusal?: Refusal
    }
  | {
      readonly name: 'read'
      readonly cardPasswordKnown: boolean
      readonly check?: CheckOfSigned
    }
  | {
      readonly name: 'pin'
      readonly cardPasswordKnown: boolean
      readonly fault?: NewSecretFault
      readonly warnings: readonly ReturnType<typeof pinWarnings>[number][]
    }
  | {
      readonly name: 'pin-again'
      readonly cardPasswordKnown: boolean
      readonly fault?: NewSecretFault
    }
  | {
      readonly name: 'password'
      readonly cardPasswordKnown: boolean
      readonly fault?: NewSecretFault
    }
  | {
      readonly name: 'password-again'
      readonly cardPasswordKnown: boolean
      readonly fault?: NewSecretFault
    }
  | { readonly name: 'setting' }
  | { readonly name: 'wallet' }
  | { readonly name: 'wallet-sheet' }
  | { readonly name: 'submitting'; readonly refusal?: Refusal }
  | { readonly name: 'added'; readonly application: ApplicationView }
  | { readonly name: 'stopped'; readonly refusal: Refusal }

export type IphoneApplyEvent =
  | { readonly type: 'start' | 'next' | 'back' | 'again' | 'network-back' | 'apply' }
  | {
      readonly type: 'support'
      readonly support: Support
      readonly models?: readonly SupportedModel[]
    }
  | { readonly type: 'ticked'; readonly item: IphoneCheckItem; readonly checked: boolean }
  | { readonly type: 'agreed'; readonly checked: boolean }
  | {
      readonly type: 'card-secret-entered'
      readonly value: string
      readonly lastTryConfirmed: boolean
    }
  | { readonly type: 'stage'; readonly stage: IphoneReadingStage }
  | { readonly type: 'choose-person' }
  | { readonly type: 'record'; readonly source: FaceSource }
  | { readonly type: 'recorded'; readonly descriptor: readonly number[] }
  | { readonly type: 'card-read' | 'still-good' }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | {
      readonly type: 'pin-entered'
      readonly value: string
      /** The person has read why this PIN is easy to guess and wants it all the same. */
      readonly insists: boolean
      /** Of the card's holder, YYYY-MM-DD (holder.ts). */
      readonly birthDate?: string | undefined
    }
  | { readonly type: 'password-entered'; readonly value: string }
  | { readonly type: 'same-as-card' }
  | { readonly type: 'repeated'; readonly value: string }
  | { readonly type: 'same' | 'differs' }
  | { readonly type: 'secrets-set' }
  | { readonly type: 'submitted'; readonly application: ApplicationView }

export type IphoneApplyEffect =
  | { readonly type: 'check-support' }
  | {
      readonly type: 'face-passed'
      readonly method: FaceMethod
      readonly descriptor?: readonly number[]
    }
  | {
      readonly type: 'keep-card-secret'
      readonly secret: CardSecret
      readonly value: string
      readonly force: boolean
    }
  | { readonly type: 'read-card' | 'check-signed' }
  | { readonly type: 'keep-new'; readonly which: 'pin' | 'password'; readonly value: string }
  | { readonly type: 'compare'; readonly which: 'pin' | 'password'; readonly value: string }
  | { readonly type: 'keep-same-as-card' }
  | { readonly type: 'set-secrets' }
  | { readonly type: 'submit' }
  | { readonly type: 'await-network' }

type Names = IphoneApplyState['name']
type StateOf<Name extends Names> = Extract<IphoneApplyState, { name: Name }>
type Step<Name extends Names> = (
  state: IphoneApplyState & { readonly name: Name },
  event: IphoneApplyEvent,
) => Next<IphoneApplyState, IphoneApplyEffect> | undefined

/** Refusals that holding the card again answers: they stay on the screen where they happened. */
const holdAgain = new Set([
  'CARD_UNREADABLE',
  'CARD_STATUS_UNEXPECTED',
  'CARD_ANSWER_MALFORMED',
  'NOT_A_MY_NUMBER_CARD',
  'NETWORK',
  'APPLICATION_NONCE_EXPIRED',
  'READER_UNAVAILABLE',
])
const enterAgain = new Set(['CARD_SECRET_WRONG', 'CARD_LAST_TRY'])
const readCard = { name: 'reading', phase: 'waiting' } as const

/** The two secrets of the card (⑤⑥), and the step after each. */
const cardSecret =
  (secret: CardSecret): Step<'card-pin' | 'card-password'> =>
  (state, event) => {
    if (event.type === 'back') {
      if (state.again) {
        const name = secret === 'card-data-pin' ? 'card-password' : 'card-pin'
        return { state: { name, again: true } }
      }
      return secret === 'card-data-pin'
        ? { state: { name: 'face-done' } }
        : { state: { name: 'card-pin', again: false } }
    }
    if (event.type !== 'card-secret-entered') return undefined
    const { value, lastTryConfirmed } = event
    if (value === '') return { state: { ...state, fault: 'empty' } }
    const good =
      secret === 'card-data-pin' ? isPin(value) : signingPasswordFaults(value).length === 0
    if (!good) return { state: { ...state, fault: 'form' } }
    const force = isLastCardTry(state.refusal)
    if (force && !lastTryConfirmed) return { state: { ...state, fault: 'last-try-unconfirmed' } }
    const keep: IphoneApplyEffect = { type: 'keep-card-secret', secret, value, force }
    if (secret === 'card-data-pin') {
      // With another ④ it may be another card: its ① is asked for, never the one that was entered for the card before.
      return { state: { name: 'card-password', again: state.again }, effects: [keep] }
    }
    return { state: readCard, effects: [keep, { type: 'read-card' }] }
  }

const notes = { name: 'notes', agreed: false, missing: false } as const
const allTicked = ({ ticked }: Pick<StateOf<'check-list'>, 'ticked'>): boolean =>
  ticked.length === iphoneCheckItems.length

/** The card's password is gone with the app that read it: another one is chosen. */
const withoutCardPassword = (refusal: Refusal): Next<IphoneApplyState, IphoneApplyEffect> =>
  refusal.code === 'CARD_SECRET_FORGOTTEN'
    ? { state: { name: 'password', cardPasswordKnown: false } }
    : { state: { name: 'stopped', refusal } }

const recording = (
  event: IphoneApplyEvent,
): Next<IphoneApplyState, IphoneApplyEffect> | undefined =>
  event.type === 'record' ? { state: { name: 'face-recording', source: event.source } } : undefined

const steps: Rows<IphoneApplyState, IphoneApplyEvent, IphoneApplyEffect> = {
  'check-list': (state, event) => {
    switch (event.type) {
      case 'start':
        return { state, effects: [{ type: 'check-support' }] }
      case 'support': {
        const { type: _, ...told } = event
        const { support } = told
        const fits = support.name === 'supported' || support.name === 'unknown'
        if (!fits) return { state: { name: 'unsupported', ...told } }
        // 「次へ」 was pressed before the answer was there.
        return { state: state.asked && allTicked(state) ? notes : { ...state, ...told } }
      }
      case 'ticked': {
        const others = state.ticked.filter((item) => item !== event.item)
        return { state: { ...state, ticked: event.checked ? [...others, event.item] : others } }
      }
      case 'next':
        if (!allTicked(state) || state.support.name === 'checking') {
          return { state: { ...state, asked: true } }
        }
        return { state: notes }
      default:
        return undefined
    }
  },
  unsupported: () => undefined,
  notes: (state, event) => {
    switch (event.type) {
      case 'back':
        return {
          state: {
            name: 'check-list',
            ticked: iphoneCheckItems,
            asked: false,
            support: { name: 'checking' },
          },
          effects: [{ type: 'check-support' }],
        }
      case 'agreed':
        return { state: { name: 'notes', agreed: event.checked, missing: false } }
      case 'next':
        if (!state.agreed) return { state: { ...state, missing: true } }
        return { state: { name: 'face', phase: 'explained' } }
      default:
        return undefined
    }
  },
  face: (_state, event) => {
    if (event.type === 'back') return { state: { name: 'notes', agreed: true, missing: false } }
    if (event.type === 'next') return { state: { name: 'face-moving', move: 'front' } }
    if (event.type === 'choose-person') return { state: { name: 'face-person' } }
    return recording(event)
  },
  'face-person': (_state, event) =>
    event.type === 'back' ? { state: { name: 'face', phase: 'explained' } } : recording(event),
  'face-recording': ({ source }, event) => {
    if (event.type === 'back') return { state: { name: 'face', phase: 'explained' } }
    if (event.type !== 'recorded') return undefined
    const { descriptor } = event
    const method = source.name
    return {
      state: { name: 'face-done', method },
      effects: [{ type: 'face-passed', method, descriptor }],
    }
  },
  'face-moving': ({ move }, event) => {
    if (event.type === 'back') return { state: { name: 'face', phase: 'explained' } }
    if (event.type !== 'next') return undefined
    const following = faceMoves[faceMoves.indexOf(move) + 1]
    if (following !== undefined) return { state: { name: 'face-moving', move: following } }
    const method = 'practice'
    return { state: { name: 'face-done', method }, effects: [{ type: 'face-passed', method }] }
  },
  'face-done': (_state, event) => {
    if (event.type === 'next') return { state: { name: 'card-pin', again: false } }
    if (event.type === 'back') return { state: { name: 'face', phase: 'explained' } }
    return undefined
  },
  'card-pin': cardSecret('card-data-pin'),
  'card-password': cardSecret('signing-password'),
  reading: (state, event) => {
    switch (event.type) {
      case 'back':
        return { state: { name: 'card-password', again: false } }
      case 'stage':
        return { state: { name: 'reading', phase: 'reading', stage: event.stage } }
      case 'card-read':
        return { state: { name: 'read', cardPasswordKnown: true } }
      case 'again':
        return { state: readCard, effects: [{ type: 'read-card' }] }
      case 'refused': {
        const { refusal } = event
        if (enterAgain.has(refusal.code)) {
          const name = secretOf(refusal) === 'card-data-pin' ? 'card-pin' : 'card-password'
          return { state: { name, again: true, refusal } }
        }
        if (refusal.code === 'FACE_DIFFERS') {
          return { state: { name: 'face', phase: 'explained', refusal } }
        }
        if (refusal.code === 'CARD_AWAY') {
          // The next card that comes near is read without a question.
          return { state: { ...readCard, refusal }, effects: [{ type: 'read-card' }] }
        }
        if (refusal.code === 'DRAFT_OF_ANOTHER_PERSON') {
          const first = { ...iphoneApplyMachine.initial, ended: refusal }
          return { state: first, effects: [{ type: 'check-support' }] }
        }
        if (holdAgain.has(refusal.code)) return { state: { ...state, phase: 'waiting', refusal } }
        return { state: { name: 'stopped', refusal } }
      }
      default:
        return undefined
    }
  },
  read: ({ cardPasswordKnown, check }, event) => {
    const choose = { state: { name: 'pin', cardPasswordKnown, warnings: [] } } as const
    switch (event.type) {
      case 'next':
        if (check === undefined) return choose
        if (check === 'running') return undefined
        return {
          state: { name: 'read', cardPasswordKnown, check: 'running' },
          effects: [{ type: 'check-signed' }],
        }
      case 'still-good':
        return choose
      case 'refused':
        return { state: { name: 'stopped', refusal: event.refusal } }
      default:
        return undefined
    }
  },
  pin: ({ cardPasswordKnown }, event) => {
    if (event.type === 'back') return { state: { name: 'read', cardPasswordKnown } }
    if (event.type !== 'pin-entered') return undefined
    const plain = { name: 'pin', cardPasswordKnown, warnings: [] } as const
    if (!isPin(event.value)) return { state: { ...plain, fault: 'form' } }
    const warnings = pinWarnings(event.value, event.birthDate)
    if (warnings.length > 0 && !event.insists) return { state: { ...plain, warnings } }
    return {
      state: { name: 'pin-again', cardPasswordKnown },
      effects: [{ type: 'keep-new', which: 'pin', value: event.value }],
    }
  },
  'pin-again': (state, event) => {
    const { cardPasswordKnown } = state
    switch (event.type) {
      case 'back':
        return { state: { name: 'pin', cardPasswordKnown, warnings: [] } }
      case 'repeated':
        return { state, effects: [{ type: 'compare', which: 'pin', value: event.value }] }
      case 'differs':
        return { state: { ...state, fault: 'differs' } }
      case 'same':
        return { state: { name: 'password', cardPasswordKnown } }
      default:
        return undefined
    }
  },
  password: (state, event) => {
    const { cardPasswordKnown } = state
    switch (event.type) {
      case 'back':
        return { state: { name: 'pin', cardPasswordKnown, warnings: [] } }
      case 'same-as-card':
        if (!cardPasswordKnown) return undefined
        return {
          state: { name: 'password-again', cardPasswordKnown },
          effects: [{ type: 'keep-same-as-card' }],
        }
      case 'password-entered':
        if (signingPasswordFaults(event.value).length > 0) {
          return { state: { ...state, fault: 'form' } }
        }
        return {
          state: { name: 'password-again', cardPasswordKnown },
          effects: [{ type: 'keep-new', which: 'password', value: event.value }],
        }
      default:
        return undefined
    }
  },
  'password-again': (state, event) => {
    switch (event.type) {
      case 'back':
        return { state: { name: 'password', cardPasswordKnown: state.cardPasswordKnown } }
      case 'repeated':
        return { state, effects: [{ type: 'compare', which: 'password', value: event.value }] }
      case 'differs':
        return { state: { ...state, fault: 'differs' } }
      case 'same':
        return { state: { name: 'setting' }, effects: [{ type: 'set-secrets' }] }
      case 'refused':
        return withoutCardPassword(event.refusal)
      default:
        return undefined
    }
  },
  setting: (_state, event) => {
    if (event.type === 'secrets-set') return { state: { name: 'wallet' } }
    return event.type === 'refused' ? withoutCardPassword(event.refusal) : undefined
  },
  wallet: (_state, event) =>
    event.type === 'next' ? { state: { name: 'wallet-sheet' } } : undefined,
  'wallet-sheet': (_state, event) => {
    if (event.type === 'back') return { state: { name: 'wallet' } }
    if (event.type !== 'apply') return undefined
    return { state: { name: 'submitting' }, effects: [{ type: 'submit' }] }
  },
  submitting: (state, event) => {
    switch (event.type) {
      case 'submitted':
        return { state: { name: 'added', application: event.application } }
      case 'refused': {
        const { refusal } = event
        if (refusal.code !== 'NETWORK') return { state: { name: 'stopped', refusal } }
        // The signed application is kept and goes out by itself when the network is back.
        return { state: { name: 'submitting', refusal }, effects: [{ type: 'await-network' }] }
      }
      case 'network-back':
        // Not while it is being sent: 「もう一度送る」 may have been pressed meanwhile.
        if (state.refusal === undefined) return undefined
        return { state: { name: 'submitting' }, effects: [{ type: 'submit' }] }
      case 'again':
        return { state: { name: 'submitting' }, effects: [{ type: 'submit' }] }
      default:
        return undefined
    }
  },
  added: () => undefined,
  stopped: () => undefined,
}

export const iphoneApplyMachine: Machine<IphoneApplyState, IphoneApplyEvent, IphoneApplyEffect> = {
  initial: { name: 'check-list', ticked: [], asked: false, support: { name: 'checking' } },
  step: stepBy(steps),
}

const stepNames = ['prepare', 'notes', 'face', 'card', 'read', 'pin', 'password', 'wallet'] as const
export type IphoneStepName = (typeof stepNames)[number]

const stepOf: Readonly<Record<Exclude<Names, 'stopped'>, IphoneStepName>> = {
  'check-list': 'prepare',
  unsupported: 'prepare',
  notes: 'notes',
  face: 'face',
  'face-person': 'face',
  'face-recording': 'face',
  'face-moving': 'face',
  'face-done': 'face',
  'card-pin': 'card',
  'card-password': 'card',
  reading: 'read',
  read: 'read',
  pin: 'pin',
  'pin-again': 'pin',
  password: 'password',
  'password-again': 'password',
  setting: 'password',
  wallet: 'wallet',
  'wallet-sheet': 'wallet',
  submitting: 'wallet',
  added: 'wallet',
}

/** A procedure that was stopped is at none. */
export const iphoneStepsOf = (state: IphoneApplyState): StepLine<IphoneStepName> | undefined =>
  state.name === 'stopped' ? undefined : stepLine(stepNames, stepOf[state.name])

export type IphoneStateOf<Name extends Names> = StateOf<Name>
