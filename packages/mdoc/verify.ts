/** Issuer data authentication (ISO/IEC 18013-5 §9.3.1). Status and the device's signature are checked elsewhere. */
import {
  type Certificate,
  type CertificateInput,
  PkiError,
  parseCertificate,
  validatePath,
} from '@kazashi/pki'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { type CborValue, encodedCbor } from './cbor.ts'
import { sign1Holds } from './cose.ts'
import { MdocError } from './errors.ts'
import type { DigestAlgorithm, Mdoc, MobileSecurityObject } from './mdoc.ts'

export type Elements = ReadonlyMap<string, ReadonlyMap<string, CborValue>>

export interface VerifiedMdoc {
  readonly securityObject: MobileSecurityObject
  /** By namespace and identifier. */
  readonly elements: Elements
  readonly documentSigner: Certificate
  readonly anchor: Certificate
}

const hashes: Readonly<Record<DigestAlgorithm, (bytes: Uint8Array) => Uint8Array>> = {
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
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
  const { documentSigner, anchor } = await authenticate(issuerAuth.chain, anchors, now)
  if (!(await sign1Holds(issuerAuth, documentSigner.spki)))
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

async function authenticate(
  chain: readonly Uint8Array[],
  anchors: readonly CertificateInput[],
  now: Date,
): Promise<{ documentSigner: Certificate; anchor: Certificate }> {
  const [first, ...more] = chain
  if (first === undefined)
    throw new MdocError('ISSUER_MISSING', 'no certificate of its document signer')
  try {
    const documentSigner = parseCertificate(first)
    const intermediates = more.map(parseCertificate)
    const path = await validatePath({
      certificate: documentSigner,
      anchors,
      intermediates,
      now,
      purpose: 'mdoc-signing',
    })
    return { documentSigner, anchor: path.anchor }
  } catch (cause) {
    if (!(cause instanceof PkiError)) throw cause
    const code = cause.code === 'PATH_EXPIRED' ? 'ISSUER_EXPIRED' : 'ISSUER_UNTRUSTED'
    throw new MdocError(code, { detail: cause.message, cause })
  }
}

/** Every element shown must be one that was signed; not every one signed need be shown. */
export function checkDigests({ items, securityObject }: Mdoc): void {
  const hash = hashes[securityObject.digestAlgorithm]
  for (const { namespace, digestId, identifier, bytes } of items) {
    const wanted = securityObject.digests.get(namespace)?.get(digestId)
    const digest = hash(encodedCbor(bytes))
    const same =
      wanted?.length === digest.length && digest.every((octet, at) => octet === wanted[at])
    if (!same) throw new MdocError('DIGEST_MISMATCH', `${namespace} ${identifier}`)
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
