/**
 * Checking CMS SignedData (RFC 5652 §5.4, §5.6) of whoever made it, CAdES among it (ETSI EN 319 122-1): every signer's signature, digest and
 * signing-certificate. No path, no validity, no status; what a time stamp says is checked in `time-stamp.ts`.
 */
import { equalBytes } from '@kazashi/octets'
import { hashes } from './algorithms.ts'
import { type Certificate, type CertificateInput, certificateOf } from './certificate.ts'
import { type CmsAttributes, type CmsMessage, type CmsSignerInfo, readCms } from './cms-read.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { oids } from './oids.ts'
import { verifySignature } from './signature.ts'
import {
  accepted,
  type ForeignAlgorithm,
  type Legacy,
  signatureHash,
} from './signature-algorithms.ts'
import { checkSigningCertificate } from './signing-certificate.ts'

export interface CmsSigner {
  readonly certificate: Certificate
  readonly algorithm: ForeignAlgorithm
  readonly signature: Uint8Array
  /** As the signer says; no time stamp proves it. */
  readonly signingTime: Date | undefined
  /** Which attribute names the certificate: without one another of the same key could be put in its place. */
  readonly signingCertificate: 'v2' | 'v1' | undefined
  /** TimeStampTokens over the signature (CAdES-T), DER, as they stand. */
  readonly timeStamps: readonly Uint8Array[]
  readonly counterSignatures: number
}

export interface VerifiedCms {
  /** OID. */
  readonly contentType: string
  readonly content: Uint8Array
  readonly isDetached: boolean
  /** In the order of the message; at least one. */
  readonly signers: readonly [CmsSigner, ...CmsSigner[]]
  readonly certificates: readonly Certificate[]
  /** DER. */
  readonly crls: readonly Uint8Array[]
}

interface CmsOptions extends Legacy {
  /** Of a detached signature; together with enclosed content it is refused. */
  readonly content?: Uint8Array | undefined
  /** That may be a signer's, beside those that are enclosed. */
  readonly certificates?: readonly CertificateInput[] | undefined
  /** `optional` also takes signatures that do not name their certificate. Default: required, as CAdES wants. */
  readonly signingCertificate?: 'required' | 'optional' | undefined
  /** Takes signatures without signed attributes, too: nothing but the content is signed. Default: refused. */
  readonly bare?: boolean | undefined
}

/** Signers of one message: each costs a signature. */
const mostSigners = 32
/** Certificates that fit one signer. */
const mostCandidates = 4

/**
 * @param bytes ContentInfo, BER or DER
 * @throws {PkiError} CMS_MALFORMED, CMS_SIGNER_MISSING, CMS_ATTRIBUTE_INVALID, CMS_DIGEST_MISMATCH, CMS_SIGNATURE_INVALID,
 *   ALGORITHM_UNSUPPORTED: of the first signer that is not right
 */
export async function verifyCms(bytes: Uint8Array, options: CmsOptions = {}): Promise<VerifiedCms> {
  const message = readCms(bytes)
  if (message.signers.length > mostSigners)
    throw new PkiError('CMS_MALFORMED', `over ${mostSigners} signers`)
  const content = contentOf(message, options.content)
  const known = [...message.certificates, ...(options.certificates ?? []).map(certificateOf)]
  const signers: CmsSigner[] = []
  for (const signer of message.signers)
    signers.push(await verified(signer, { content, known, message, options }))
  const [first, ...more] = signers
  if (first === undefined) throw new PkiError('CMS_SIGNER_MISSING', 'nobody signed')
  return {
    contentType: message.contentType,
    content,
    isDetached: message.content === undefined,
    signers: [first, ...more],
    certificates: message.certificates,
    crls: message.crls,
  }
}

function contentOf({ content }: CmsMessage, given: Uint8Array | undefined): Uint8Array {
  if (content !== undefined && given !== undefined)
    throw new PkiError('CMS_MALFORMED', 'content is enclosed in a detached signature')
  const whole = content ?? given
  if (whole === undefined) throw new PkiError('CMS_MALFORMED', 'there is no content')
  return whole
}

