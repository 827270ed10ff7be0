/** The attribute by which a signature names its one certificate: ESSCertID and ESSCertIDv2 (RFC 5035 §3, §5). */
import { equalBytes } from '@kazashi/octets'
import { hashes, readHash } from './algorithms.ts'
import { type Certificate, encodeSerial, readSerial } from './certificate.ts'
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import { directoryNamesOf, encodeGeneralNames, readGeneralName } from './general-name.ts'
import { sameName } from './name.ts'

/** SigningCertificateV2: ESSCertIDv2 with the default hash, SHA-256, left out, and issuerSerial. */
export const encodeSigningCertificate = (certificate: Certificate): Uint8Array =>
  der.sequence(
    der.sequence(
      der.sequence(
        der.octetString(hashes['SHA-256'](certificate.der)),
        der.sequence(
          encodeGeneralNames([{ kind: 'directoryName', name: certificate.issuer.der }]),
          encodeSerial(certificate.serialNumber),
        ),
      ),
    ),
  )

/**
 * The first of the certificates that it names is the signer's.
 * @param value of the attribute @param version 1 has SHA-1 hashes
 * @throws {PkiError} CMS_ATTRIBUTE_INVALID: another certificate; DER_INVALID
 */
export function checkSigningCertificate(
  value: der.Element,
  certificate: Certificate,
  version: 1 | 2,
): void {
  const outer = new der.Reader(der.readDer(value.whole, der.tags.sequence))
  const [first] = der.elements(outer.next(der.tags.sequence), 1)
  if (first === undefined) return
  const reader = new der.Reader(der.readDer(first.whole, der.tags.sequence))
  const algorithm = version === 2 ? reader.optional(der.tags.sequence) : undefined
  const hash = version === 1 ? 'SHA-1' : algorithm ? readHash(algorithm) : 'SHA-256'
  const digest = der.readOctets(reader.next(der.tags.octetString))
  const issuerSerial = reader.optional(der.tags.sequence)
  reader.end()
  const isIt =
    hash !== undefined &&
    equalBytes(digest, hashes[hash](certificate.der)) &&
    (issuerSerial === undefined || namesIssuerAndSerial(issuerSerial, certificate))
  if (!isIt)
    throw new PkiError('CMS_ATTRIBUTE_INVALID', 'signing-certificate names another certificate')
}

/** IssuerSerial (RFC 5035 §5.4.1.1): one directory name, and the serial number. */
function namesIssuerAndSerial(element: der.Element, certificate: Certificate): boolean {
  const reader = new der.Reader(element)
  const names = der.elements(reader.next(der.tags.sequence), 1).map(readGeneralName)
  const serial = readSerial(reader.next(der.tags.integer))
  reader.end()
  const [issuer, ...more] = directoryNamesOf(names)
  return (
    issuer !== undefined &&
    more.length === 0 &&
    names.length === 1 &&
    sameName(issuer, certificate.issuer) &&
    serial === certificate.serialNumber
  )
}
