/** Who asks: the certificate that signed the request is the one its client_id names (OpenID4VP 1.0 §5.9.3), and whether it is known here. */
import { base64, base64url } from '@kazashi/octets'
import {
  attributeOf,
  type Certificate,
  type CertificateInput,
  PkiError,
  parseCertificate,
  validatePath,
} from '@kazashi/pki'
import { sha256 } from '@noble/hashes/sha2.js'
import { PhoneError } from '../errors.ts'

/** Certificates of one chain. */
const longestChain = 5

export interface Asker {
  /** As its certificate says. */
  readonly name: string
  /** Where the answer goes. */
  readonly host: string
  /** Its certificate comes from an issuer of readers' certificates whom the authority names. */
  readonly known: boolean
}

const unsigned = (detail: string, cause?: unknown): PhoneError =>
  new PhoneError('PRESENTATION_SIGNATURE', { detail, ...(cause !== undefined && { cause }) })

/** @param x5c RFC 7515 §4.1.6 @throws {PhoneError} PRESENTATION_SIGNATURE */
export function readChain(x5c: unknown): readonly [Certificate, ...Certificate[]] {
  if (!Array.isArray(x5c) || x5c.length > longestChain) throw unsigned('no chain of certificates')
  try {
    const [leaf, ...more] = x5c.map((one: unknown) => {
      const der = typeof one === 'string' ? base64.parse(one) : undefined
      if (der === undefined) throw unsigned('a certificate that is not base64')
      return parseCertificate(der)
    })
    if (leaf === undefined) throw unsigned('no certificate')
    return [leaf, ...more]
  } catch (cause) {
    if (!(cause instanceof PkiError)) throw cause
    throw unsigned('a certificate that cannot be read', cause)
  }
}

/** @throws {PhoneError} PRESENTATION_SIGNATURE: not for this time, or of a CA; PRESENTATION_ASKER: not the one that the client_id names */
export function checkAsker(
  leaf: Certificate,
  asked: { readonly clientId: string; readonly responseUri: string },
  now: Date,
): void {
  const { notBefore, notAfter } = leaf.validity
  if (now < notBefore || now > notAfter) throw unsigned('its certificate is not for this time')
  if (leaf.basicConstraints?.ca === true || leaf.keyUsage?.includes('digitalSignature') === false)
    throw unsigned('its certificate is not for signatures')
  const refuse = (detail: string): never => {
    throw new PhoneError('PRESENTATION_ASKER', { detail })
  }
  const at = asked.clientId.indexOf(':')
  const [scheme, named] = [asked.clientId.slice(0, at), asked.clientId.slice(at + 1)]
  if (scheme === 'x509_hash') {
    if (base64url.encode(sha256(leaf.der)) !== named) refuse('signed by another certificate')
    return
  }
  if (scheme !== 'x509_san_dns') refuse('named in a way that cannot be checked')
  const names = leaf.subjectAltNames.filter(({ kind }) => kind === 'dns')
  if (!names.some((one) => one.kind === 'dns' && one.value === named))
    refuse('not a name in its certificate')
  if (new URL(asked.responseUri).hostname !== named) refuse('the answer would go elsewhere')
}

/**
 * @param readerCas of the issuers of readers' certificates whom the authority names. An asker that is not known is told, not refused.
 */
export async function askerOf(
  [leaf, ...intermediates]: readonly [Certificate, ...Certificate[]],
  responseUri: string,
  { readerCas, now }: { readonly readerCas: readonly CertificateInput[]; readonly now: Date },
): Promise<Asker> {
  const { host, hostname } = new URL(responseUri)
  const name = attributeOf(leaf.subject, 'O') ?? attributeOf(leaf.subject, 'CN') ?? hostname
  const path = validatePath({ certificate: leaf, anchors: readerCas, intermediates, now })
  const known = await path.then(
    () => true,
    (cause: unknown) => {
      if (cause instanceof PkiError) return false
      throw cause
    },
  )
  return { name, host, known }
}
