/** Runs the effects in the table of 3-A, 3-C and 3-D. Secrets are here, in memory, only until they are used. */
import {
  checkSigned,
  currentConsentVersion,
  type FaceMethod,
  type IphoneCardProgress,
  type IphoneDraft,
  isCardPassword,
  openIphoneDraft,
  openSigned,
  PhoneError,
  prepareIphoneApplication,
  setIphoneSecrets,
  signIphoneApplication,
  status,
  submitApplication,
} from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import type { IphoneReadingStage } from '../card/iphone-read-card/stages.ts'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { readySignals, withSignal } from '../phone/signals.ts'
import { supportedModels } from '../phone/supported-models.ts'
import type { CardSecret } from '../secrets/iphone-card-secret.ts'
import { checkSameFace } from './face/same-face.ts'
import { supportOf } from './support.ts'
import {
  type IphoneApplyEffect,
  type IphoneApplyEvent,
  type IphoneApplyState,
  iphoneApplyMachine,
} from './table.ts'

/** The step in progress after each step of the reading. */
const nextStage = {
  'card-found': 'pin',
  'pin-right': 'photo',
  'attributes-read': 'photo',
  'photo-read': 'password',
  'password-right': 'signing',
  'certificate-read': 'signing',
  signed: 'asking',
} as const satisfies Record<IphoneCardProgress, IphoneReadingStage>

/** Milliseconds to check whether this iPhone is supported. */
const patience = 5_000

/** A draft this close to its end (milliseconds) is replaced before the card is asked for. */
const margin = 60_000
const isFresh = (device: Device, draft: IphoneDraft): boolean =>
  Date.parse(draft.nonceExpiresAt) - device.phone.now().getTime() > margin

/** Goes on where an earlier visit stopped: after the face check, after the card has signed, after it was handed in, or at the check list. */
export function firstIphoneApplyState(device: Device, goesOn: boolean): IphoneApplyState {
  const { phone } = device
  const tooOld = status(phone).begun?.tooOld === true
  // Whoever begins anew reads, agrees and shows their face for themselves.
  if (openSigned(phone) !== undefined && (goesOn || !tooOld)) {
    const set = status(phone).stage === 'secrets-set'
    return set ? { name: 'wallet' } : { name: 'read', cardPasswordKnown: false, check: 'due' }
  }
  const draft = openIphoneDraft(phone)
  if (goesOn && draft !== undefined && isFresh(device, draft))
    return { name: 'card-pin', again: false }
  const { application } = status(phone)
  if (application !== undefined) return { name: 'added', application }
  if (device.summary().name === 'active') {
    return { name: 'stopped', refusal: { code: 'CREDENTIAL_PRESENT' } }
  }
  if (!device.checksFace) return { name: 'stopped', refusal: { code: 'FACE_CHECK_MISSING' } }
  if (!device.hasReader) return { name: 'stopped', refusal: { code: 'READER_MISSING' } }
  return iphoneApplyMachine.initial
}

