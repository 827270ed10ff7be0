/**
 * Makes XML signatures (XML Signature 1.1 §3.1) for a signer elsewhere: the octets of SignedInfo are handed out, the value comes back. What
 * is digested is computed as a verifier does it.
 */
import { equalBytes } from '@kazashi/octets'
import {
  type Certificate,
  type CertificateInput,
  decodeEcdsa,
  parseCertificate,
  type SignatureAlgorithm,
  type Signer,
} from '@kazashi/pki'
import { DocumentError } from '../errors.ts'
import { isWithin, type OpenXml, withXml } from './document.ts'
import { hashes } from './hashes.ts'
import { digests, exclusive, inclusive, signatures, signedPropertiesType, uriOf } from './names.ts'
import { type ParentChoice, type Placed, placeAlone, placeIn } from './placing.ts'
import { writeProperties } from './properties.ts'
import { optionalAttribute } from './reading.ts'
import { coveredBy, elementOf } from './references.ts'
import { type SignatureParts, signaturesOf } from './signature-element.ts'
import { type SignatureContent, type WrittenReference, writeSignature } from './signature-markup.ts'
import { signedOctets } from './verify.ts'
import { Work } from './work.ts'

interface CommonOptions {
  /** RS256 unless it is said. */
  readonly algorithm?: SignatureAlgorithm | undefined
  /** Of the references; SHA-256 unless it is said. */
  readonly digest?: 'SHA-256' | 'SHA-384' | 'SHA-512' | undefined
  /** Of SignedInfo and of the references; exclusive unless it is said. */
  readonly canonicalization?: 'exclusive' | 'inclusive' | undefined
  /** Signing time and certificate become signed properties of XAdES. */
  readonly signedProperties?:
    | { readonly signingTime: Date; readonly certificate: CertificateInput }
    | undefined
}

/**
 * `enveloped`: the signature stands at the end of `parent` (the root unless it is said) and covers the whole document, or the element with the
 * ID `covers`. `enveloping`: the root element of the document stands in an Object of the signature. `detached`: the signature covers octets
 * elsewhere; it is a document of its own, or stands in the one given.
 */
export type XmlSignOptions = CommonOptions &
  (
    | {
        readonly kind: 'enveloped'
        readonly covers?: string | undefined
        readonly parent?: ParentChoice | undefined
      }
    | { readonly kind: 'enveloping' }
    | {
        readonly kind: 'detached'
        readonly references: readonly { readonly uri: string; readonly octets: Uint8Array }[]
        readonly parent?: ParentChoice | undefined
      }
  )

export interface PreparedXmlSignature {
  /** Canonical octets of SignedInfo: what the holder of the key signs. */
  readonly signedInfo: Uint8Array
  /** Their hash, by the signature's algorithm. */
  readonly digest: Uint8Array
  /**
   * The signed document. Nothing is verified here.
   * @param signed.signatureValue of RSA; of ECDSA r‖s (`decodeEcdsa` of @kazashi/pki makes it from DER)
   * @param signed.certificates the chain above the certificate
   * @throws {DocumentError} XML_SIGNATURE_ENCODING, XML_CERTIFICATE_MISMATCH
   */
  finish(signed: {
    readonly signatureValue: Uint8Array
    readonly certificate: CertificateInput
    readonly certificates?: readonly CertificateInput[] | undefined
  }): Uint8Array
}

