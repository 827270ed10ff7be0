/** COMPUTE DIGITAL SIGNATURE `80 2A` (this card's own) and INTERNAL AUTHENTICATE (ISO 7816-4 §7.5.2). */
import { rsaModulusLength, rsaPrivate, sha256 } from '#crypto'
import type { CommandApdu } from '../apdu.ts'
import { digestInfo, PKCS1_OVERHEAD, padPkcs1, padPss } from '../rsa-padding.ts'
import {
  type Answer,
  type CurrentFile,
  fileByReference,
  fileByShortId,
  mayUse,
  type Session,
} from '../session.ts'
import { exactLengthStatus, statusWord } from '../status.ts'

const HASH_LENGTH = 32
const PSS_SALT_LENGTH = 32
/** A card hashes no more than one short command carries. */
const LONGEST_MESSAGE = 255

interface Scheme {
  /** Longest and shortest data, in bytes; `k` is the length of the modulus. */
  readonly least: number
  readonly most: (k: number) => number
  readonly block: (k: number, data: Uint8Array, random: Session['random']) => Uint8Array
}

const message = { least: 1, most: () => LONGEST_MESSAGE }
const hash = { least: HASH_LENGTH, most: () => HASH_LENGTH }

/** P1 → the card's treatment of the data. */
const schemes: ReadonlyMap<number, Scheme> = new Map([
  [
    0x00,
    { least: 1, most: (k: number) => k - PKCS1_OVERHEAD, block: (k, data) => padPkcs1(k, data) },
  ],
  [0x01, { ...message, block: (k, data) => padPkcs1(k, sha256(data)) }],
  [0x02, { ...hash, block: (k, data) => padPkcs1(k, digestInfo(data)) }],
  [0x03, { ...message, block: (k, data) => padPkcs1(k, digestInfo(sha256(data))) }],
  [0x04, { ...hash, block: (k, data, random) => padPss(k, data, random(PSS_SALT_LENGTH)) }],
  [
    0x05,
    { ...message, block: (k, data, random) => padPss(k, sha256(data), random(PSS_SALT_LENGTH)) },
  ],
] satisfies [number, Scheme][])

/** P2: 80 the current file, 80 | SFI another, 00 the applet's default key. */
export function computeDigitalSignature(session: Session, command: CommandApdu): Answer {
  const scheme = schemes.get(command.p1)
  if (scheme === undefined) return { sw: statusWord.wrongP1P2 }
  const target = command.p2 === 0 ? defaultKey(session) : fileByReference(session, command.p2)
  if (typeof target === 'number') return { sw: target }
  const isSigningKey = session.applet?.definition.signingKeys.includes(target.id) ?? false
  return sign(session, command, target, isSigningKey ? scheme : undefined)
}

function defaultKey(session: Session): CurrentFile | number {
  const id = session.applet?.definition.defaultKey
  return id === undefined ? statusWord.referencedDataNotFound : fileByShortId(session, id)
}

/** `00 88 00 P2`: one key of the common applet signs DigestInfo(SHA-256(challenge)); any other is refused. */
export function internalAuthenticate(session: Session, command: CommandApdu): Answer {
  if (command.p1 !== 0) return { sw: statusWord.wrongP1P2 }
  const target = fileByReference(session, command.p2)
  if (typeof target === 'number') return { sw: target }
  const isItsKey = session.applet?.definition.internalAuthenticationKey === target.id
  return sign(session, command, target, isItsKey ? schemes.get(0x03) : undefined)
}

/** @param scheme undefined: this key is not for this command */
function sign(
  session: Session,
  { data, ne }: CommandApdu,
  { file }: CurrentFile,
  scheme: Scheme | undefined,
): Answer {
  if (file.type !== 'private-key') return { sw: statusWord.fileStructure }
  if (!mayUse(session, file.use)) return { sw: statusWord.securityStatus }
  if (scheme === undefined) return { sw: statusWord.conditionsOfUse }
  if (file.key === undefined) return { sw: statusWord.referencedDataNotFound }
  if (data.length === 0 || ne === undefined) return { sw: statusWord.wrongLength }
  const k = rsaModulusLength(file.key)
  if (data.length < scheme.least || data.length > scheme.most(k))
    return { sw: statusWord.conditionsOfUse }
  if (ne < k) return { sw: exactLengthStatus(k) }
  return {
    sw: statusWord.ok,
    data: rsaPrivate(file.key, scheme.block(k, data, session.random)),
  }
}
