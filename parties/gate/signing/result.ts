/** The result of a signing transaction: a compact JWE (RFC 7516 §7.1) that the relying party alone opens. */
import { CompactEncrypt, importJWK } from 'jose'
import { z } from 'zod'
import type { SignDocument } from './documents.ts'
import { SignProblem } from './problems.ts'

/** What the phone signed. DER in base64. */
export interface Signatures {
  readonly certificate: string
  /** In the order of the documents. */
  readonly signatures: readonly string[]
  /** ISO 8601, by the machine's time: when the gate believed it. */
  readonly signedAt: string
}

/** RFC 7518 §4.1: by the kind of key. */
const algorithms: Readonly<Record<string, string>> = {
  EC: 'ECDH-ES',
  OKP: 'ECDH-ES',
  RSA: 'RSA-OAEP-256',
}

const member = z.string().exactOptional()
const publicKey = z.object({
  kty: z.string(),
  use: member,
  alg: member,
  kid: member,
  crv: member,
  x: member,
  y: member,
  n: member,
  e: member,
})

/** @param keys of the client's registration @throws {SignProblem} SIGN_KEY_MISSING */
export async function encryptionKey(keys: readonly unknown[] = []) {
  for (const one of keys) {
    const { data: jwk } = publicKey.safeParse(one)
    const alg = algorithms[jwk?.kty ?? '']
    if (jwk?.use !== 'enc' || alg === undefined || (jwk.alg ?? alg) !== alg) continue
    const key = await importJWK(jwk, alg).catch(() => undefined)
    if (key !== undefined && !(key instanceof Uint8Array))
      return { key, header: { alg, ...(jwk.kid !== undefined && { kid: jwk.kid }) } }
  }
  throw new SignProblem('SIGN_KEY_MISSING')
}

/** docs/integrate/sign.md says what is in it. @throws {SignProblem} SIGN_KEY_MISSING */
export async function sealedResult(
  told: { readonly issuer: string; readonly clientId: string; readonly id: string },
  documents: readonly SignDocument[],
  { certificate, signatures, signedAt }: Signatures,
  keys: readonly unknown[] | undefined,
): Promise<string> {
  const { key, header } = await encryptionKey(keys)
  const plain = {
    iss: told.issuer,
    aud: told.clientId,
    sign_transaction_id: told.id,
    signed_at: signedAt,
    certificate,
    documents: documents.map(({ title, hash }, at) => ({
      title,
      hash_algorithm: 'SHA-256',
      hash,
      signature: signatures[at],
    })),
  }
  return new CompactEncrypt(Buffer.from(JSON.stringify(plain)))
    .setProtectedHeader({ ...header, enc: 'A256GCM', cty: 'json' })
    .encrypt(key)
}
