/** Stores of private keys: asked for signatures by id, never for the key. In memory here; in files: file-key-store.ts. */
import { readAlgorithm } from './algorithms.ts'
import * as der from './der.ts'
import { PkiError, parsing } from './errors.ts'
import { oids } from './oids.ts'
import { generateKeyPair, softwareSigner } from './signature.ts'
import type { SignatureAlgorithm, Signer } from './signer.ts'

export interface KeyStore {
  /** Makes a key and keeps it. @throws {PkiError} KEY_EXISTS */
  create(id: string, algorithm: SignatureAlgorithm): Promise<Signer>
  /** @throws {PkiError} KEY_NOT_FOUND */
  signer(id: string): Promise<Signer>
  has(id: string): Promise<boolean>
}

/** Gone with the process. */
export function memoryKeyStore(): KeyStore {
  const signers = new Map<string, Signer>()
  return {
    async create(id, algorithm) {
      if (signers.has(id)) throw new PkiError('KEY_EXISTS', `a key ${id} exists`)
      const { privateKey } = await generateKeyPair(algorithm)
      const signer = await softwareSigner(privateKey, algorithm)
      if (signers.has(id)) throw new PkiError('KEY_EXISTS', `a key ${id} exists`)
      signers.set(id, signer)
      return signer
    },
    async signer(id) {
      const signer = signers.get(id)
      if (signer === undefined) throw new PkiError('KEY_NOT_FOUND', `no key ${id}`)
      return signer
    },
    has: async (id) => signers.has(id),
  }
}

/** Signature algorithm of a private key, by its kind (RFC 5958 §2). @throws {PkiError} KEY_INVALID */
export const algorithmOfPrivateKey = (pkcs8: Uint8Array): SignatureAlgorithm =>
  parsing('KEY_INVALID', () => {
    const reader = new der.Reader(der.readDer(pkcs8, der.tags.sequence))
    der.readNumber(reader.next(der.tags.integer))
    const { oid, parameters } = readAlgorithm(reader.next(der.tags.sequence))
    if (oid === oids.rsaEncryption) return 'RS256'
    const curve = oid === oids.ecPublicKey && parameters ? der.readOid(parameters) : undefined
    if (curve === oids.secp256r1) return 'ES256'
    if (curve === oids.secp384r1) return 'ES384'
    throw new PkiError('KEY_INVALID', 'a key of a kind that is not used')
  })
