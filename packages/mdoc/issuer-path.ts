/**
 * The document signer of an mdoc and the IACA over it (ISO/IEC 18013-5 §9.3.3). A verifier sees the same few signers again and again: a
 * path that was good is remembered for as long as all of its certificates are valid, and only under the very anchors it was found with.
 */

import { equalBytes } from '@kazashi/octets'
import {
  type Certificate,
  type CertificateInput,
  PkiError,
  parseCertificate,
  validatePath,
} from '@kazashi/pki'
import { importKey } from '#crypto'
import { MdocError } from './errors.ts'
import type { EcKey } from './jwk.ts'

export interface IssuerPath {
  readonly documentSigner: Certificate
  readonly anchor: Certificate
  readonly key: EcKey
}

interface Remembered extends IssuerPath {
  readonly chain: readonly Uint8Array[]
  readonly from: number
  readonly until: number
  /** The list as it was: one that was changed since is another one. */
  readonly anchors: readonly CertificateInput[]
}

/** Chains remembered under one list of anchors; the one that was used longest ago is forgotten first. */
const most = 64
const remembered = new WeakMap<readonly CertificateInput[], readonly Remembered[]>()

const isChain = (a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean =>
  a.length === b.length && a.every((one, at) => equalBytes(one, b[at] ?? new Uint8Array()))

/**
 * @param chain DER, the document signer's first @param anchors IACA certificates; the list itself is the key of what is remembered
 * @throws {MdocError} ISSUER_MISSING, ISSUER_UNTRUSTED, ISSUER_EXPIRED; ALGORITHM_UNSUPPORTED for a signer's key of another kind
 */
export async function issuerPath(
  chain: readonly Uint8Array[],
  anchors: readonly CertificateInput[],
  now: Date,
): Promise<IssuerPath> {
  const known = remembered.get(anchors) ?? []
  const before = known.find((one) => isChain(one.chain, chain))
  if (before !== undefined && holdsStill(before, anchors, now.getTime())) return before
  const path = await found(chain, anchors, now)
  const others = known.filter((one) => one !== before)
  remembered.set(anchors, [path, ...others].slice(0, most))
  return path
}

const holdsStill = (path: Remembered, anchors: readonly CertificateInput[], now: number): boolean =>
  path.from <= now &&
  now <= path.until &&
  path.anchors.length === anchors.length &&
  path.anchors.every((one, at) => one === anchors[at])

async function found(
  chain: readonly Uint8Array[],
  anchors: readonly CertificateInput[],
  now: Date,
): Promise<Remembered> {
  const [first, ...more] = chain
  if (first === undefined)
    throw new MdocError('ISSUER_MISSING', 'no certificate of its document signer')
  try {
    const documentSigner = parseCertificate(first)
    const path = await validatePath({
      certificate: documentSigner,
      anchors,
      intermediates: more.map(parseCertificate),
      now,
      purpose: 'mdoc-signing',
    })
    const key = await importKey(documentSigner.spki)
    if (key === undefined)
      throw new MdocError('ALGORITHM_UNSUPPORTED', 'a signer that is not on P-256 or P-384')
    const all = [...path.chain, path.anchor].map(({ validity }) => validity)
    return {
      documentSigner,
      anchor: path.anchor,
      key,
      chain,
      anchors: [...anchors],
      from: Math.max(...all.map(({ notBefore }) => notBefore.getTime())),
      until: Math.min(...all.map(({ notAfter }) => notAfter.getTime())),
    }
  } catch (cause) {
    if (!(cause instanceof PkiError)) throw cause
    const code = cause.code === 'PATH_EXPIRED' ? 'ISSUER_EXPIRED' : 'ISSUER_UNTRUSTED'
    throw new MdocError(code, { detail: cause.message, cause })
  }
}
