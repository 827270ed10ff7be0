/**
 * A card from the reader's side: its operations for a person or a program, over any transport. Works the same with a My
 * Number Card and with a phone, which it tells apart by the token label (EF 0006).
 */
import type { CertificateKind } from '@kazashi/lifecycle'
import { sha256 } from '#crypto'
import { cardDataFile } from '../applets/card-data.ts'
import { type CardIdentification, commonFile, parseCardIdentification } from '../applets/common.ts'
import { type Availability, jpkiFile, parseAvailability } from '../applets/jpki.ts'
import { visualFile } from '../applets/visual.ts'
import { CardError } from '../errors.ts'
import { type SecretName, secretPlaces } from '../layout.ts'
import { statusWord } from '../status.ts'
import {
  parseTokenInformation,
  TOKEN_INFORMATION_LENGTH,
  type TokenInformation,
} from '../token-information.ts'
import type { CardTransport } from '../transport.ts'
import { publicKeyOf } from './certificate-key.ts'
import {
  type CardFace,
  decodeAttributes,
  decodeFace,
  decodeMyNumber,
  type PersonalAttributes,
} from './personal-data.ts'
import { encodeSecret } from './secrets.ts'
import { fileError, ReaderSession, type SessionOptions } from './session.ts'
import {
  changeSecret,
  isRecognised,
  type RetryCounter,
  readCounter,
  type VerifyOptions,
  verifySecret,
} from './verification.ts'

export type CardCertificate = CertificateKind | 'signing-ca' | 'authentication-ca'

/** RSASSA-PKCS1-v1_5 with SHA-256 by the card's key; the same shape as a software signer's. */
export interface CardSigner {
  readonly algorithm: 'RS256'
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** Signs `data` itself: hashing is done here, the card pads and signs (ISO 7816-8 §5.4). */
  sign(data: Uint8Array): Promise<Uint8Array>
}

const certificates: Readonly<Record<CardCertificate, readonly [number, SecretName | undefined]>> = {
  signing: [jpkiFile.signingCertificate, 'signing-password'],
  authentication: [jpkiFile.authenticationCertificate, 'authentication-pin'],
  'signing-ca': [jpkiFile.signingCaCertificate, undefined],
  'authentication-ca': [jpkiFile.authenticationCaCertificate, undefined],
}
const keys = {
  signing: [jpkiFile.signingKey, 'signing-password'],
  authentication: [jpkiFile.authenticationKey, 'authentication-pin'],
} as const satisfies Record<CertificateKind, readonly [number, SecretName]>

/**
 * Proof of the holder: the secret for VERIFY, or a way of the device's own (a phone's biometrics) that sets the same security
 * status. It is called with the applet selected, anew when the status was lost.
 */
export type HolderProof = string | (() => Promise<void>)

/** DigestInfo of SHA-256 up to the hash (RFC 8017 §9.2, note 1). */
const sha256Prefix = Uint8Array.of(
  ...[0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01],
  ...[0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00, 0x04, 0x20],
)
const signatureLength = 256
const availabilityLength = 3

/** Every method may also throw CARD_AWAY, CARD_ANSWER_MALFORMED, CARD_STATUS_UNEXPECTED, NOT_A_MY_NUMBER_CARD. */
export class CardClient {
  readonly #session: ReaderSession
  /** Which secrets stand verified, by the security status they were verified in. */
  readonly #verified = new Map<SecretName, number>()
  #token: TokenInformation | undefined
  /** Calls wait for each other: a card takes one command at a time, and a file stays selected through a read. */
  #last: Promise<unknown> = Promise.resolve()

