/** Runs the effects in the table of 1-A②. The PIN, or the secret in its place, opens the answer and is kept nowhere. */
import {
  biometricQuestion,
  biometricsAreOn,
  type LoginProof,
  PhoneError,
  walletState,
} from '@kazashi/phone'
import {
  agreeTo,
  answerPresentation,
  confirmHolder,
  type HeldCard,
  keyOf,
  matchQuery,
  openHeldCard,
  openPresentation,
  overAskingOf,
  type PresentationRequest,
  questionsOf,
  refusePresentation,
  rememberShown,
  sendPresentation,
} from '@kazashi/phone/presentation'
import type { Perform } from '@kazashi/ui'
import type { FaultCode } from '../faults/codes.ts'
import { refusalOf } from '../faults/refusal.ts'
import type { Device } from '../phone/device.ts'
import { loginHindrance } from '../status/login-hindrance.ts'
import { shownValue } from './shown-value.ts'
import type { AskedFor, PresentEffect, PresentEvent } from './table.ts'

/** Milliseconds to learn the phone's state; then the last known one has to do. */
const patience = 5_000

const walletHindrance = {
  none: 'NOT_APPLIED',
  adding: 'NOT_REGISTERED',
  usable: undefined,
  suspended: 'CERTIFICATE_SUSPENDED',
  ended: 'CERTIFICATE_REVOKED',
} as const satisfies Record<ReturnType<typeof walletState>, FaultCode | undefined>

interface Opened {
  readonly request: PresentationRequest
  readonly card: HeldCard
  readonly asked: AskedFor
}

/** @param link that was opened, read or pasted */
export function performPresent(device: Device, link: string): Perform<PresentEvent, PresentEffect> {
  const { phone, fetch } = device
  let opened: Opened | undefined
  /** From the phone's own screen to the answer, which overwrites it. */
  let secret: Uint8Array | undefined

  const open = async (): Promise<Opened | FaultCode> => {
    const late = new Promise((resolve) => setTimeout(resolve, patience))
    await Promise.race([device.refresh(), late])
    const hindrance = loginHindrance(device.summary()) ?? walletHindrance[walletState(phone)]
    if (hindrance !== undefined) return hindrance
    const card = await openHeldCard(phone)
    const now = phone.authorityTime.now()
    if (now > card.validUntil) return 'CERTIFICATE_EXPIRED'
    // The authority names no issuers of readers' certificates so far, so that no asker is known here.
    const by = { fetch, now, random: phone.random, readerCas: [] }
    const request = await openPresentation(link, by)
    const parts = matchQuery(request.query, card)
    const questions = questionsOf(parts)
    const { asker } = request
    const asked = {
      asker,
      parts,
      questions: questions.map((one) => ({
        ...one,
        key: keyOf(one),
        value: shownValue(card, one),
      })),
      warnings: overAskingOf(questions, asker.known),
    }
    return { request, card, asked }
  }
  const isOpen = (): Opened => {
    if (opened === undefined) throw new PhoneError('PRESENTATION_MALFORMED')
    return opened
  }
  const remember = (outcome: 'shown' | 'refused', identifiers: AskedFor['questions']) => {
    const { asked } = isOpen()
    const elements = identifiers.map(({ identifier, retained }) => ({ identifier, retained }))
    const at = phone.authorityTime.now().toISOString()
    return rememberShown(phone, { at, asker: asked.asker.name, ...who(asked), outcome, elements })
  }
  const who = ({ asker: { host, known } }: AskedFor) => ({ host, known })

  const answer = async (proof: LoginProof, keys: readonly string[], force: boolean) => {
    const { request, card, asked } = isOpen()
    const agreed = agreeTo(asked.parts, new Set(keys))
    await confirmHolder(phone, proof, { force })
    const response = await answerPresentation(request, agreed, card)
    const returnUrl = await sendPresentation(request, response, fetch)
    const shown = new Set([...agreed.values()].flat().map(keyOf))
    // It has been shown, whatever becomes of the record.
    await remember(
      'shown',
      asked.questions.filter(({ key }) => shown.has(key)),
    ).catch(() => undefined)
    return {
      type: 'shown',
      keys: [...shown],
      ...(returnUrl !== undefined && { returnUrl }),
    } as const
  }
  const decline = async (): Promise<PresentEvent> => {
    const { request, asked } = isOpen()
    await remember('refused', asked.questions).catch(() => undefined)
    try {
      const returnUrl = await refusePresentation(request, fetch)
      return { type: 'declined', ...(returnUrl !== undefined && { returnUrl }) }
    } catch {
      return { type: 'declined', untold: true }
    }
  }
  const recognise = async (signal: AbortSignal) => {
    const question = biometricQuestion(phone)
    if (question === undefined) throw new PhoneError('BIOMETRICS_OFF')
    const given = await device.recognition.ask(question, signal)
    if (signal.aborted) given.fill(0)
    else secret = given
  }
  const recognised = (): LoginProof => {
    if (secret === undefined) throw new PhoneError('BIOMETRICS_WRONG')
    const biometricSecret = secret
    secret = undefined
    return { biometricSecret }
  }
  const eventOf = async (effect: PresentEffect, signal: AbortSignal): Promise<PresentEvent> => {
    switch (effect.type) {
      case 'open': {
        const found = await open()
        if (typeof found === 'string') return { type: 'refused', refusal: { code: found } }
        opened = found
        return { type: 'opened', asked: found.asked, biometrics: biometricsAreOn(phone) }
      }
      case 'recognise':
        await recognise(signal)
        return { type: 'recognised' }
      case 'answer':
        return answer(recognised(), effect.chosen, false)
      case 'answer-by-pin':
        return answer(effect.pin, effect.chosen, effect.force)
      case 'decline':
        return decline()
    }
  }
  return async (effect, tell, signal) => {
    try {
      tell(await eventOf(effect, signal))
    } catch (thrown) {
      device.look() // tries may have been spent
      const missing = thrown instanceof PhoneError ? thrown.missing : undefined
      tell({ type: 'refused', refusal: refusalOf(thrown), ...(missing && { missing }) })
    }
  }
}
