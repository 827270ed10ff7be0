/** Files of the visual applet (券面事項確認AP): the card's front, in pieces that open with different numbers. */
import type { Resident } from '../resident.ts'
import { encodeTlv, type Tlv, tlvValue } from '../tlv.ts'
import { ascii, dateDigits, equal, join, sha256 } from './bytes.ts'
import { sexDigit } from './card-data.ts'
import { parseCvCertificate } from './cv-certificate.ts'
import {
  digestInfo,
  encodePublicKey,
  type RsaPublicKey,
  recoverDigestInfo,
  signDigestInfo,
  signSha256,
} from './rsa.ts'
import {
  bytesOf,
  encodeFields,
  encodeWithOffsets,
  type Field,
  parseFields,
} from './sealed-record.ts'

/** An object whose last field is a signature with SHA-256 over the fields before it. */
function encodeSigned(
  outer: number,
  fields: readonly Field[],
  signatureTag: number,
  key: Uint8Array,
): Uint8Array {
  const covered = encodeFields(fields)
  return encodeTlv(outer, [covered, encodeTlv(signatureTag, signSha256(key, covered))])
}

/** EF 0001: the birth date alone, for proving an age. @param birthDate YYYY-MM-DD */
export const encodeAgeFile = (
  birthDate: string,
  cardKey: RsaPublicKey,
  municipalityKey: Uint8Array,
): Uint8Array =>
  encodeSigned(
    0xff10,
    [
      [0xdf11, dateDigits(birthDate)],
      [0xdf12, encodePublicKey(cardKey)],
    ],
    0xdf13,
    municipalityKey,
  )

/** Contents of EF 0002, images already encoded. */
export interface FaceImages {
  /** 1-bit PNG */
  readonly name: Uint8Array
  /** 1-bit PNG */
  readonly address: Uint8Array
  /** JP2, 8-bit grey */
  readonly photo: Uint8Array
  /** 1-bit PNG */
  readonly securityCode: Uint8Array
}

/** Groups that are hashed one by one, so that a terminal checks the signature without being given the photo. */
const faceGroups = [[0xdf22, 0xdf23, 0xdf24], [0xdf25, 0xdf26], [0xdf27]] as const

/** The DigestInfo of EF 0002: SHA-256 of each group, 96 bytes in one octet string, not hashed again. */
const faceDigestInfo = (fields: readonly Tlv[]): Uint8Array =>
  digestInfo(join(...faceGroups.map((tags) => sha256(bytesOf(fields, tags)))))

/**
 * EF 0002: the card's front. Expiry and security code stand behind the signature and are not covered by it.
 * @param cardExpiry YYYY-MM-DD
 * @throws {CardError} VALUE_OUT_OF_RANGE when images grow the file past 65 535 bytes
 */
export function encodeFaceFile(
  person: Pick<Resident, 'birthDate' | 'sex'> & { readonly cardExpiry: string },
  images: FaceImages,
  cardKey: RsaPublicKey,
  municipalityKey: Uint8Array,
): Uint8Array {
  const covered: Field[] = [
    [0xdf22, dateDigits(person.birthDate)],
    [0xdf23, sexDigit(person.sex)],
    [0xdf24, encodePublicKey(cardKey)],
    [0xdf25, images.name],
    [0xdf26, images.address],
    [0xdf27, images.photo],
  ]
  const info = faceDigestInfo(covered.map(([tag, value]) => ({ tag, value })))
  return encodeWithOffsets(0xff20, 0xdf21, [
    ...covered,
    [0xdf28, signDigestInfo(municipalityKey, info)],
    [0xdf29, dateDigits(person.cardExpiry)],
    [0xdf2a, images.securityCode],
  ])
}

/** EF 0003: layout, key identifier, version, municipality, and 272 bytes whose meaning is not public. */
export const encodeVisualInformation = (
  keyId: Uint8Array,
  municipality: string,
  unknown: Uint8Array,
): Uint8Array =>
  encodeTlv(
    0xff30,
    encodeFields([
      [0xdf31, Uint8Array.of(0x06, 0x03, 0x0e, 0x01)],
      [0xdf32, keyId],
      [0xdf33, Uint8Array.of(1)],
      [0xdf34, ascii(municipality)],
      [0xdf35, join(keyId, unknown)],
    ]),
  )

/** EF 0005: the My Number as a picture. @param image 1-bit PNG */
export const encodeMyNumberImageFile = (
  image: Uint8Array,
  cardKey: RsaPublicKey,
  municipalityKey: Uint8Array,
): Uint8Array =>
  encodeSigned(
    0xff40,
    [
      [0xdf41, image],
      [0xdf42, encodePublicKey(cardKey)],
    ],
    0xdf43,
    municipalityKey,
  )

/**
 * Did the certified municipality sign this file? The certificate itself is checked by `verifyCvCertificate`.
 * @param kind EF 0001, 0002 or 0005
 * @throws {CardError} DATA_OBJECT_MALFORMED, also where an offset does not point at its field
 */
export function verifyVisualFile(
  kind: 'age' | 'face' | 'my-number',
  file: Uint8Array,
  certificate: Uint8Array,
): boolean {
  const { publicKey } = parseCvCertificate(certificate)
  const [outer, table, covered, signature] = {
    age: [0xff10, undefined, [0xdf11, 0xdf12], 0xdf13] as const,
    face: [0xff20, 0xdf21, [], 0xdf28] as const,
    'my-number': [0xff40, undefined, [0xdf41, 0xdf42], 0xdf43] as const,
  }[kind]
  const fields = parseFields(file, outer, table)
  const expected =
    kind === 'face' ? faceDigestInfo(fields) : digestInfo(sha256(bytesOf(fields, covered)))
  const found = recoverDigestInfo(publicKey, tlvValue(fields, signature))
  return found !== undefined && equal(found, expected)
}
