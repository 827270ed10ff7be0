/**
 * CMS SignedData (RFC 5652 §5) by one signer with signed attributes, among them signing-certificate-v2 (RFC 5035 §3),
 * so that a signature names its one certificate. DER only: BER is refused.
 */
import { equalBytes, hex } from '@kazashi/octets'
import { encodeHash, type HashAlgorithm, hashes, readHash } from './algorithms.ts'
import {
  type Certificate,
  type CertificateInput,
  certificateOf,
  encodeSerial,
  parseCertificate,
} from './certificate.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { oids } from './oids.ts'
import { verifySignature } from './signature.ts'
import {
  encodeSignatureAlgorithm,
  type ForeignAlgorithm,
  readCmsSignatureAlgorithm,
  signatureHash,
} from './signature-algorithms.ts'
import type { Signer } from './signer.ts'
import { checkSigningCertificate, encodeSigningCertificate } from './signing-certificate.ts'

/** What is signed: octets, or the SHA-256 hash of a document that is elsewhere. */
type Signed = { readonly content: Uint8Array } | { readonly digest: Uint8Array }

/**
 * By its hash, a document is signed detached and with commitment-type-indication (RFC 5126 §5.11.1: proof of approval). Whoever gave the
 * hash cannot make a signed statement of it: enclosed content with that attribute is refused.
 * @param options.certificates further ones to enclose, e.g. the CA's
 * @param options.signingTime left out where the time stands elsewhere, as in a PDF (ETSI EN 319 142-1 §6.3)
 * @param options.contentType OID; default id-data
 * @param options.detached leaves the content out
 * @throws {PkiError} KEY_INVALID when the certificate is not of the signer's key; ALGORITHM_UNSUPPORTED: that signs no SHA-256
 */
export async function createSignedData(
  options: Signed & {
    readonly certificate: CertificateInput
    readonly signer: Signer
    readonly signingTime: Date | undefined
    readonly contentType?: string
    readonly certificates?: readonly CertificateInput[]
    readonly detached?: boolean
    /** Whether the signer's own certificate is among them. Default: yes. */
    readonly encloses?: boolean
  },
): Promise<Uint8Array> {
  const { signer, signingTime, certificates = [], detached = false } = options
  const { contentType = oids.data } = options
  const certificate = certificateOf(options.certificate)
  if (!equalBytes(certificate.spki, signer.publicKey))
    throw new PkiError('KEY_INVALID', 'the certificate is not of the signer’s key')
  const hash = signatureHash[signer.algorithm]
  if ('digest' in options && hash !== 'SHA-256')
    throw new PkiError('ALGORITHM_UNSUPPORTED', `a document's hash is SHA-256, not ${hash}`)
  const attributes = der.setOf(
    attribute(oids.contentType, der.oid(contentType)),
    ...(signingTime ? [attribute(oids.signingTime, der.time(signingTime))] : []),
    attribute(
      oids.messageDigest,
      der.octetString('digest' in options ? options.digest : hashes[hash](options.content)),
    ),
    attribute(oids.signingCertificateV2, encodeSigningCertificate(certificate)),
    ...('digest' in options ? [attribute(oids.commitmentType, approval)] : []),
  )
  const serial = encodeSerial(certificate.serialNumber)
  const signerInfo = der.sequence(
    der.integer(1),
    der.sequence(certificate.issuer.der, serial),
    encodeHash(hash, 'absent'),
    der.implicit(0, attributes),
    encodeSignatureAlgorithm(signer.algorithm),
    der.octetString(await signer.sign(attributes)),
  )
  const own = options.encloses === false ? [] : [certificate]
  const enclosed = [...own, ...certificates.map(certificateOf)].map((one) => one.der)
  const signedData = der.sequence(
    der.integer(contentType === oids.data ? 1 : 3),
    der.setOf(encodeHash(hash, 'absent')),
    der.sequence(
      der.oid(contentType),
      ...('digest' in options || detached
        ? []
        : [der.explicit(0, der.octetString(options.content))]),
    ),
    ...(enclosed.length > 0 ? [der.implicit(0, der.setOf(...enclosed))] : []),
    der.setOf(signerInfo),
  )
  return der.sequence(der.oid(oids.signedData), der.explicit(0, signedData))
}

const attribute = (oid: string, value: Uint8Array): Uint8Array =>
  der.sequence(der.oid(oid), der.setOf(value))

/** CommitmentTypeIndication without qualifiers. */
const approval = der.sequence(der.oid(oids.proofOfApproval))

