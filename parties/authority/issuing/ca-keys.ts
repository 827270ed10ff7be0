/** The keys of CAs, responders and document signers in the key store, and the serial numbers that are drawn. */
import { randomBytes } from 'node:crypto'
import {
  type KeyStore,
  PkiError,
  parseCertificate,
  type SignatureAlgorithm,
  type Signer,
} from '@kazashi/pki'
import { OperatorError } from '../operator/keys.ts'

/** RFC 5280 §4.1.2.2: positive, of at most twenty octets; here sixteen, all but two bits by chance. */
export function drawnSerial(): string {
  const bytes = randomBytes(16)
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f)
  return bytes.toString('hex')
}

/** The first generation's keys have no number, as those that were made before there were generations. */
export const keyId = (name: string, generation: number): string =>
  generation === 1 ? name : `${name}-${generation}`

/** Takes up a key of an earlier start that did not come to its end. */
export async function keyOf(
  keys: KeyStore,
  id: string,
  algorithm: SignatureAlgorithm,
): Promise<Signer> {
  if (await keys.has(id)) return keys.signer(id)
  try {
    return await keys.create(id, algorithm)
  } catch (error) {
    // Another process was first.
    if (error instanceof PkiError && error.code === 'KEY_EXISTS') return keys.signer(id)
    throw error
  }
}

/** The key of a certificate. @throws {OperatorError} CA_KEY_WRONG */
export async function matchingSigner(keys: KeyStore, id: string, der: Uint8Array): Promise<Signer> {
  const signer = (await keys.has(id)) ? await keys.signer(id) : undefined
  if (!signer || Buffer.compare(signer.publicKey, parseCertificate(der).spki) !== 0) {
    throw new OperatorError(
      'CA_KEY_WRONG',
      `the key ${id} in the data folder does not belong to this database`,
    )
  }
  return signer
}