  constructor(transport: CardTransport, options: SessionOptions) {
    this.#session = new ReaderSession(transport, options)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work, work)
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** Kind of the token: a card or a phone. Free to read. @throws {CardError} TOKEN_INFORMATION_MALFORMED */
  token(): Promise<TokenInformation> {
    return this.#inTurn(() => this.#readToken())
  }

  async #readToken(): Promise<TokenInformation> {
    this.#token ??= parseTokenInformation(
      await this.#session.readFixed('jpki', jpkiFile.tokenInformation, TOKEN_INFORMATION_LENGTH),
    )
    return this.#token
  }

  /** Which of the two certificates are on the card (EF 0008). Free to read. */
  availability(): Promise<Availability> {
    return this.#inTurn(async () =>
      parseAvailability(
        await this.#session.readFixed('jpki', jpkiFile.availability, availabilityLength),
      ),
    )
  }

  /**
   * Tries left, without spending one. A and B are those of the visual applet; a verified one counts as full (15).
   * @throws {CardError} FILE_NOT_FOUND
   */
  retryCounter(secret: SecretName): Promise<RetryCounter> {
    return this.#inTurn(() => readCounter(this.#session, secret))
  }

  /**
   * Whether nothing is to be entered for this secret: a phone has recognised its holder by a finger or a face (1-A③). Spends no try.
   * @throws {CardError} FILE_NOT_FOUND
   */
  isRecognised(secret: SecretName): Promise<boolean> {
    return this.#inTurn(() => isRecognised(this.#session, secret))
  }

  /**
   * Verifies a secret. Reads the counter first and spends the last try only with `force`.
   * @throws {CardError} SECRET_FORM, LAST_TRY (neither spent a try); SECRET_BLOCKED; SECRET_WRONG with `triesLeft`
   */
  verify(secret: SecretName, value: string, options: VerifyOptions = {}): Promise<void> {
    return this.#inTurn(() => this.#verify(secret, value, options))
  }

  async #verify(secret: SecretName, value: string, options: VerifyOptions): Promise<void> {
    this.#verified.delete(secret)
    await verifySecret(this.#session, secret, value, options)
    this.#verified.set(secret, this.#session.epoch)
  }

  async #ensure(secret: SecretName, proof: HolderProof, options: VerifyOptions): Promise<void> {
    if (typeof proof === 'string') encodeSecret(secret, proof)
    const [applet] = secretPlaces[secret]
    await this.#session.selectApplet(applet)
    if (this.#verified.get(secret) === this.#session.epoch) return
    if (typeof proof === 'string') return this.#verify(secret, proof, options)
    await proof()
    this.#verified.set(secret, this.#session.epoch)
  }

  /**
   * A certificate, DER. The signing one needs its password; the authentication one its PIN on a phone only, so on a card
   * a PIN passed here is not verified.
   * @throws {CardError} SECURITY_STATUS when the secret is needed and missing; FILE_NOT_FOUND when there is none; as `verify`
   */
  readCertificate(
    which: CardCertificate,
    secret?: { readonly value: string; readonly force?: boolean },
  ): Promise<Uint8Array> {
    return this.#inTurn(() => this.#readCertificate(which, secret))
  }

  async #readCertificate(
    which: CardCertificate,
    secret: { readonly value: string; readonly force?: boolean } | undefined,
  ): Promise<Uint8Array> {
    const [file, guard] = certificates[which]
    if (guard !== undefined && secret !== undefined) {
      const open = which === 'authentication' && (await this.#readToken()).carrier === 'card'
      if (!open) await this.#ensure(guard, secret.value, secret)
    }
    return this.#session.readObject('jpki', file)
  }

  /** Name, address, birth date, sex. @param pin card-data PIN @throws {CardError} as `verify`; DATA_OBJECT_MALFORMED */
  readAttributes(pin: string, options: VerifyOptions = {}): Promise<PersonalAttributes> {
    return this.#inTurn(async () => {
      await this.#ensure('card-data-pin', pin, options)
      return decodeAttributes(await this.#session.readObject('card-data', cardDataFile.attributes))
    })
  }

  /** Twelve digits. @param pin card-data PIN @throws {CardError} as `verify`; DATA_OBJECT_MALFORMED */
  readMyNumber(pin: string, options: VerifyOptions = {}): Promise<string> {
    return this.#inTurn(async () => {
      await this.#ensure('card-data-pin', pin, options)
      return decodeMyNumber(await this.#session.readObject('card-data', cardDataFile.myNumber))
    })
  }

  /**
   * The data printed on the card's face, with its photo.
   * @param number 照合番号A (My Number, 12 digits) or B (14 digits: birth date, expiry year, security code)
   * @throws {CardError} as `verify`; DATA_OBJECT_MALFORMED
   */
  readFace(number: string, options: VerifyOptions = {}): Promise<CardFace> {
    return this.#inTurn(async () => {
      await this.#ensure(number.length === 14 ? 'number-b' : 'number-a', number, options)
      return decodeFace(await this.#session.readObject('visual', visualFile.face))
    })
  }

  /** Grey JPEG 2000 (JP2) of the holder. @param number as `readFace` @throws {CardError} as `readFace` */
  async readPhoto(number: string, options: VerifyOptions = {}): Promise<Uint8Array> {
    return (await this.readFace(number, options)).photo
  }

  /** Serial number, municipality and expiry. Free to read. @throws {CardError} DATA_OBJECT_MALFORMED */
  readIdentification(): Promise<CardIdentification> {
    return this.#inTurn(async () => {
      await this.#session.selectApplet('common')
      const { data, sw } = await this.#session.exchange({
        cla: 0x00,
        ins: 0xb2,
        p1: 1,
        p2: (commonFile.identification << 3) | 4,
        ne: 256,
      })
      if (sw !== statusWord.ok) throw fileError(sw, 'common', commonFile.identification)
      this.#session.report('read', { file: commonFile.identification })
      return parseCardIdentification(data)
    })
  }

  /** The card's last day, YYYY-MM-DD. Free to read. @throws {CardError} DATA_OBJECT_MALFORMED */
  async readExpiry(): Promise<string> {
    const { expiry } = await this.readIdentification()
    return `${expiry.slice(0, 4)}-${expiry.slice(4, 6)}-${expiry.slice(6)}`
  }

  /**
   * A signer with one of the card's keys: proves the holder and reads the certificate now. The proof is kept as long
   * as the signer is, because reading another applet in between takes the security status away.
   * @throws {CardError} as `verify`; FILE_NOT_FOUND without certificate. `sign` also throws KEY_MISSING; and any error of
   *   a proof of the device's own
   */
  signer(
    kind: CertificateKind,
    proof: HolderProof,
    options: VerifyOptions = {},
  ): Promise<CardSigner> {
    return this.#inTurn(async () => {
      const [file, name] = keys[kind]
      await this.#ensure(name, proof, options)
      const publicKey = publicKeyOf(await this.#session.readObject('jpki', certificates[kind][0]))
      const sign = (data: Uint8Array): Promise<Uint8Array> =>
        this.#inTurn(async () => {
          await this.#ensure(name, proof, options)
          return this.#sign(file, data)
        })
      return { algorithm: 'RS256', publicKey, sign }
    })
  }

  async #sign(file: number, data: Uint8Array): Promise<Uint8Array> {
    await this.#session.selectFile('jpki', file)
    const digestInfo = new Uint8Array(sha256Prefix.length + 32)
    digestInfo.set(sha256Prefix)
    digestInfo.set(sha256(data), sha256Prefix.length)
    const { data: signature, sw } = await this.#session.exchange({
      cla: 0x80,
      ins: 0x2a,
      p1: 0x00,
      p2: 0x80,
      data: digestInfo,
      ne: signatureLength,
    })
    if (sw === statusWord.conditionsOfUse || sw === statusWord.referencedDataNotFound) {
      throw new CardError('KEY_MISSING', { statusWord: sw })
    }
    if (sw !== statusWord.ok) throw fileError(sw, 'jpki', file)
    if (signature.length !== signatureLength) throw new CardError('CARD_ANSWER_MALFORMED')
    this.#session.report('sign')
    return signature
  }

  /**
   * Changes a PIN or the signing password. Both values are looked at before the card is.
   * @throws {CardError} as `verify`; SECRET_FORM also for a new value that is not allowed
   */
  changeSecret(
    secret: SecretName,
    current: string,
    next: string,
    options: VerifyOptions = {},
  ): Promise<void> {
    return this.#inTurn(async () => {
      this.#verified.delete(secret)
      await changeSecret(this.#session, secret, current, next, options)
    })
  }
}

/** A client for the card that `transport` reaches. Sends nothing by itself. */
export function openCard(transport: CardTransport, options: SessionOptions = {}): CardClient {
  return new CardClient(transport, options)
}
