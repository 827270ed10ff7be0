/** Common card applet (共通カードAP): the card's own identity, in records, and a key that authenticates it. */
import { hex, latin1 } from '@kazashi/octets'
import type { AppletContents, ElementaryFile } from '../contents.ts'
import { CardError } from '../errors.ts'
import { type AppletDefinition, PIN_TRIES } from './applet-definition.ts'
import { privateKey, record, secret } from './files.ts'

export const commonFile = {
  /** Record 1: serial number, municipality, expiry. */
  identification: 0x0001,
  keyReference: 0x0002,
  internalAuthenticationKey: 0x0019,
  pin: 0x001c,
} as const

export const commonCard: AppletDefinition = {
  name: 'common',
  aid: hex.decode('D3921000310001010100'),
  change: 'change-key',
  signingKeys: [],
  internalAuthenticationKey: commonFile.internalAuthenticationKey,
}

export interface CommonParts {
  readonly identification: CardIdentification
  /** Sixteen bytes. */
  readonly keyReference?: Uint8Array | undefined
  /** PKCS #8 DER */
  readonly internalAuthenticationKey?: Uint8Array | undefined
  readonly pin?: string | undefined
}

/** The applet's files; both record files are free. */
export function commonApplet(parts: CommonParts): AppletContents {
  const files: [number, ElementaryFile][] = [
    [commonFile.identification, record([encodeCardIdentification(parts.identification)], 'free')],
    [commonFile.keyReference, record([parts.keyReference ?? new Uint8Array(16)], 'free')],
    [commonFile.internalAuthenticationKey, privateKey(parts.internalAuthenticationKey, 'free')],
    [commonFile.pin, secret(parts.pin, 'four-digits', PIN_TRIES)],
  ]
  return { name: 'common', files: new Map(files) }
}

export interface CardIdentification {
  /** Fifteen digits. */
  readonly serialNumber: string
  /** Five digits. */
  readonly municipality: string
  /** YYYYMMDD */
  readonly expiry: string
}

const tag = 0x01
const form = /^(?<serialNumber>\d{15})(?<municipality>\d{5})(?<expiry>\d{8})$/

/**
 * EF 0001 record 1: simple TLV `01 1C <serial 15><municipality 5><expiry 8>`.
 * @throws {CardError} VALUE_OUT_OF_RANGE
 */
export function encodeCardIdentification(c: CardIdentification): Uint8Array {
  const text = c.serialNumber + c.municipality + c.expiry
  if (!form.test(text) || c.serialNumber.length !== 15 || c.expiry.length !== 8)
    throw new CardError('VALUE_OUT_OF_RANGE', {
      detail: 'card identification is 15, 5 and 8 digits',
    })
  return Uint8Array.from([tag, text.length, ...new TextEncoder().encode(text)])
}

/**
 * Reads record 1 of EF 0001.
 * @throws {CardError} DATA_OBJECT_MALFORMED
 */
export function parseCardIdentification(bytes: Uint8Array): CardIdentification {
  const groups = form.exec(latin1(bytes.subarray(2)))?.groups
  const { serialNumber, municipality, expiry } = groups ?? {}
  if (
    bytes[0] !== tag ||
    bytes[1] !== bytes.length - 2 ||
    serialNumber === undefined ||
    municipality === undefined ||
    expiry === undefined
  )
    throw new CardError('DATA_OBJECT_MALFORMED', { detail: 'card identification' })
  return { serialNumber, municipality, expiry }
}
