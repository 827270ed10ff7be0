/** Runs the effects in the table of 2-C and 2-D. Secrets are here, in memory, only until they are used. */
import type { ApplicationPurpose } from '@kazashi/lifecycle'
import {
  checkSigned,
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
import { type CardSecret, withHeldCard } from '../card/held-card.ts'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { readySignals } from '../phone/signals.ts'
import { supportedModels } from '../phone/supported-models.ts'
import { unmetPreconditions } from './preconditions.ts'
import { type ApplyEffect, type ApplyEvent, type ApplyState, applyMachine } from './table.ts'

type Kinds = Extract<ApplyEffect, { type: 'read-card' }>['kinds']

const sameKinds = (one: Kinds, other: Kinds) => one.join() === other.join()
/** A draft this close to its end (milliseconds) is replaced before the card is asked for. */
const margin = 60_000

/** Goes on where an earlier visit stopped: after the card has signed; before it is held, if that is what was asked for; else at the check list. */
export function firstApplyState(
  device: Device,
  purpose: ApplicationPurpose,
  goesOn: boolean,
): ApplyState {
  const signed = openSigned(device.phone)
  const tooOld = status(device.phone).begun?.tooOld === true
  // Whoever begins anew reads and chooses for themselves: consent and choice are nobody else's.
  if (!goesOn && (signed === undefined || tooOld)) return applyMachine.initial
  if (signed === undefined) {
    const draft = openDraft(device.phone)
    if (draft?.statement.purpose !== purpose || tooOld) return applyMachine.initial
    // 申請する was pressed: only the password is asked for again, which is kept nowhere.
    return { name: 'card-password', kinds: draft.statement.kinds, confirmed: true }
  }
  const { kinds } = signed
  const set = status(device.phone).stage === 'secrets-set'
  return set ? { name: 'submitting', kinds } : { name: 'read', kinds, check: 'due' }
}

export function performApply(
  device: Device,
  purpose: ApplicationPurpose,
  goesOn: boolean,
): Perform<ApplyEvent, ApplyEffect> {
  const { phone, authority } = device
  readySignals()
  let card: CardSecret | undefined
  let signingPassword: string | undefined
  let pin: string | undefined
  /** A draft of an earlier visit has another person's consent, unless it goes on. */
  let mine = goesOn

  const newDraft = async (kinds: Kinds): Promise<Draft> => {
    await device.syncClock()
    const draft = openDraft(phone)
    const good =
      mine &&
      draft !== undefined &&
      draft.statement.purpose === purpose &&
      sameKinds(draft.statement.kinds, kinds) &&
      Date.parse(draft.nonceExpiresAt) - phone.now().getTime() > margin
    if (good) return draft
    mine = true
    const made = await prepareApplication(phone, authority, {
      purpose,
      kinds,
      consentVersion: currentConsentVersion,
    })
    device.look() // home shows since when it was begun
    return made
  }

  /** One after the other: after going back, 申請する again gets the draft in the making, not a draft with keys of another. */
  let before: Promise<unknown> = Promise.resolve()
  const draftFor = (kinds: Kinds): Promise<Draft> => {
    const next = before.then(() => newDraft(kinds))
    before = next.catch(() => undefined)
    return next
  }

  const readCard = async (
    kinds: Kinds,
    send: (event: ApplyEvent) => void,
    signal: AbortSignal,
  ): Promise<void> => {
    if (card === undefined) throw new PhoneError('CARD_SECRET_WRONG')
    const { password, force } = card
    const done = await withHeldCard(device, {
      signal,
      send,
      prepare: () => draftFor(kinds),
      work: async (draft, transport, onProgress) => {
        await signApplication(draft, transport, password, onProgress, { force })
        await checkSigned(phone, authority)
      },
    }).catch((thrown: unknown) => {
      device.look() // another person's draft is gone
      throw thrown
    })
    if (!done) return
    card = undefined
    device.look() // from now on the home screen offers to continue
    send({ type: 'card-read' })
  }

  const check = async (send: (event: ApplyEvent) => void): Promise<void> => {
    const supported = await authority.supportedPhones()
    const { description, summary } = device
    const refusals = unmetPreconditions({
      hasReader: device.hasReader,
      device: description,
      appVersion: phone.appVersion,
      supported,
      purpose,
      summary: summary(),
    })
    const models = supportedModels(supported, description.platform).map(({ model }) => model)
    send({ type: 'checked', refusals, models })
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
        case 'check':
          return await check(send)
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
        case 'check-signed':
          // A refused one is no longer under way, which the home screen must know too.
          await checkSigned(phone, authority).finally(device.look)
          return send({ type: 'still-good' })
        case 'submit':
          return await submit(send)
        case 'await-network':
          await device.network.back(signal)
          return send({ type: 'network-back' })
      }
    } catch (thrown) {
      const refusal = refusalOf(thrown)
      if (refusal.code === 'DRAFT_OF_ANOTHER_PERSON') card = undefined
      if (effect.type === 'check') send({ type: 'checked', refusals: [refusal] })
      else send({ type: 'refused', refusal })
    }
  }
}
