/**
 * Card-verifiable certificates of the visual and card-data applets (tag 7F21, 568 bytes): issuer, subject, the subject's key,
 * and an RSASSA-PKCS1-v1_5 signature with SHA-256 over those 297 bytes.
 */
import { concat } from '@kazashi/octets'
import { CardError } from '../errors.ts'
import { encodeTlv, parseTlv, parseTlvs, tlvValue } from '../tlv.ts'
import { equal, sha256 } from './bytes.ts'
import {
  digestInfo,
  encodePublicKey,
  parsePublicKey,
  publicKeyOf,
  type RsaPublicKey,
  recoverDigestInfo,
  signSha256,
} from './rsa.ts'

const TEMPLATE = 0x7f21
const BODY = 0x5f4e
const SIGNATURE = 0x5f37

const KEY_ID_BYTES = 16
/** Two identifiers and a public key of 265 bytes. */
const BODY_BYTES = 2 * KEY_ID_BYTES + 265

/**
 * A key identifier: seven digits, 08 05, '001', four zero bytes. Production identifiers begin with 5, those of the JPKI
 * test hierarchy with 6; this sandbox's begin with 9, so that no reader looks one of its keys up in the other two.
 * @param number seven digits, '9' first
 */
export function sandboxKeyId(number: string): Uint8Array {
  if (!/^9\d{6}$/.test(number)) {
    throw new CardError('VALUE_OUT_OF_RANGE', { detail: 'key identifier' })
  }
  const bytes = new Uint8Array(KEY_ID_BYTES)
  bytes.set(new TextEncoder().encode(number))
  bytes.set([0x08, 0x05, 0x30, 0x30, 0x31], 7)
  return bytes
}

/** The key a municipality signs its residents' card faces with. @param code five digits */
export const municipalityKeyId = (code: string): Uint8Array => sandboxKeyId(`92${code}`)

export interface CvCertificate {
  /** 証明者鍵ID, 16 bytes */
  readonly issuerKeyId: Uint8Array
  /** 被証明者鍵ID, 16 bytes */
  readonly subjectKeyId: Uint8Array
  readonly publicKey: RsaPublicKey
  /** 256 bytes */
  readonly signature: Uint8Array
}

const encodeBody = (c: Omit<CvCertificate, 'signature'>): Uint8Array =>
  concat([c.issuerKeyId, c.subjectKeyId, encodePublicKey(c.publicKey)])

/** The certificate as its file holds it, 568 bytes for an RSA-2048 key. */
export const encodeCvCertificate = (c: CvCertificate): Uint8Array =>
  encodeTlv(TEMPLATE, cvCertificateContents(c))

/** The certificate without its 7F21 template, as GET DATA has it. */
export const cvCertificateContents = (c: CvCertificate): Uint8Array =>
  concat([encodeTlv(BODY, encodeBody(c)), encodeTlv(SIGNATURE, c.signature)])

/**
 * With or without the 7F21 template.
 * @throws {CardError} DATA_OBJECT_MALFORMED
 */
export function parseCvCertificate(bytes: Uint8Array): CvCertificate {
  const outer = parseTlv(bytes)
  const objects = parseTlvs(outer.tag === TEMPLATE ? outer.value : bytes)
  const body = tlvValue(objects, BODY)
  if (body.length !== BODY_BYTES) {
    throw new CardError('DATA_OBJECT_MALFORMED', {
      detail: 'body of a card-verifiable certificate',
    })
  }
  return {
    issuerKeyId: body.slice(0, KEY_ID_BYTES),
    subjectKeyId: body.slice(KEY_ID_BYTES, 2 * KEY_ID_BYTES),
    publicKey: parsePublicKey(body.subarray(2 * KEY_ID_BYTES)),
    signature: tlvValue(objects, SIGNATURE),
  }
}

/** @param issuerKey PKCS #8 DER; @param subjectKey PKCS #8 DER, of which only the public half is used */
export function issueCvCertificate(
  issuer: { readonly keyId: Uint8Array; readonly key: Uint8Array },
  subject: { readonly keyId: Uint8Array; readonly key: Uint8Array },
): CvCertificate {
  const unsigned = {
    issuerKeyId: issuer.keyId,
    subjectKeyId: subject.keyId,
    publicKey: publicKeyOf(subject.key),
  }
  return { ...unsigned, signature: signSha256(issuer.key, encodeBody(unsigned)) }
}

/** Did the holder of this key sign it? Nothing else is checked: the verifier has to know the key's owner. */
export function verifyCvCertificate(certificate: CvCertificate, issuer: RsaPublicKey): boolean {
  const found = recoverDigestInfo(issuer, certificate.signature)
  return found !== undefined && equal(found, digestInfo(sha256(encodeBody(certificate))))
}
