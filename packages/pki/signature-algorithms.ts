/** Signature algorithms: RSA PKCS #1 v1.5 and PSS (RFC 4055), ECDSA (RFC 5758 §3.2); those made here, and those that others use. */
import { type HashAlgorithm, readAlgorithm, readHash } from './algorithms.ts'
import * as der from './der.ts'
import { PkiError } from './errors.ts'
import { oids } from './oids.ts'
import type { SignatureAlgorithm } from './signer.ts'

/** `RS1` is with SHA-1: known by its name, and taken only where somebody judges old material. PSS has a salt as long as its hash. */
export type ForeignAlgorithm =
  | SignatureAlgorithm
  | 'RS1'
  | 'RS384'
  | 'RS512'
  | 'PS256'
  | 'PS384'
  | 'PS512'
  | 'ES512'

export interface Legacy {
  /** Signatures and digests with SHA-1 are taken, as before 2014. Default: refused. */
  readonly sha1?: boolean | undefined
}

/** @throws {PkiError} ALGORITHM_UNSUPPORTED */
export function accepted(
  algorithm: ForeignAlgorithm | undefined,
  { sha1 = false }: Legacy = {},
): ForeignAlgorithm {
  if (algorithm === undefined)
    throw new PkiError('ALGORITHM_UNSUPPORTED', 'a signature of a kind that is not used')
  if (algorithm === 'RS1' && !sha1)
    throw new PkiError('ALGORITHM_UNSUPPORTED', 'a signature with SHA-1')
  return algorithm
}

/** Of a signature: its hash, and its names in each place. */
export const signatureHash: Readonly<Record<ForeignAlgorithm, HashAlgorithm>> = {
  RS1: 'SHA-1',
  RS256: 'SHA-256',
  RS384: 'SHA-384',
  RS512: 'SHA-512',
  PS256: 'SHA-256',
  PS384: 'SHA-384',
  PS512: 'SHA-512',
  ES256: 'SHA-256',
  ES384: 'SHA-384',
  ES512: 'SHA-512',
}

const signatureOids = {
  RS256: oids.sha256WithRSAEncryption,
  ES256: oids.ecdsaWithSHA256,
  ES384: oids.ecdsaWithSHA384,
} as const

export const encodeSignatureAlgorithm = (algorithm: SignatureAlgorithm): Uint8Array =>
  der.sequence(der.oid(signatureOids[algorithm]), ...(algorithm === 'RS256' ? [der.nothing()] : []))

const rsa: Readonly<Record<string, ForeignAlgorithm>> = {
  [oids.sha1WithRSAEncryption]: 'RS1',
  [oids.sha256WithRSAEncryption]: 'RS256',
  [oids.sha384WithRSAEncryption]: 'RS384',
  [oids.sha512WithRSAEncryption]: 'RS512',
}
const ecdsa: Readonly<Record<string, ForeignAlgorithm>> = {
  [oids.ecdsaWithSHA256]: 'ES256',
  [oids.ecdsaWithSHA384]: 'ES384',
  [oids.ecdsaWithSHA512]: 'ES512',
}
const pss: Readonly<Partial<Record<HashAlgorithm, readonly [ForeignAlgorithm, salt: number]>>> = {
  'SHA-256': ['PS256', 32],
  'SHA-384': ['PS384', 48],
  'SHA-512': ['PS512', 64],
}

/** @returns undefined for an algorithm not used here, or with parameters it must not have */
export function readSignatureAlgorithm(element: der.Element): ForeignAlgorithm | undefined {
  const { oid, parameters } = readAlgorithm(element)
  if (oid === oids.rsassaPss) return parameters && readPss(parameters)
  const ofRsa = rsa[oid]
  // NULL is written; absent parameters must be accepted too (RFC 4055 §5).
  if (ofRsa !== undefined && parameters !== undefined) der.readNull(parameters)
  return ofRsa ?? (parameters === undefined ? ecdsa[oid] : undefined)
}

/** RSASSA-PSS-params (RFC 4055 §3.1): one hash in both places, and a salt of its length. */
function readPss(parameters: der.Element): ForeignAlgorithm | undefined {
  const reader = new der.Reader(der.readDer(parameters.whole, der.tags.sequence))
  const [hash, mask, salt, trailer] = [0, 1, 2, 3].map((number) =>
    reader.optional(der.context(number, true)),
  )
  reader.end()
  if (!hash || !mask || !salt) return undefined
  const digest = readHash(der.readDer(hash.content))
  const generator = readAlgorithm(der.readDer(mask.content))
  const ofMask = generator.parameters && readHash(generator.parameters)
  if (generator.oid !== oids.mgf1 || digest === undefined || ofMask !== digest) return undefined
  if (trailer && der.readNumber(der.readDer(trailer.content)) !== 1) return undefined
  const [name, length] = pss[digest] ?? []
  return der.readNumber(der.readDer(salt.content)) === length ? name : undefined
}

const rsaByHash = {
  'SHA-1': 'RS1',
  'SHA-256': 'RS256',
  'SHA-384': 'RS384',
  'SHA-512': 'RS512',
} as const

/** In SignerInfo an RSA signature may be named by its key alone (RFC 5754 §3.2). */
export function readCmsSignatureAlgorithm(
  element: der.Element,
  digest: HashAlgorithm,
): ForeignAlgorithm | undefined {
  const { oid, parameters } = readAlgorithm(element)
  if (oid !== oids.rsaEncryption) return readSignatureAlgorithm(element)
  if (parameters !== undefined) der.readNull(parameters)
  return rsaByHash[digest]
}
