/** Free-hand certificates for tests, which no profile would make: CAs below a CA, and ends without what a profile demands. */
import { keyIdentifier } from './algorithms.ts'
import { assemble, type Certificate, encodeTbs, parseCertificate } from './certificate.ts'
import * as der from './der.ts'
import * as extensions from './extensions.ts'
import { type DistinguishedName, encodeName } from './name.ts'
import { oids } from './oids.ts'
import { encodeSignatureAlgorithm } from './signature-algorithms.ts'
import type { Signer } from './signer.ts'

/** From 2026 to 2030, if nothing else is said. */
export async function forge(options: {
  subject: DistinguishedName
  issuer: { name: Uint8Array; signer: Signer }
  signer: Signer
  extensions?: readonly extensions.Extension[]
  serialNumber?: string
  notAfter?: Date
}): Promise<Certificate> {
  const algorithm = encodeSignatureAlgorithm(options.issuer.signer.algorithm)
  const tbs = encodeTbs({
    serialNumber: options.serialNumber ?? '05',
    algorithm,
    issuer: options.issuer.name,
    notBefore: der.time(new Date('2026-01-01')),
    notAfter: der.time(options.notAfter ?? new Date('2030-01-01')),
    subject: encodeName(options.subject),
    spki: options.signer.publicKey,
    extensions: options.extensions ?? [],
  })
  return parseCertificate(assemble(tbs, algorithm, await options.issuer.signer.sign(tbs)))
}

/** Of a certificate that may sign certificates. */
export const caExtensions = (pathLength?: number): extensions.Extension[] => [
  { oid: oids.keyUsage, critical: true, value: extensions.keyUsage.encode(['keyCertSign']) },
  {
    oid: oids.basicConstraints,
    critical: true,
    value: extensions.basicConstraints.encode({ ca: true, pathLength }),
  },
]

export const keyUsage = (...uses: readonly extensions.KeyUsage[]): extensions.Extension => ({
  oid: oids.keyUsage,
  critical: true,
  value: extensions.keyUsage.encode(uses),
})

/** Where lists are; of a CA with its key's identifier and the right to sign lists, too. */
export const points = (options: {
  readonly lists: readonly string[]
  readonly ca?: boolean
  /** SubjectPublicKeyInfo of a CA. */
  readonly keyOf?: Uint8Array
}): extensions.Extension[] => [
  ...(options.ca ? [keyUsage('keyCertSign', 'cRLSign'), ...caExtensions().slice(1)] : []),
  ...(options.keyOf
    ? [
        {
          oid: oids.subjectKeyIdentifier,
          critical: false,
          value: extensions.subjectKeyIdentifier.encode(keyIdentifier(options.keyOf)),
        },
      ]
    : []),
  ...(options.lists.length > 0
    ? [
        {
          oid: oids.cRLDistributionPoints,
          critical: false,
          value: extensions.crlDistributionPoints.encode(
            options.lists.map((value) => ({
              name: { fullName: [{ kind: 'uri', value }], relativeName: undefined },
              reasons: undefined,
              crlIssuer: undefined,
            })),
          ),
        },
      ]
    : []),
]

/** Of a time-stamp authority (RFC 3161 §2.3). */
export const timeStamping: readonly extensions.Extension[] = [
  keyUsage('digitalSignature'),
  {
    oid: oids.extendedKeyUsage,
    critical: true,
    value: extensions.extendedKeyUsage.encode([oids.timeStamping]),
  },
]

export const clientAuth: extensions.Extension = {
  oid: oids.extendedKeyUsage,
  critical: false,
  value: extensions.extendedKeyUsage.encode([oids.clientAuth]),
}

/** An otherName as the signing certificate has six: here the name alone. */
export const nameAlone = (text: string): extensions.Extension => ({
  oid: oids.subjectAltName,
  critical: false,
  value: extensions.generalNames.encode([
    { kind: 'otherName', oid: oids.attributeName, value: der.utf8String(text) },
  ]),
})
