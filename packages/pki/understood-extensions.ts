/** The extensions that this package understands: each parsed, and encoded again to the same octets. */
import * as constraints from './constraint-extensions.ts'
import * as extensions from './extensions.ts'
import { oids } from './oids.ts'

const again =
  <T>(codec: extensions.Codec<T>) =>
  (bytes: Uint8Array): Uint8Array =>
    codec.encode(codec.parse(bytes))

/** By OID. */
export const understood: ReadonlyMap<string, (bytes: Uint8Array) => Uint8Array> = new Map([
  [oids.keyUsage, again(extensions.keyUsage)],
  [oids.extendedKeyUsage, again(extensions.extendedKeyUsage)],
  [oids.subjectAltName, again(extensions.generalNames)],
  [oids.issuerAltName, again(extensions.generalNames)],
  [oids.basicConstraints, again(extensions.basicConstraints)],
  [oids.subjectKeyIdentifier, again(extensions.subjectKeyIdentifier)],
  [oids.authorityKeyIdentifier, again(extensions.authorityKeyIdentifier)],
  [oids.certificatePolicies, again(extensions.certificatePolicies)],
  [oids.cRLDistributionPoints, again(extensions.crlDistributionPoints)],
  [oids.authorityInfoAccess, again(extensions.authorityInfoAccess)],
  [oids.ocspNoCheck, again(extensions.ocspNoCheck)],
  [oids.policyMappings, again(constraints.policyMappings)],
  [oids.policyConstraints, again(constraints.policyConstraints)],
  [oids.inhibitAnyPolicy, again(constraints.inhibitAnyPolicy)],
  [oids.nameConstraints, again(constraints.nameConstraints)],
])