export interface SignedData {
  /** Empty where the hash alone is known. */
  readonly content: Uint8Array
  /** The signer's. */
  readonly certificate: Certificate
  /** All that were enclosed. */
  readonly certificates: readonly Certificate[]
  readonly signingTime: Date | undefined
}

/**
 * Structure and signature only: no path, no validity, no status.
 * @param options.content of a detached signature; together with enclosed content it is refused
 * @param options.digest in its place: its SHA-256 hash
 * @param options.signingCertificate 'optional' also takes signatures without signing-certificate-v2
 * @throws {PkiError} CMS_MALFORMED, CMS_SIGNER_MISSING, CMS_ATTRIBUTE_INVALID, CMS_DIGEST_MISMATCH, CMS_SIGNATURE_INVALID, ALGORITHM_UNSUPPORTED
 */
export async function verifySignedData(
  bytes: Uint8Array,
  options: {
    readonly content?: Uint8Array
    readonly digest?: Uint8Array
    readonly signingCertificate?: 'required' | 'optional'
  } = {},
): Promise<SignedData> {
  const message = parsing('CMS_MALFORMED', () => readSignedData(bytes))
  const { digest } = options
  const content = contentOf(message.content, digest ? new Uint8Array() : options.content)
  const { signer, certificates } = message
  const certificate = certificates.find(signer.isMadeWith)
  if (certificate === undefined)
    throw new PkiError('CMS_SIGNER_MISSING', 'the signer’s certificate is not enclosed')
  const { hash, algorithm } = signer
  if (
    hash === undefined ||
    hash === 'SHA-1' ||
    algorithm === undefined ||
    signatureHash[algorithm] !== hash ||
    (digest !== undefined && hash !== 'SHA-256')
  )
    throw new PkiError(
      'ALGORITHM_UNSUPPORTED',
      'digest and signature are not of one kind used here',
    )
  const signedAttributes = signer.attributes
  if (signedAttributes === undefined)
    throw new PkiError('CMS_MALFORMED', 'a signature without signed attributes')
  const attributes = parsing('CMS_ATTRIBUTE_INVALID', () =>
    readAttributes(signedAttributes, message.contentType),
  )
  if (attributes.isApproval && message.content !== undefined)
    throw new PkiError('CMS_ATTRIBUTE_INVALID', 'a document signed by its hash is not enclosed')
  if (!equalBytes(attributes.messageDigest, digest ?? hashes[hash](content)))
    throw new PkiError('CMS_DIGEST_MISMATCH', 'the content is not the signed content')
  parsing('CMS_ATTRIBUTE_INVALID', () =>
    checkNamed(
      attributes.signingCertificate,
      certificate,
      options.signingCertificate ?? 'required',
    ),
  )
  const signed = der.tlv(der.tags.set, signedAttributes.content)
  if (!(await verifySignature(certificate.spki, algorithm, signed, signer.signature)))
    throw new PkiError('CMS_SIGNATURE_INVALID', 'not signed by the key of the certificate')
  return { content, certificate, certificates, signingTime: attributes.signingTime }
}

function contentOf(enclosed: Uint8Array | undefined, given: Uint8Array | undefined): Uint8Array {
  if (enclosed !== undefined && given !== undefined)
    throw new PkiError('CMS_MALFORMED', 'content is enclosed in a detached signature')
  const content = enclosed ?? given
  if (content === undefined) throw new PkiError('CMS_MALFORMED', 'there is no content')
  return content
}

interface SignerInfo {
  readonly version: number
  readonly isMadeWith: (certificate: Certificate) => boolean
  readonly hash: HashAlgorithm | undefined
  readonly attributes: der.Element | undefined
  readonly algorithm: ForeignAlgorithm | undefined
  readonly signature: Uint8Array
}

