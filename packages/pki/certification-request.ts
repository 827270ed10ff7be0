/** PKCS #10 (RFC 2986): a request for a certificate, signed by the key it is for. */
import { readPublicKey } from './algorithms.ts'
import { assemble } from './certificate.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { type DistinguishedName, encodeName, type Name, readName } from './name.ts'
import { verifySignature } from './signature.ts'
import { encodeSignatureAlgorithm, readSignatureAlgorithm } from './signature-algorithms.ts'
import type { SignatureAlgorithm, Signer } from './signer.ts'

/** @param options.subject default empty: the issuer decides the name in a certificate */
export async function createCertificationRequest(
  signer: Signer,
  options: { readonly subject?: DistinguishedName } = {},
): Promise<Uint8Array> {
  const info = der.sequence(
    der.integer(0),
    encodeName(options.subject ?? []),
    signer.publicKey,
    der.implicit(0, der.setOf()),
  )
  return assemble(info, encodeSignatureAlgorithm(signer.algorithm), await signer.sign(info))
}

export interface CertificationRequest {
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly algorithm: SignatureAlgorithm
  readonly subject: Name
}

/** Proof of possession: the signature is checked with the key inside. @throws {PkiError} REQUEST_MALFORMED, REQUEST_SIGNATURE_INVALID, ALGORITHM_UNSUPPORTED */
export async function verifyCertificationRequest(bytes: Uint8Array): Promise<CertificationRequest> {
  const { info, algorithm, signature, ...request } = parsing('REQUEST_MALFORMED', () => read(bytes))
  if (algorithm === undefined || readPublicKey(request.publicKey).algorithm !== algorithm)
    throw new PkiError('ALGORITHM_UNSUPPORTED', 'key and signature are not of one kind used here')
  if (!(await verifySignature(request.publicKey, algorithm, info, signature)))
    throw new PkiError('REQUEST_SIGNATURE_INVALID', 'not signed by the key inside')
  return { ...request, algorithm }
}

function read(bytes: Uint8Array) {
  const reader = new der.Reader(der.readDer(bytes, der.tags.sequence))
  const info = reader.next(der.tags.sequence)
  const algorithm = readSignatureAlgorithm(reader.next(der.tags.sequence))
  const signature = der.readBitOctets(reader.next(der.tags.bitString))
  reader.end()
  const inner = new der.Reader(info)
  if (der.readNumber(inner.next(der.tags.integer)) !== 0)
    throw new PkiError('DER_INVALID', 'the version is not 0')
  const subject = readName(inner.next(der.tags.sequence))
  const publicKey = inner.next(der.tags.sequence).whole
  readPublicKey(publicKey)
  // Attributes ask for extensions; the profile decides the contents of a certificate, so they are passed over.
  der.elements(inner.next(der.context(0, true)))
  inner.end()
  return { info: info.whole, algorithm, signature, subject, publicKey }
}
