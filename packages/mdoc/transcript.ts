/**
 * SessionTranscript: what an answer is bound to (ISO/IEC 18013-5 §9.1.5.1). A phone that answers one asker, once, signs it; the same answer
 * holds for no other.
 */
import { digest } from '#crypto'
import { type CborValue, EncodedCbor, encodeCbor } from './cbor.ts'
import { decodeCbor } from './cbor-reader.ts'

/** SessionTranscript, CBOR. */
export type SessionTranscript = Uint8Array

const hashed = (info: CborValue): Uint8Array => digest('SHA-256', encodeCbor(info))
const byHandover = (handover: CborValue): SessionTranscript => encodeCbor([null, null, handover])

/**
 * OpenID4VP 1.0 §B.2.6.1, by redirects or in another device's window.
 * @param asked.jwkThumbprint of the key that the answer is encrypted to (RFC 7638, SHA-256); undefined: it is not encrypted
 */
export const openId4VpTranscript = (asked: {
  readonly clientId: string
  readonly nonce: string
  readonly jwkThumbprint: Uint8Array | undefined
  readonly responseUri: string
}): SessionTranscript =>
  byHandover([
    'OpenID4VPHandover',
    hashed([asked.clientId, asked.nonce, asked.jwkThumbprint ?? null, asked.responseUri]),
  ])

/** OpenID4VP 1.0 §B.2.6.2, by the Digital Credentials API. @param asked.origin of the page that asked, as the browser says it */
export const digitalCredentialsTranscript = (asked: {
  readonly origin: string
  readonly nonce: string
  readonly jwkThumbprint: Uint8Array | undefined
}): SessionTranscript =>
  byHandover([
    'OpenID4VPDCAPIHandover',
    hashed([asked.origin, asked.nonce, asked.jwkThumbprint ?? null]),
  ])

/** ISO/IEC TS 18013-7 annex C. @param asked.encryptionInfo base64url, as the page gave it */
export const annexCTranscript = (asked: {
  readonly encryptionInfo: string
  readonly origin: string
}): SessionTranscript => byHandover(['dcapi', hashed([asked.encryptionInfo, asked.origin])])

/**
 * §9.1.5.1, holder and reader side by side.
 * @param parts.deviceEngagement CBOR, as the reader got it @param parts.readerKey COSE_Key, CBOR, as the phone got it
 * @param parts.handover default: engaged by a QR code
 * @throws {MdocError} MDOC_MALFORMED
 */
export const proximityTranscript = (parts: {
  readonly deviceEngagement: Uint8Array
  readonly readerKey: Uint8Array
  readonly handover?: Uint8Array
}): SessionTranscript =>
  encodeCbor([
    new EncodedCbor(parts.deviceEngagement),
    new EncodedCbor(parts.readerKey),
    parts.handover === undefined ? null : decodeCbor(parts.handover),
  ])
