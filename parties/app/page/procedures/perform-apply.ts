/** Runs what the table of 2-C and 2-D names. Secrets stand here, in memory, only until they are used. */
import {
  currentConsentVersion,
  type Draft,
  openDraft,
  openSigned,
  PhoneError,
  prepareApplication,
  setSecrets,
  signApplication,
  status,
  submitApplication,
} from '@kazashi/phone'
import type { Perform } from '@kazashi/ui'
import type { Device } from '../phone/device.ts'
import type { ApplyEffect, ApplyEvent, ApplyState, ReadingStage } from './apply.ts'
import { applyMachine } from './apply.ts'
import { refusalOf } from './problem.ts'

type Kinds = Extract<ApplyEffect, { type: 'read-card' }>['kinds']

/** What is being done once a step of the reading is behind us. */
const nextStage = {
  'card-found': 'password',
  'password-right': 'certificate',
  'certificate-read': 'signing',
  signed: 'signing',
} as const satisfies Record<string, ReadingStage>

const sameKinds = (one: Kinds, other: Kinds) => one.join() === other.join()
/** A draft this close to its end (milliseconds) is made anew before the card is asked for. */
const margin = 60_000

/** Goes on where an earlier visit stopped: after the card has signed, or at the check list. */
export function firstApplyState(device: Device): ApplyState {
  const signed = openSigned(device.phone)
  if (signed === undefined) return applyMachine.initial
  const { kinds } = signed
  const set = status(device.phone).stage === 'secrets-set'
  return set ? { name: 'submitting', kinds } : { name: 'read', kinds }
}

export function performApply(device: Device): Perform<ApplyEvent, ApplyEffect> {
  const { phone, authority } = device
  let card: { readonly password: string; readonly force: boolean } | undefined
  let signingPassword: string | undefined
  let pin: string | undefined

  const draftFor = async (kinds: Kinds): Promise<Draft> => {
    await device.syncClock()
    const draft = openDraft(phone)
    const good =
      draft !== undefined &&
      sameKinds(draft.statement.kinds, kinds) &&
      Date.parse(draft.nonceExpiresAt) - phone.now().getTime() > margin
    if (good) return draft
    return await prepareApplication(phone, authority, {
      kinds,
      consentVersion: currentConsentVersion,
    })
  }

  const readCard = async (
    kinds: Kinds,
    send: (event: ApplyEvent) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    if (card === undefined) throw new PhoneError('CARD_SECRET_WRONG')
    const { password, force } = card
    const reader = await device.reader()
    try {
      const [draft, transport] = await Promise.all([draftFor(kinds), reader.waitForCard(signal)])
      if (signal.aborted) return
      send({ type: 'stage', stage: 'found' })
      const onProgress = (step: keyof typeof nextStage) =>
        send({ type: 'stage', stage: nextStage[step] })
      await signApplication(draft, transport, password, onProgress, { force })
      card = undefined
      send({ type: 'card-read' })
    } finally {
      reader.close()
    }
  }

  const submit = async (send: (event: ApplyEvent) => void): Promise<void> => {
    if (status(phone).stage === 'signed') {
      await setSecrets(phone, {
        ...(signingPassword === undefined ? {} : { signingPassword }),
        ...(pin === undefined ? {} : { authenticationPin: pin }),
      })
    }
    const application = await submitApplication(phone, authority)
    signingPassword = undefined
    pin = undefined
    device.look()
    send({ type: 'submitted', application })
  }

  return async (effect, send, signal) => {
    try {
      switch (effect.type) {
        case 'keep-card-password':
          card = { password: effect.password, force: effect.force }
          return
        case 'keep-signing-password':
          signingPassword = effect.password
          return
        case 'keep-pin':
          pin = effect.pin
          return
        case 'read-card':
          return await readCard(effect.kinds, send, signal)
        case 'submit':
          return await submit(send)
      }
    } catch (thrown) {
      send({ type: 'refused', refusal: refusalOf(thrown) })
    }
  }
}