/** Structure only. @throws {PkiError} CMS_MALFORMED, CMS_SIGNER_MISSING, DER_INVALID */
export function readSignedData(bytes: Uint8Array) {
  const outer = new der.Reader(der.readDer(bytes, der.tags.sequence))
  if (der.readOid(outer.next(der.tags.oid)) !== oids.signedData)
    throw new PkiError('CMS_MALFORMED', 'no SignedData')
  const inner = outer.next(der.context(0, true))
  outer.end()
  const reader = new der.Reader(der.readDer(inner.content, der.tags.sequence))
  const version = der.readNumber(reader.next(der.tags.integer))
  const digests = der.elements(reader.next(der.tags.set)).map(readHash)
  const encapsulated = reader.sequence()
  const contentType = der.readOid(encapsulated.next(der.tags.oid))
  const content = encapsulated.optional(der.context(0, true))
  encapsulated.end()
  const enclosed = reader.optional(der.context(0, true))
  reader.optional(der.context(1, true))
  const signerInfos = der.elements(reader.next(der.tags.set))
  reader.end()
  const [signerInfo, ...more] = signerInfos
  if (signerInfo === undefined) throw new PkiError('CMS_SIGNER_MISSING', 'nobody signed')
  if (more.length > 0) throw new PkiError('CMS_MALFORMED', 'more than one signer')
  const signer = readSignerInfo(signerInfo)
  // RFC 5652 §5.1, without the attribute certificates and foreign formats that ask for 4 and 5.
  if (version !== (contentType === oids.data && signer.version === 1 ? 1 : 3))
    throw new PkiError('CMS_MALFORMED', `version ${version}`)
  if (!digests.includes(signer.hash))
    throw new PkiError('CMS_MALFORMED', 'the signer’s digest algorithm is not announced')
  return {
    contentType,
    content: content && der.readOctets(der.readDer(content.content)),
    certificates: (enclosed ? der.elements(enclosed) : []).map(({ whole }) =>
      parseCertificate(whole),
    ),
    signer,
  }
}

function readSignerInfo(element: der.Element): SignerInfo {
  const reader = new der.Reader(der.readDer(element.whole, der.tags.sequence))
  const version = der.readNumber(reader.next(der.tags.integer))
  const identifier = reader.any()
  const hash = readHash(reader.next(der.tags.sequence))
  const attributes = reader.optional(der.context(0, true))
  const algorithm = reader.next(der.tags.sequence)
  const signature = der.readOctets(reader.next(der.tags.octetString))
  reader.optional(der.context(1, true))
  reader.end()
  return {
    version,
    isMadeWith: readIdentifier(identifier, version),
    hash,
    attributes,
    algorithm: readCmsSignatureAlgorithm(algorithm, hash ?? 'SHA-1'),
    signature,
  }
}

/** RFC 5652 §5.3: version 1 names issuer and serial number, version 3 a key identifier. */
function readIdentifier(element: der.Element, version: number): (one: Certificate) => boolean {
  if (element.tag === der.context(0) && version === 3) {
    const ski = hex.encode(element.content)
    return (one) => one.ski === ski
  }
  if (element.tag !== der.tags.sequence || version !== 1)
    throw new PkiError('CMS_MALFORMED', 'signer identifier and version do not fit')
  const reader = new der.Reader(element)
  const issuer = reader.next(der.tags.sequence).whole
  const serial = reader.next(der.tags.integer).whole
  reader.end()
  return (one) =>
    equalBytes(one.issuer.der, issuer) && equalBytes(encodeSerial(one.serialNumber), serial)
}

/** Each attribute once, in DER order, one value each (RFC 5652 §11). */
function readAttributes(element: der.Element, contentType: string) {
  const set = { ...element, tag: der.tags.set }
  const values = new Map<string, der.Element>()
  for (const one of der.elements(set, 1)) {
    const reader = new der.Reader(der.readDer(one.whole, der.tags.sequence))
    const oid = der.readOid(reader.next(der.tags.oid))
    const [value, ...more] = der.elements(reader.next(der.tags.set), 1)
    reader.end()
    if (values.has(oid)) throw new PkiError('CMS_ATTRIBUTE_INVALID', `${oid} comes twice`)
    if (value !== undefined && more.length === 0) values.set(oid, value)
    else if (judged.has(oid))
      throw new PkiError('CMS_ATTRIBUTE_INVALID', `${oid} has several values`)
  }
  const type = values.get(oids.contentType)
  const digest = values.get(oids.messageDigest)
  const time = values.get(oids.signingTime)
  if (type === undefined || der.readOid(type) !== contentType)
    throw new PkiError('CMS_ATTRIBUTE_INVALID', 'content-type is not that of the content')
  if (digest === undefined) throw new PkiError('CMS_ATTRIBUTE_INVALID', 'no message-digest')
  return {
    messageDigest: der.readOctets(digest),
    signingTime: time && der.readTime(time).date,
    signingCertificate: values.get(oids.signingCertificateV2),
    isApproval: values.has(oids.commitmentType),
  }
}
const judged: ReadonlySet<string> = new Set([
  oids.contentType,
  oids.messageDigest,
  oids.signingTime,
  oids.signingCertificateV2,
])

function checkNamed(
  value: der.Element | undefined,
  certificate: Certificate,
  demand: 'required' | 'optional',
): void {
  if (value) checkSigningCertificate(value, certificate, 2)
  else if (demand === 'required')
    throw new PkiError('CMS_ATTRIBUTE_INVALID', 'no signing-certificate-v2')
}
