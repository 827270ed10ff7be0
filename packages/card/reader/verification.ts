/**
 * VERIFY and CHANGE REFERENCE DATA (ISO 7816-4 §7.5.6, §7.5.7) so that no secret is locked by surprise: the counter is read
 * before each try, and the last try is spent only when the caller says so.
 */
import { appletDefinition } from '../applets/applet.ts'
import { CardError } from '../errors.ts'
import { type SecretName, secretPlaces } from '../layout.ts'
import { statusWord } from '../status.ts'
import { encodeNewSecret, encodeSecret, secretRules } from './secrets.ts'
import { fileError, type ReaderSession } from './session.ts'

export interface RetryCounter {
  readonly triesLeft: number
  readonly blocked: boolean
}

export interface VerifyOptions {
  /** Spend the last try too: a wrong value then blocks the secret, and only the municipal counter can reset it. */
  readonly force?: boolean
}

/** Tries of a fixed number that was verified: the card does not say them, and a success resets them. */
const triesUnknown = 15

const isBlocked = (sw: number): boolean =>
  sw === statusWord.referenceDataNotUsable || sw === statusWord.authenticationBlocked

/**
 * Reads a counter without spending a try: VERIFY without data, and where a reader cannot send that, with Lc = 00.
 * @throws {CardError} CARD_STATUS_UNEXPECTED when the card tells neither way; FILE_NOT_FOUND
 */
export async function readCounter(
  session: ReaderSession,
  secret: SecretName,
): Promise<RetryCounter> {
  const [applet, file] = secretPlaces[secret]
  const { tries } = secretRules[secret]
  await session.selectFile(applet, file)
  const header = { cla: 0x00, ins: 0x20, p1: 0x00, p2: 0x80 }
  let { sw } = await session.exchange(header)
  let counter = counterOf(sw, tries)
  if (counter === undefined) {
    // The five-byte form 00 20 00 80 00: on the wire the same as an Le of 256.
    sw = (await session.exchange({ ...header, ne: 256 })).sw
    counter = counterOf(sw, tries)
  }
  if (counter === undefined) throw fileError(sw, applet, file)
  return counter
}

function counterOf(sw: number, tries: number | undefined): RetryCounter | undefined {
  if (sw >> 4 === 0x63c) return { triesLeft: sw & 0xf, blocked: (sw & 0xf) === 0 }
  if (isBlocked(sw)) return { triesLeft: 0, blocked: true }
  // Already verified: success has reset the counter.
  if (sw === statusWord.ok) return { triesLeft: tries ?? triesUnknown, blocked: false }
  return undefined
}

/** @returns whether VERIFY without data says that there is nothing to compare @throws {CardError} FILE_NOT_FOUND */
export async function isRecognised(session: ReaderSession, secret: SecretName): Promise<boolean> {
  const [applet, file] = secretPlaces[secret]
  await session.selectFile(applet, file)
  const { sw } = await session.exchange({ cla: 0x00, ins: 0x20, p1: 0x00, p2: 0x80 })
  return sw === statusWord.ok
}

/**
 * Verifies a secret, after looking at its form and its counter.
 * @throws {CardError} SECRET_FORM (no try spent), LAST_TRY (none spent), SECRET_BLOCKED, SECRET_WRONG with `triesLeft`
 */
export async function verifySecret(
  session: ReaderSession,
  secret: SecretName,
  value: string,
  options: VerifyOptions = {},
): Promise<void> {
  const data = encodeSecret(secret, value)
  const { triesLeft, blocked } = await readCounter(session, secret)
  if (blocked) throw new CardError('SECRET_BLOCKED', { triesLeft: 0, detail: secret })
  if (triesLeft === 1 && options.force !== true) {
    throw new CardError('LAST_TRY', { triesLeft, detail: secret })
  }
  const { sw } = await session.exchange({ cla: 0x00, ins: 0x20, p1: 0x00, p2: 0x80, data })
  if (sw === statusWord.ok) return session.report('verify')
  throw secretError(sw, secret)
}

function secretError(sw: number, secret: SecretName): CardError {
  const details = { statusWord: sw, detail: secret }
  if (isBlocked(sw) || sw === 0x63c0) {
    return new CardError('SECRET_BLOCKED', { ...details, triesLeft: 0 })
  }
  if (sw >> 4 === 0x63c) return new CardError('SECRET_WRONG', { ...details, triesLeft: sw & 0xf })
  const [applet, file] = secretPlaces[secret]
  return fileError(sw, applet, file)
}

/**
 * Gives a secret a new value: both values are looked at before the card is.
 * @throws {CardError} as `verifySecret`; SECRET_FORM also for the new value and for secrets that are fixed
 */
export async function changeSecret(
  session: ReaderSession,
  secret: SecretName,
  current: string,
  next: string,
  options: VerifyOptions = {},
): Promise<void> {
  const data = encodeNewSecret(secret, next)
  await verifySecret(session, secret, current, options)
  const [applet] = secretPlaces[secret]
  const header =
    appletDefinition(applet).change === 'change-key'
      ? { cla: 0x80, ins: 0x32, p1: 0x00, p2: 0x80 }
      : { cla: 0x00, ins: 0x24, p1: 0x01, p2: 0x80 }
  const { sw } = await session.exchange({ ...header, data })
  if (sw !== statusWord.ok) throw secretError(sw, secret)
  session.report('change')
}
