/** The result of a signing transaction: a compact JWE (RFC 7516 §7.1) that the relying party alone opens. */
import { signedInfoType } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { signatureValueOf } from '@kazashi/pki'
import { CompactEncrypt, importJWK } from 'jose'
import { z } from 'zod'
import type { SignDocument } from './documents.ts'
import { SignProblem } from './problems.ts'

/** What the phone signed. DER in base64. */
export interface Signatures {
  readonly certificate: string
  /** In the order of the documents. */
  readonly signatures: readonly string[]
  /** ISO 8601, by the machine's time: when it was taken up by the browser that asked. */
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
  use: z.literal('enc'),
  alg: member,
  kid: member,
  crv: member,
  x: member,
  y: member,
  n: member,
  e: member,
})

/** @returns undefined: with this key it cannot be */
async function encryptedFor(one: unknown, plain: Uint8Array): Promise<string | undefined> {
  const { data: jwk } = publicKey.safeParse(one)
  const alg = algorithms[jwk?.kty ?? '']
  if (jwk === undefined || alg === undefined || (jwk.alg ?? alg) !== alg) return undefined
  const header = { alg, enc: 'A256GCM', cty: 'json' }
  try {
    const key = await importJWK(jwk, alg)
    return await new CompactEncrypt(plain)
      .setProtectedHeader(jwk.kid === undefined ? header : { ...header, kid: jwk.kid })
      .encrypt(key)
  } catch {
    return undefined // a curve for signatures, a key that is too short
  }
}

/**
 * @param keys of the client's registration: the first that is for encryption, and can be used
 * @throws {SignProblem} SIGN_KEY_MISSING
 */
export async function encrypted(plain: Uint8Array, keys: readonly unknown[] = []): Promise<string> {
  for (const key of keys) {
    const jwe = await encryptedFor(key, plain)
    if (jwe !== undefined) return jwe
  }
  throw new SignProblem('SIGN_KEY_MISSING')
}

/** Of a bare signature, for the SignatureValue of an XML signature. @param cms base64 */
const signatureValue = (cms: string): string => base64.encode(signatureValueOf(base64.decode(cms)))

/** What docs/integrate/sign.md says is in it. */
export function resultOf(
  told: { readonly issuer: string; readonly clientId: string; readonly id: string },
  documents: readonly SignDocument[],
  { certificate, signatures, signedAt }: Signatures,
): Uint8Array {
  const result = {
    iss: told.issuer,
    aud: told.clientId,
    sign_transaction_id: told.id,
    signed_at: signedAt,
    certificate,
    documents: documents.map(({ title, hash, type }, at) => ({
      title,
      hash_algorithm: 'SHA-256',
      hash,
      ...(type === signedInfoType
        ? { signature_value: signatureValue(signatures[at] ?? '') }
        : { signature: signatures[at] }),
    })),
  }
  return Buffer.from(JSON.stringify(result))
}
