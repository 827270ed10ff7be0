/** Faults of an ID token: the one that the provider made, changed and signed again. */
import { createHash, createPublicKey, randomBytes } from 'node:crypto'
import { type CaseOf, type FaultCase, isCaseOf } from '@kazashi/cases'
import {
  base64url,
  decodeJwt,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  SignJWT,
  UnsecuredJWT,
} from 'jose'

export interface TokenKeys {
  /** Private, of the key that signs now. */
  readonly newest: JWK
  /** Publishes another key for a while. */
  readonly rotate: () => Promise<JWK>
  /** The machine's time. */
  readonly now: () => Date
}

type Change = (token: string, keys: TokenKeys) => Promise<string>

const hour = 3600
const elsewhere = 'https://elsewhere.example'

async function signed(payload: JWTPayload, jwk: JWK, header: object = {}): Promise<string> {
  const key = await importJWK({ ...jwk, alg: 'ES256' }, 'ES256')
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid: String(jwk.kid), ...header })
    .sign(key)
}

/** @param change of its claims; a claim that is undefined is left out */
const claims =
  (change: (payload: JWTPayload, now: number) => Readonly<Record<string, unknown>>): Change =>
  async (token, { newest, now }) => {
    const payload = decodeJwt(token)
    const seconds = Math.floor(now().getTime() / 1000)
    return signed({ ...payload, ...change(payload, seconds) }, newest)
  }

const strangeKey = async (): Promise<JWK> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return { ...(await exportJWK(privateKey)), kid: randomBytes(16).toString('base64url') }
}

const publicPart = ({ kty, crv, x, y }: JWK): JWK => ({ kty, crv, x, y }) as JWK

const changes: Readonly<Record<CaseOf<'id-token'>, Change>> = {
  'nonce-wrong': claims(() => ({ nonce: base64url.encode(randomBytes(16)) })),
  'nonce-missing': claims(() => ({ nonce: undefined })),
  'issuer-wrong': claims(() => ({ iss: elsewhere })),
  'audience-wrong': claims(() => ({ aud: 'anotherclient' })),
  'audience-added': claims(({ aud }) => ({ aud: [aud, 'anotherclient'], azp: 'anotherclient' })),
  'token-expired': claims((_, now) => ({ iat: now - 2 * hour, exp: now - hour })),
  'token-not-yet-valid': claims((_, now) => ({ nbf: now + hour, exp: now + 2 * hour })),
  'subject-missing': claims(() => ({ sub: undefined })),
  'assurance-low': claims(() => ({ acr: 'aal1' })),
  'access-token-swapped': claims(() => ({
    at_hash: createHash('sha256').update(elsewhere).digest().subarray(0, 16).toString('base64url'),
  })),
  'signature-wrong': async (token) => {
    const [header = '', payload = '', signature = ''] = token.split('.')
    const octets = base64url.decode(signature)
    octets[0] = (octets[0] ?? 0) ^ 1
    return [header, payload, base64url.encode(octets)].join('.')
  },
  'algorithm-none': async (token) => new UnsecuredJWT(decodeJwt(token)).encode(),
  'algorithm-hs256': async (token, { newest }) => {
    const pem = createPublicKey({ key: { ...publicPart(newest) }, format: 'jwk' }).export({
      type: 'spki',
      format: 'pem',
    })
    return new SignJWT(decodeJwt(token))
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: String(newest.kid) })
      .sign(Buffer.from(pem))
  },
  'key-unknown': async (token) => signed(decodeJwt(token), await strangeKey()),
  'key-in-header': async (token) => {
    const jwk = await strangeKey()
    return signed(decodeJwt(token), jwk, { jwk: publicPart(jwk) })
  },
  'key-rotated': async (token, { rotate }) => signed(decodeJwt(token), await rotate()),
  'id-token-malformed': async (token) => token.slice(0, token.length / 2),
}

/** @returns the token as the case has it; as it is where the fault is somewhere else */
export const idTokenBy = async (
  fault: FaultCase,
  token: string,
  keys: TokenKeys,
): Promise<string> => (isCaseOf('id-token', fault) ? changes[fault](token, keys) : token)
