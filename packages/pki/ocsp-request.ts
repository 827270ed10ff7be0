/** OCSP requests (RFC 6960 §4.1, profile RFC 5019, nonce RFC 9654), as POST bodies and in GET paths (RFC 6960 A.1). */
import { base64, hex } from '@kazashi/octets'
import { encodeHash, type HashAlgorithm, hashes, readHash, readPublicKey } from './algorithms.ts'
import { type CertificateInput, certificateOf, encodeSerial } from './certificate.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { encodeExtension, readExtensions } from './extensions.ts'
import { oids } from './oids.ts'

export type CertIdHash = 'SHA-1' | 'SHA-256'

export interface CertId {
  /** 'other': a hash this package does not compute; it matches no issuer. */
  readonly hash: HashAlgorithm | 'other'
  /** Hex, as the serial number. */
  readonly issuerNameHash: string
  readonly issuerKeyHash: string
  readonly serialNumber: string
  /** As it came: an answer repeats it octet by octet. */
  readonly der: Uint8Array
}

export interface OcspRequest {
  readonly certIds: readonly CertId[]
  readonly nonce: Uint8Array | undefined
}

/** Octets (RFC 9654 §2.1). */
const longestNonce = 128
/** Certificates in one request; ours ask for one. */
const longestRequest = 100

export function createCertId(
  certificate: CertificateInput,
  issuer: CertificateInput,
  hash: CertIdHash = 'SHA-1',
): CertId {
  const { serialNumber, issuer: name } = certificateOf(certificate)
  const { spki } = certificateOf(issuer)
  const nameHash = hashes[hash](name.der)
  const keyHash = hashes[hash](readPublicKey(spki).keyBits)
  return readCertId(
    der.readDer(
      der.sequence(
        encodeHash(hash, 'null'),
        der.octetString(nameHash),
        der.octetString(keyHash),
        encodeSerial(serialNumber),
      ),
    ),
  )
}

export function readCertId(element: der.Element): CertId {
  const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
  const hash = readHash(reader.next(der.tags.sequence)) ?? 'other'
  const issuerNameHash = hex.encode(der.readOctets(reader.next(der.tags.octetString)))
  const issuerKeyHash = hex.encode(der.readOctets(reader.next(der.tags.octetString)))
  const serialNumber = hex.encode(der.readMagnitude(reader.next(der.tags.integer)))
  reader.end()
  return { hash, issuerNameHash, issuerKeyHash, serialNumber, der: element.whole }
}

/** Is it a certificate of this issuer that is asked for? */
export function certIdMatches(certId: CertId, issuer: CertificateInput): boolean {
  if (certId.hash === 'other') return false
  const { subject, spki } = certificateOf(issuer)
  const hash = hashes[certId.hash]
  return (
    certId.issuerNameHash === hex.encode(hash(subject.der)) &&
    certId.issuerKeyHash === hex.encode(hash(readPublicKey(spki).keyBits))
  )
}

/** @param options.hash default SHA-1, as RFC 5019 has it and every responder understands */
export function createOcspRequest(options: {
  readonly certificate: CertificateInput
  readonly issuer: CertificateInput
  readonly nonce?: Uint8Array
  readonly hash?: CertIdHash
}): Uint8Array {
  const { certificate, issuer, nonce, hash } = options
  const certId = createCertId(certificate, issuer, hash)
  return der.sequence(
    der.sequence(
      der.sequence(der.sequence(certId.der)),
      ...(nonce ? [der.explicit(2, der.sequence(encodeNonce(nonce)))] : []),
    ),
  )
}

export function encodeNonce(nonce: Uint8Array): Uint8Array {
  if (nonce.length === 0 || nonce.length > longestNonce)
    throw new PkiError('OCSP_MALFORMED', 'a nonce has 1 to 128 octets')
  return encodeExtension({ oid: oids.ocspNonce, critical: false, value: der.octetString(nonce) })
}

/** @throws {PkiError} OCSP_MALFORMED, also for a nonce that is empty or too long (RFC 9654 §2.1) */
export const parseOcspRequest = (bytes: Uint8Array): OcspRequest =>
  parsing('OCSP_MALFORMED', () => {
    const outer = new der.Reader(der.readDer(bytes, der.tags.sequence))
    const reader = outer.sequence()
    // A signature over a request is not asked for (RFC 5019 §2.1.1) and passed over.
    outer.optional(der.context(0, true))
    outer.end()
    const version = reader.optional(der.context(0, true))
    if (version) throw new PkiError('OCSP_MALFORMED', 'version is not v1 left out')
    reader.optional(der.context(1, true))
    const list = der.elements(reader.next(der.tags.sequence), 1)
    if (list.length > longestRequest) throw new PkiError('OCSP_MALFORMED', 'too many certificates')
    const wrapped = reader.optional(der.context(2, true))
    reader.end()
    const certIds = list.map((one) => {
      const request = new der.Reader(der.readDer(one.whole, der.tags.sequence))
      const certId = readCertId(request.next(der.tags.sequence))
      request.optional(der.context(0, true))
      request.end()
      return certId
    })
    return { certIds, nonce: wrapped && readNonce(wrapped.content) }
  })

/** @param content of the explicit tag around Extensions */
export function readNonce(content: Uint8Array): Uint8Array | undefined {
  const extensions = readExtensions(der.readDer(content, der.tags.sequence))
  const extension = extensions.find(({ oid }) => oid === oids.ocspNonce)
  if (extension === undefined) return undefined
  const nonce = der.readOctets(der.readDer(extension.value))
  if (nonce.length === 0 || nonce.length > longestNonce)
    throw new PkiError('OCSP_MALFORMED', 'a nonce has 1 to 128 octets')
  return nonce
}

/** The URL to GET (RFC 6960 A.1.1): for requests of at most 255 octets in base64. */
export const ocspGetUrl = (responder: string, request: Uint8Array): string =>
  `${responder.replace(/\/$/, '')}/${encodeURIComponent(base64.encode(request))}`

/** The request in a GET's path, after the responder's address, URL-encoded or decoded. @throws {PkiError} OCSP_MALFORMED */
export function decodeOcspGetPath(text: string): Uint8Array {
  let plain = text
  try {
    plain = decodeURIComponent(text)
  } catch {
    throw new PkiError('OCSP_MALFORMED', 'the path is not URL-encoded')
  }
  const bytes = base64.parse(plain.replace(/^\/+/, '').replaceAll(' ', '+'))
  if (bytes === undefined || bytes.length === 0)
    throw new PkiError('OCSP_MALFORMED', 'the path is not base64')
  return bytes
}
