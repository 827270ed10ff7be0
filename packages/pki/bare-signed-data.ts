/**
 * CMS SignedData without signed attributes (RFC 5652 §5.4): the signature is over the octets themselves, so that its value can stand
 * elsewhere, as in the SignatureValue of an XML signature. Whoever signs so has to know what the octets are.
 */
import { equalBytes } from '@kazashi/octets'
import { encodeHash } from './algorithms.ts'
import { type CertificateInput, certificateOf, encodeSerial } from './certificate.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { oids } from './oids.ts'
import { verifySignature } from './signature.ts'
import { encodeSignatureAlgorithm, signatureHash } from './signature-algorithms.ts'
import { readSignedData, type SignedData } from './signed-data.ts'
import type { Signer } from './signer.ts'

/** @returns DER, the octets left out @throws {PkiError} KEY_INVALID when the certificate is not of the signer's key */
export async function createBareSignedData(options: {
  readonly octets: Uint8Array
  readonly certificate: CertificateInput
  readonly signer: Signer
}): Promise<Uint8Array> {
  const { octets, signer } = options
  const certificate = certificateOf(options.certificate)
  if (!equalBytes(certificate.spki, signer.publicKey))
    throw new PkiError('KEY_INVALID', 'the certificate is not of the signer’s key')
  const digest = encodeHash(signatureHash[signer.algorithm], 'absent')
  const signerInfo = der.sequence(
    der.integer(1),
    der.sequence(certificate.issuer.der, encodeSerial(certificate.serialNumber)),
    digest,
    encodeSignatureAlgorithm(signer.algorithm),
    der.octetString(await signer.sign(octets)),
  )
  const signedData = der.sequence(
    der.integer(1),
    der.setOf(digest),
    der.sequence(der.oid(oids.data)),
    der.implicit(0, der.setOf(certificate.der)),
    der.setOf(signerInfo),
  )
  return der.sequence(der.oid(oids.signedData), der.explicit(0, signedData))
}

/** The value alone, of a signature that was verified. @throws {PkiError} CMS_MALFORMED, CMS_SIGNER_MISSING */
export const signatureValueOf = (bytes: Uint8Array): Uint8Array =>
  parsing('CMS_MALFORMED', () => readSignedData(bytes)).signer.signature

/**
 * Structure and signature only: no path, no validity, no status.
 * @returns the signer's certificate, and all that were enclosed
 * @throws {PkiError} CMS_MALFORMED, CMS_SIGNER_MISSING, CMS_SIGNATURE_INVALID, ALGORITHM_UNSUPPORTED
 */
export async function verifyBareSignedData(
  bytes: Uint8Array,
  octets: Uint8Array,
): Promise<Pick<SignedData, 'certificate' | 'certificates'>> {
  const { signer, certificates, content } = parsing('CMS_MALFORMED', () => readSignedData(bytes))
  if (signer.attributes !== undefined || content !== undefined)
    throw new PkiError('CMS_MALFORMED', 'no bare signature')
  const certificate = certificates.find(signer.isMadeWith)
  if (certificate === undefined)
    throw new PkiError('CMS_SIGNER_MISSING', 'the signer’s certificate is not enclosed')
  const { algorithm, hash, signature } = signer
  if (algorithm === undefined || signatureHash[algorithm] !== hash)
    throw new PkiError(
      'ALGORITHM_UNSUPPORTED',
      'digest and signature are not of one kind used here',
    )
  if (!(await verifySignature(certificate.spki, algorithm, octets, signature)))
    throw new PkiError('CMS_SIGNATURE_INVALID', 'not signed by the key of the certificate')
  return { certificate, certificates }
}
