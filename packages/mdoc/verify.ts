/** Issuer data authentication (ISO/IEC 18013-5 §9.3.1). Status and the device's signature are checked elsewhere. */

import { equalBytes } from '@kazashi/octets'
import type { Certificate, CertificateInput } from '@kazashi/pki'
import { digest } from '#crypto'
import type { CborValue } from './cbor.ts'
import { sign1Holds } from './cose.ts'
import { MdocError } from './errors.ts'
import { issuerPath } from './issuer-path.ts'
import type { Mdoc, MobileSecurityObject } from './mdoc.ts'

export type Elements = ReadonlyMap<string, ReadonlyMap<string, CborValue>>

export interface VerifiedMdoc {
  readonly securityObject: MobileSecurityObject
  /** By namespace and identifier. */
  readonly elements: Elements
  readonly documentSigner: Certificate
  readonly anchor: Certificate
}

/**
 * In the order of §9.3.1: chain to an IACA, signature, digests, doc type, validity.
 * @param options.anchors IACA certificates
 * @param options.docType the type asked for; default any
 * @throws {MdocError} ISSUER_…, SIGNATURE_INVALID, DIGEST_MISMATCH, DOC_TYPE_MISMATCH, SIGNED_OUTSIDE_SIGNER, MDOC_…
 */
export async function verifyMdoc(options: {
  readonly mdoc: Mdoc
  readonly anchors: readonly CertificateInput[]
  readonly now: Date
  readonly docType?: string
}): Promise<VerifiedMdoc> {
  const { mdoc, anchors, now, docType } = options
  const { securityObject, issuerAuth } = mdoc
  const { documentSigner, anchor, key } = await issuerPath(issuerAuth.chain, anchors, now)
  if (!(await sign1Holds(issuerAuth, key)))
    throw new MdocError('SIGNATURE_INVALID', 'not signed by the key of its document signer')
  checkDigests(mdoc)
  if (docType !== undefined && docType !== securityObject.docType)
    throw new MdocError('DOC_TYPE_MISMATCH', `${securityObject.docType}, not ${docType}`)
  checkValidity(securityObject, documentSigner, now)
  return { securityObject, elements: elementsIn(mdoc), documentSigner, anchor }
}

/** By namespace and identifier, by any signer. */
export function elementsIn({ items }: Mdoc): Elements {
  const elements = new Map<string, Map<string, CborValue>>()
  for (const { namespace, identifier, value } of items) {
    const space = elements.get(namespace) ?? new Map<string, CborValue>()
    elements.set(namespace, space.set(identifier, value))
  }
  return elements
}

/** Every element shown must be one that was signed; not every one signed need be shown. */
export function checkDigests({ items, securityObject }: Mdoc): void {
  for (const { namespace, digestId, identifier, encoded } of items) {
    const wanted = securityObject.digests.get(namespace)?.get(digestId)
    const own = digest(securityObject.digestAlgorithm, encoded.whole)
    if (wanted === undefined || !equalBytes(own, wanted))
      throw new MdocError('DIGEST_MISMATCH', `${namespace} ${identifier}`)
  }
}

function checkValidity(
  { validity }: MobileSecurityObject,
  documentSigner: Certificate,
  now: Date,
): void {
  const { signed, validFrom, validUntil } = validity
  const { notBefore, notAfter } = documentSigner.validity
  if (signed < notBefore || signed.getTime() >= notAfter.getTime() + 1000)
    throw new MdocError(
      'SIGNED_OUTSIDE_SIGNER',
      `on ${signed.toISOString()}, when its signer’s certificate was not valid`,
    )
  if (now < validFrom) throw new MdocError('MDOC_NOT_YET_VALID', `from ${validFrom.toISOString()}`)
  if (now > validUntil) throw new MdocError('MDOC_EXPIRED', `until ${validUntil.toISOString()}`)
}