interface Context {
  readonly content: Uint8Array
  readonly known: readonly Certificate[]
  readonly message: CmsMessage
  readonly options: CmsOptions
}

async function verified(signer: CmsSignerInfo, context: Context): Promise<CmsSigner> {
  const { known } = context
  let refusal = new PkiError('CMS_SIGNER_MISSING', 'the signer’s certificate is not there')
  // Issuer and serial number are those of two where one of them is made to be in the way.
  for (const certificate of known.filter(signer.isMadeWith).slice(0, mostCandidates))
    try {
      return await verifiedWith(certificate, signer, context)
    } catch (error) {
      if (!(error instanceof PkiError)) throw error
      refusal = error
    }
  throw refusal
}

async function verifiedWith(
  certificate: Certificate,
  signer: CmsSignerInfo,
  context: Context,
): Promise<CmsSigner> {
  const { content, message, options } = context
  const algorithm = accepted(signer.algorithm, options)
  const { signed } = signer
  const told = signed
    ? parsing('CMS_ATTRIBUTE_INVALID', () =>
        judged(signer, signed.attributes, certificate, context),
      )
    : bare(content, options)
  const octets = signed?.whole ?? content
  if (!signed && signer.hash !== signatureHash[algorithm])
    throw new PkiError('ALGORITHM_UNSUPPORTED', 'digest and signature are not of one kind')
  if (!(await verifySignature(certificate.spki, algorithm, octets, signer.signature, options)))
    throw new PkiError('CMS_SIGNATURE_INVALID', 'not signed by the key of the certificate')
  if (!signed && message.contentType !== oids.data)
    throw new PkiError('CMS_ATTRIBUTE_INVALID', 'content other than data needs signed attributes')
  return {
    certificate,
    algorithm,
    signature: signer.signature,
    ...told,
    timeStamps: (signer.unsigned.get(oids.signatureTimeStamp) ?? []).map(({ whole }) => whole),
    counterSignatures: signer.unsigned.get(oids.countersignature)?.length ?? 0,
  }
}

function judged(
  { hash }: CmsSignerInfo,
  attributes: CmsAttributes,
  certificate: Certificate,
  { content, message, options }: Context,
): Pick<CmsSigner, 'signingTime' | 'signingCertificate'> {
  const refuse = (detail: string): never => {
    throw new PkiError('CMS_ATTRIBUTE_INVALID', detail)
  }
  const [type] = attributes.get(oids.contentType) ?? []
  const [digest] = attributes.get(oids.messageDigest) ?? []
  const [time] = attributes.get(oids.signingTime) ?? []
  if (type === undefined || der.readOid(type) !== message.contentType)
    refuse('content-type is not that of the content')
  if (digest === undefined) return refuse('no message-digest')
  if (hash === undefined || (hash === 'SHA-1' && options.sha1 !== true))
    throw new PkiError('ALGORITHM_UNSUPPORTED', 'a digest of a kind that is not used')
  if (!equalBytes(der.readOctets(digest), hashes[hash](content)))
    throw new PkiError('CMS_DIGEST_MISMATCH', 'the content is not the signed content')
  const [v2] = attributes.get(oids.signingCertificateV2) ?? []
  const [v1] = attributes.get(oids.signingCertificate) ?? []
  if (v2) checkSigningCertificate(v2, certificate, 2)
  if (v1) checkSigningCertificate(v1, certificate, 1)
  if (!(v1 || v2) && options.signingCertificate !== 'optional') refuse('no signing-certificate')
  return {
    signingTime: time && der.readTime(time).date,
    signingCertificate: v2 ? 'v2' : v1 ? 'v1' : undefined,
  }
}

/** Somebody's signed attributes, taken for content, would be a signature that nobody made: SET OF Attribute is refused. */
function bare(
  content: Uint8Array,
  options: CmsOptions,
): Pick<CmsSigner, 'signingTime' | 'signingCertificate'> {
  if (options.bare !== true || content[0] === der.tags.set)
    throw new PkiError('CMS_ATTRIBUTE_INVALID', 'a signature without signed attributes')
  return { signingTime: undefined, signingCertificate: undefined }
}