const methods = {
  RS256: { kind: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', octets: undefined },
  ES256: { kind: 'ECDSA', hash: 'SHA-256', octets: 64 },
  ES384: { kind: 'ECDSA', hash: 'SHA-384', octets: 96 },
} as const

const certificateOf = (input: CertificateInput): Certificate =>
  input instanceof Uint8Array ? parseCertificate(input) : input

const utf8 = new TextEncoder()

/** A Reference to be: its octets are not known yet. */
type Plan = Pick<WrittenReference, 'uri' | 'type' | 'isExternal'>

function plansOf(id: string, options: XmlSignOptions): Plan[] {
  if (options.kind === 'enveloping') return [{ uri: `#${id}-object`, isExternal: false }]
  if (options.kind === 'enveloped') {
    const { covers } = options
    return [{ uri: covers === undefined ? '' : `#${covers}`, isExternal: false }]
  }
  const { references } = options
  if (references.length === 0) throw new DocumentError('XML_INPUT_INVALID', 'nothing to cover')
  return references.map(({ uri }) => {
    if (uri === '' || uri.startsWith('#'))
      throw new DocumentError('XML_INPUT_INVALID', 'a detached signature covers what is elsewhere')
    return { uri, isExternal: true }
  })
}

function placedBy(xml: Uint8Array | undefined, options: XmlSignOptions, work: Work): Placed {
  if (options.kind === 'detached' && xml === undefined) return placeAlone(undefined)
  if (xml === undefined) throw new DocumentError('XML_INPUT_INVALID', 'no document')
  if (options.kind === 'enveloping') return placeAlone(placeIn(xml, undefined, work))
  return placeIn(xml, options.parent, work)
}

function objectsOf({ id, root }: Placed, options: XmlSignOptions): string {
  const content =
    options.kind === 'enveloping' ? `<ds:Object Id="${id}-object">${root}</ds:Object>` : ''
  const { signedProperties: signed } = options
  if (signed === undefined) return content
  const { signingTime, certificate } = signed
  if (Number.isNaN(signingTime.getTime())) throw new DocumentError('XML_INPUT_INVALID', 'no time')
  return content + writeProperties(id, signingTime, certificateOf(certificate), 'SHA-256')
}

/** The signature among those that stand in the document already. */
function ownSignature(opened: OpenXml, id: string): SignatureParts {
  const own = signaturesOf(opened).find(({ element }) => optionalAttribute(element, 'Id') === id)
  if (own === undefined) throw new DocumentError('XML_INPUT_INVALID', 'no place for a signature')
  return own
}

/**
 * @param xml the document; undefined for a detached signature that is a document of its own
 * @throws {DocumentError} XML_INPUT_INVALID; XML_MALFORMED and others where a verifier would refuse the document
 */
export function prepareXmlSignature(
  xml: Uint8Array | undefined,
  options: XmlSignOptions,
): PreparedXmlSignature {
  const work = new Work()
  const { kind, hash, octets } = methods[options.algorithm ?? 'RS256']
  const digestHash = options.digest ?? 'SHA-256'
  const canonicalization = options.canonicalization === 'inclusive' ? inclusive : exclusive
  const form = {
    mode: options.canonicalization === 'inclusive' ? '1.0' : 'exclusive',
    withComments: false,
    prefixes: [],
  } as const
  const placed = placedBy(xml, options, work)
  const { id } = placed
  const plans = plansOf(id, options)
  if (options.signedProperties)
    plans.push({ uri: `#${id}-properties`, type: signedPropertiesType, isExternal: false })
  const content: SignatureContent = {
    id,
    canonicalization,
    signatureMethod: uriOf(signatures, (one) => one.kind === kind && one.hash === hash),
    digestMethod: uriOf(digests, (one) => one === digestHash),
    references: plans.map((plan) => ({ ...plan, isEnveloped: false, digest: Uint8Array.of(0) })),
    objects: objectsOf(placed, options),
    value: Uint8Array.of(0),
    certificates: [],
  }
  const write = (changed: Partial<SignatureContent>): Uint8Array =>
    utf8.encode(placed.complete(writeSignature({ ...content, ...changed })))
  const resolve = (uri: string) =>
    options.kind === 'detached'
      ? options.references.find((one) => one.uri === uri)?.octets
      : undefined

  const references = withXml(write({}), work, (opened) => {
    const own = ownSignature(opened, id)
    return plans.map((plan): WrittenReference => {
      const isEnveloped = !plan.isExternal && isAround(opened, own, plan.uri)
      const leavesOut = isEnveloped ? 'this' : 'nothing'
      const reference = {
        uri: plan.uri,
        leavesOut,
        form: plan.isExternal ? undefined : form,
      } as const
      const covered = coveredBy(opened, own, reference, resolve)
      return { ...plan, isEnveloped, digest: hashes[digestHash](covered.octets) }
    })
  })
  const signedInfo = withXml(write({ references }), work, (opened) =>
    signedOctets(opened, ownSignature(opened, id)),
  )
  return {
    signedInfo,
    digest: hashes[hash](signedInfo),
    finish({ signatureValue, certificate, certificates = [] }) {
      if (octets !== undefined && signatureValue.length !== octets)
        throw new DocumentError('XML_SIGNATURE_ENCODING', `r‖s has ${octets} octets`)
      const own = certificateOf(certificate)
      const named = options.signedProperties
      if (named && !equalBytes(certificateOf(named.certificate).der, own.der))
        throw new DocumentError('XML_CERTIFICATE_MISMATCH', 'the signed properties name another')
      const all = [own, ...certificates.map(certificateOf)]
      return write({ references, value: signatureValue, certificates: all })
    },
  }
}

function isAround(opened: OpenXml, own: SignatureParts, uri: string): boolean {
  return uri === '' || isWithin(own.element, elementOf(opened, uri.slice(1)))
}

/**
 * Prepares, signs and finishes.
 * @throws {DocumentError} XML_KEY_MISMATCH: the certificate is not of the signer's key; and as `prepareXmlSignature`
 */
export async function signXml(
  xml: Uint8Array | undefined,
  options: OptionsOf<XmlSignOptions> & {
    readonly signer: Signer
    readonly certificate: CertificateInput
    readonly certificates?: readonly CertificateInput[] | undefined
    readonly signedProperties?: { readonly signingTime: Date } | undefined
  },
): Promise<Uint8Array> {
  const { signer, certificates, signedProperties: signed, ...rest } = options
  const certificate = certificateOf(options.certificate)
  if (!equalBytes(certificate.spki, signer.publicKey))
    throw new DocumentError('XML_KEY_MISMATCH', 'the certificate is of another key')
  const signedProperties = signed && { ...signed, certificate }
  const prepared = prepareXmlSignature(xml, {
    ...rest,
    algorithm: signer.algorithm,
    signedProperties,
  })
  const given = await signer.sign(prepared.signedInfo)
  const { octets } = methods[signer.algorithm]
  const signatureValue = octets === undefined ? given : decodeEcdsa(given, octets / 2)
  if (signatureValue === undefined) throw new DocumentError('XML_SIGNATURE_ENCODING')
  return prepared.finish({ signatureValue, certificate, certificates })
}

/** What the signer and its certificate say is not said a second time. */
type OptionsOf<T> = T extends unknown ? Omit<T, 'algorithm' | 'signedProperties'> : never
