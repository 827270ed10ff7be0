/** Files of the card-data input applet (券面事項入力補助AP), each with the bytes that its signature or digest covers. */
import type { Sex } from '@kazashi/lifecycle'
import type { Resident } from '../resident.ts'
import { encodeTlv, parseTlv, tlvValue } from '../tlv.ts'
import { ascii, dateDigits, equal, join, sha256 } from './bytes.ts'
import { parseCvCertificate } from './cv-certificate.ts'
import {
  digestInfo,
  encodePublicKey,
  type RsaPublicKey,
  recoverDigestInfo,
  signSha256,
} from './rsa.ts'
import { bytesOf, encodeFields, encodeWithOffsets, parseFields } from './sealed-record.ts'

/** EF 0001: the TLV takes 15 bytes, the file 17. */
const MY_NUMBER_FILE_BYTES = 17

/** EF 0001 with its filler: `FF10 0C <12 digits> FF FF`. */
export function encodeMyNumberFile(myNumber: string): Uint8Array {
  const file = new Uint8Array(MY_NUMBER_FILE_BYTES).fill(0xff)
  file.set(encodeTlv(0xff10, ascii(myNumber)))
  return file
}

/** Sex as one digit of JIS X 0303. */
const sexDigits: Readonly<Record<Sex, string>> = { male: '1', female: '2', 'not-applicable': '9' }
export const sexDigit = (sex: Sex): Uint8Array => ascii(sexDigits[sex])

/** EF 0002: offsets, name, address (both UTF-8), birth date, sex. */
export const encodeAttributesFile = (
  resident: Pick<Resident, 'name' | 'address' | 'birthDate' | 'sex'>,
): Uint8Array =>
  encodeWithOffsets(0xff20, 0xdf21, [
    [0xdf22, new TextEncoder().encode(resident.name)],
    [0xdf23, new TextEncoder().encode(resident.address)],
    [0xdf24, dateDigits(resident.birthDate)],
    [0xdf25, sexDigit(resident.sex)],
  ])

const digests = (myNumberFile: Uint8Array, attributesFile: Uint8Array): Uint8Array => {
  // The one digest covers the whole file with its filler, the other the fields without their offsets.
  const fields = parseFields(attributesFile, 0xff20, 0xdf21)
  return encodeFields([
    [0xdf31, sha256(myNumberFile)],
    [0xdf32, sha256(bytesOf(fields, [0xdf22, 0xdf23, 0xdf24, 0xdf25]))],
  ])
}

/** EF 0003, 336 bytes: digests of the two files above, and the municipality's signature over them. */
export function encodeIntegrityFile(
  files: { readonly myNumber: Uint8Array; readonly attributes: Uint8Array },
  municipalityKey: Uint8Array,
): Uint8Array {
  const covered = digests(files.myNumber, files.attributes)
  return encodeTlv(0xff30, [covered, encodeTlv(0xdf33, signSha256(municipalityKey, covered))])
}

/** EF 0005: layout, a key identifier, 128 bytes of which cards show 32 filled; meaning of the last not public. */
export const encodeCardDataInformation = (keyId: Uint8Array, unknown: Uint8Array): Uint8Array =>
  encodeTlv(
    0xff40,
    encodeFields([
      [0xdf41, Uint8Array.of(0x01, 0x03, 0x0e, 0x01)],
      [0xdf42, keyId],
      [0xdf43, join(unknown.subarray(0, 32), new Uint8Array(96).fill(0xff))],
    ]),
  )

/** EF 0006: the key that a terminal encrypts a session key to. */
export const encodeSessionKeyFile = (key: RsaPublicKey): Uint8Array =>
  encodeTlv(0xa1, encodePublicKey(key))

/** EF 0007: the public half of the applet's own key, signed by the municipality. */
export function encodePublicKeyFile(key: RsaPublicKey, municipalityKey: Uint8Array): Uint8Array {
  const covered = encodeTlv(0xdf51, encodePublicKey(key))
  return encodeTlv(0xff50, [covered, encodeTlv(0xdf52, signSha256(municipalityKey, covered))])
}

/** The files of EF 0001 to 0004 and 0007 that are checked together. */
export interface CardDataFiles {
  readonly myNumber: Uint8Array
  readonly attributes: Uint8Array
  readonly integrity: Uint8Array
  readonly certificate: Uint8Array
  readonly publicKey: Uint8Array
}

/**
 * Are My Number and attributes those the certified municipality signed, and is the applet's key? That the certificate is
 * genuine is not checked here: `verifyCvCertificate` does it.
 * @throws {CardError} DATA_OBJECT_MALFORMED
 */
export function verifyCardData(files: CardDataFiles): boolean {
  const { publicKey } = parseCvCertificate(files.certificate)
  const signed = (
    file: Uint8Array,
    outer: number,
    tags: readonly number[],
    at: number,
  ): boolean => {
    const fields = parseFields(file, outer)
    const found = recoverDigestInfo(publicKey, tlvValue(fields, at))
    return found !== undefined && equal(found, digestInfo(sha256(bytesOf(fields, tags))))
  }
  const covered = digests(files.myNumber, files.attributes)
  return (
    equal(parseTlv(files.integrity).value.subarray(0, covered.length), covered) &&
    signed(files.integrity, 0xff30, [0xdf31, 0xdf32], 0xdf33) &&
    signed(files.publicKey, 0xff50, [0xdf51], 0xdf52)
  )
}