export function performIphoneApply(
  device: Device,
  goesOn: boolean,
): Perform<IphoneApplyEvent, IphoneApplyEffect> {
  const { phone, authority } = device
  readySignals()
  const card = new Map<CardSecret, { readonly value: string; readonly force: boolean }>()
  const chosen = new Map<'pin' | 'password', string>()
  let sameAsCard = false
  /** A draft of an earlier visit has another person's consent and face check, unless it goes on. */
  let mine = goesOn
  let face:
    | {
        readonly method: FaceMethod
        readonly descriptor?: readonly number[]
        readonly passedAt: Date
      }
    | undefined

  const newDraft = async (): Promise<IphoneDraft> => {
    await device.syncClock()
    const draft = openIphoneDraft(phone)
    if (mine && draft !== undefined && isFresh(device, draft)) return draft
    mine = true
    // 5-B3: found again, a suspended card is added again in place of the old one.
    const found = device.summary().name === 'suspended'
    const made = await prepareIphoneApplication(phone, authority, {
      ...(found ? { purpose: 'resume' as const } : {}),
      consentVersion: currentConsentVersion,
      faceCheck: face ?? { method: 'practice', passedAt: phone.now() },
    })
    device.look() // home shows since when it was begun
    return made
  }

  /** While one is being made, all callers wait for the same. */
  let preparing: Promise<IphoneDraft> | undefined
  const draftFor = (): Promise<IphoneDraft> => {
    preparing ??= newDraft().finally(() => {
      preparing = undefined
    })
    return preparing
  }

  const readCard = async (send: (event: IphoneApplyEvent) => void, signal: AbortSignal) => {
    const pin = card.get('card-data-pin')
    const password = card.get('signing-password')
    if (pin === undefined || password === undefined) throw new PhoneError('CARD_SECRET_WRONG')
    const reader = await device.reader()
    try {
      const [draft, transport] = await Promise.all([draftFor(), reader.waitForCard(signal)])
      if (signal.aborted) return
      send({ type: 'stage', stage: 'found' })
      await withSignal(signal, async () => {
        await signIphoneApplication(draft, {
          transport,
          cardDataPin: pin.value,
          signingPassword: password.value,
          force: [...card].filter(([, { force }]) => force).map(([secret]) => secret),
          onPhoto: (photo) => checkSameFace(draft.face, photo),
          onProgress: (step) => send({ type: 'stage', stage: nextStage[step] }),
        })
        await checkSigned(phone, authority)
      })
      card.clear()
      send({ type: 'card-read' })
    } finally {
      device.look() // home offers to continue once the card has signed, and no more where the draft was another person's
      reader.close()
    }
  }

  const isChosen = (which: 'pin' | 'password', value: string) =>
    which === 'password' && sameAsCard ? isCardPassword(phone, value) : chosen.get(which) === value

  const setSecrets = async () => {
    const authenticationPin = chosen.get('pin')
    const password = chosen.get('password')
    if (authenticationPin === undefined) throw new PhoneError('SECRET_NOT_SET')
    if (password === undefined && !sameAsCard) throw new PhoneError('SECRET_NOT_SET')
    await setIphoneSecrets(phone, {
      authenticationPin,
      signingPassword: sameAsCard || password === undefined ? { sameAsCard: true } : password,
    })
    chosen.clear()
  }

  return async (effect, send, signal) => {
    try {
      switch (effect.type) {
        case 'check-support': {
          const { platform, model, osVersion } = phone.record.device
          const own = { platform, model, osVersion, appVersion: phone.appVersion }
          // Not known in time, or at all: the authority checks again at the application.
          const unknown = { support: { name: 'unknown' } } as const
          const told = await Promise.race([
            authority.supportedPhones().then(
              (supported) => ({
                support: supportOf(own, supported),
                models: supportedModels(supported, platform),
              }),
              () => unknown,
            ),
            new Promise<typeof unknown>((resolve) => setTimeout(resolve, patience, unknown)),
          ])
          return send({ type: 'support', ...told })
        }
        case 'face-passed':
          await device.syncClock()
          face = {
            method: effect.method,
            ...(effect.descriptor && { descriptor: effect.descriptor }),
            passedAt: phone.now(),
          }
          // What was begun by another recording has another face.
          if (effect.descriptor !== undefined || openIphoneDraft(phone)?.face !== undefined) {
            mine = false
          }
          // From here on a closed app comes back to the card. A failure now is retried, and reported, when the card is read.
          await draftFor().catch(() => undefined)
          return
        case 'keep-card-secret':
          card.set(effect.secret, { value: effect.value, force: effect.force })
          return
        case 'read-card':
          return await readCard(send, signal)
        case 'check-signed':
          await checkSigned(phone, authority).finally(device.look)
          return send({ type: 'still-good' })
        case 'keep-new':
          if (effect.which === 'password') sameAsCard = false
          chosen.set(effect.which, effect.value)
          return
        case 'compare':
          return send({ type: isChosen(effect.which, effect.value) ? 'same' : 'differs' })
        case 'keep-same-as-card':
          sameAsCard = true
          return
        case 'set-secrets':
          await setSecrets()
          device.look()
          return send({ type: 'secrets-set' })
        case 'submit': {
          // A refused one is no longer under way, which the home screen must know too.
          const application = await submitApplication(phone, authority).finally(device.look)
          return send({ type: 'submitted', application })
        }
        case 'await-network':
          await device.network.back(signal)
          return send({ type: 'network-back' })
      }
    } catch (thrown) {
      const refusal = refusalOf(thrown)
      if (refusal.code === 'DRAFT_OF_ANOTHER_PERSON') card.clear()
      send({ type: 'refused', refusal })
    }
  }
}
