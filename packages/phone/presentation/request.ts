/** The request object (OpenID4VP 1.0 §5, RFC 9101; HAIP 1.0 §5): fetched, its signer and its members checked, before anybody is asked anything. */
import { base64url } from '@kazashi/octets'
import type { Certificate, CertificateInput } from '@kazashi/pki'
import { compactVerify, decodeProtectedHeader } from 'jose'
import { z } from 'zod'
import { PhoneError } from '../errors.ts'
import type { Random } from '../sealing.ts'
import { isTrustworthy } from '../trustworthy.ts'
import { type Asker, askerOf, checkAsker, readChain } from './asker.ts'
import { type DcqlQuery, dcqlQuery } from './dcql.ts'
import { exchange, type Fetch } from './exchange.ts'
import { parsePresentationLink } from './link.ts'

const requestType = 'oauth-authz-req+jwt'
/** §5.8: of a wallet that is not met by metadata of its own. */
const audience = 'https://self-issued.me/v2'
/** Seconds that two clocks may differ. */
const tolerance = 60
/** Seconds a request without an end is good for. */
const goodFor = 600

const encryptionKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  kid: z.string().max(200).optional(),
  use: z.literal('enc').optional(),
  alg: z.literal('ECDH-ES').optional(),
})
export type EncryptionKey = z.infer<typeof encryptionKey>

/** In the order of what this wallet likes best. */
const encryptions = ['A256GCM', 'A128GCM'] as const
type Encryption = (typeof encryptions)[number]

const requestObject = z.object({
  client_id: z.string(),
  response_type: z.literal('vp_token'),
  response_mode: z.string(),
  response_uri: z.url().max(2_000),
  redirect_uri: z.undefined().optional(),
  /** URL-safe, and enough of it that nobody guesses the next one. */
  nonce: z.string().regex(/^[A-Za-z0-9._~-]{16,500}$/),
  state: z.string().max(2_000).optional(),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  iat: z.number().optional(),
  exp: z.number().optional(),
  wallet_nonce: z.string().optional(),
  /** Kinds of them this wallet knows none of, so it must refuse (§5.1). */
  transaction_data: z.undefined().optional(),
  dcql_query: dcqlQuery,
  client_metadata: z
    .looseObject({
      jwks: z.object({ keys: z.array(z.unknown()).max(16) }).optional(),
      encrypted_response_enc_values_supported: z.array(z.string()).optional(),
      vp_formats_supported: z.record(z.string(), z.unknown()).optional(),
    })
    .optional(),
})
type RequestObject = z.infer<typeof requestObject>

export interface PresentationRequest {
  readonly clientId: string
  readonly nonce: string
  readonly state: string | undefined
  readonly responseUri: string
  readonly query: DcqlQuery
  readonly key: EncryptionKey
  readonly encryption: Encryption
  readonly asker: Asker
}

const malformed = (detail: string, cause?: unknown): PhoneError =>
  new PhoneError('PRESENTATION_MALFORMED', { detail, ...(cause !== undefined && { cause }) })

/** By the key of the certificate that came along. @throws {PhoneError} PRESENTATION_MALFORMED, PRESENTATION_SIGNATURE */
async function opened(text: string): Promise<{
  readonly chain: readonly [Certificate, ...Certificate[]]
  readonly payload: unknown
}> {
  const header = (() => {
    try {
      return decodeProtectedHeader(text)
    } catch (cause) {
      throw malformed('no signed request', cause)
    }
  })()
  if (header.typ !== requestType) throw malformed('of another type')
  const chain = readChain(header.x5c)
  const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' }
  const signed = await (async () => {
    try {
      const spki = new Uint8Array(chain[0].spki)
      const key = await crypto.subtle.importKey('spki', spki, ecdsa, false, ['verify'])
      return (await compactVerify(text, key, { algorithms: ['ES256'] })).payload
    } catch (cause) {
      throw new PhoneError('PRESENTATION_SIGNATURE', { cause })
    }
  })()
  try {
    return { chain, payload: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(signed)) }
  } catch (cause) {
    throw malformed('no claims', cause)
  }
}

/** @throws {PhoneError} PRESENTATION_EXPIRED; PRESENTATION_MALFORMED: without any time */
function checkTime({ iat, exp }: RequestObject, now: Date): void {
  const seconds = now.getTime() / 1000
  const end = exp ?? (iat === undefined ? undefined : iat + goodFor)
  if (end === undefined) throw malformed('no time')
  if (seconds > end + tolerance || (iat !== undefined && iat > seconds + tolerance))
    throw new PhoneError('PRESENTATION_EXPIRED')
}

/** §8.3: an answer goes encrypted or not at all. @throws {PhoneError} PRESENTATION_UNENCRYPTED, PRESENTATION_MALFORMED */
function encryptionOf({ response_mode, client_metadata: metadata }: RequestObject) {
  const refuse = (detail: string): never => {
    throw new PhoneError('PRESENTATION_UNENCRYPTED', { detail })
  }
  if (response_mode !== 'direct_post.jwt') refuse('the answer would go in another way')
  const formats = metadata?.vp_formats_supported
  if (formats !== undefined && !Object.hasOwn(formats, 'mso_mdoc'))
    throw malformed('no mdoc is understood')
  const [key] = (metadata?.jwks?.keys ?? []).flatMap((one) => {
    const { data } = encryptionKey.safeParse(one)
    return data === undefined ? [] : [data]
  })
  const values = metadata?.encrypted_response_enc_values_supported ?? ['A128GCM']
  const encryption = encryptions.find((one) => values.includes(one))
  if (key === undefined) return refuse('no key to encrypt to')
  return { key, encryption: encryption ?? refuse('no way to encrypt that is known') }
}

function checkMembers(
  request: RequestObject,
  sent: { readonly clientId: string; readonly walletNonce: string | undefined },
): void {
  if (request.client_id !== sent.clientId)
    throw new PhoneError('PRESENTATION_ASKER', { detail: 'another client_id than in the link' })
  if (request.aud !== undefined && ![request.aud].flat().includes(audience))
    throw malformed('for another wallet')
  if (sent.walletNonce !== undefined && request.wallet_nonce !== sent.walletNonce)
    throw malformed('not made for this wallet’s nonce')
  if (!isTrustworthy(new URL(request.response_uri)))
    throw new PhoneError('PRESENTATION_UNENCRYPTED', { detail: 'the answer would go unprotected' })
}

/**
 * @param text of the link or the QR code
 * @param by.readerCas of the issuers of readers' certificates whom the authority names
 * @throws {PhoneError} PRESENTATION_LINK, …_UNREACHABLE, …_TOO_LARGE, …_MALFORMED, …_SIGNATURE, …_ASKER, …_EXPIRED, …_UNENCRYPTED
 */
export async function openPresentation(
  text: string,
  by: {
    readonly fetch: Fetch
    readonly now: Date
    readonly random: Random
    readonly readerCas: readonly CertificateInput[]
  },
): Promise<PresentationRequest> {
  const { clientId, requestUri, byPost } = parsePresentationLink(text)
  const walletNonce = byPost ? base64url.encode(by.random(16)) : undefined
  const { status, text: token } = await exchange(by.fetch, requestUri, {
    accept: `application/${requestType}`,
    ...(walletNonce && { form: new URLSearchParams({ wallet_nonce: walletNonce }) }),
  })
  if (status === 404 || status === 410) throw new PhoneError('PRESENTATION_EXPIRED')
  if (status !== 200) throw malformed(`answered with ${status}`)
  const { chain, payload } = await opened(token.trim())
  const { data: request, error } = requestObject.safeParse(payload)
  if (request === undefined)
    throw malformed(error?.issues.map(({ path }) => path.join('.')).join(', ') ?? '')
  checkMembers(request, { clientId, walletNonce })
  const { response_uri: responseUri, nonce, state, dcql_query: query } = request
  checkAsker(chain[0], { clientId, responseUri }, by.now)
  checkTime(request, by.now)
  const asker = await askerOf(chain, responseUri, by)
  return { clientId, nonce, state, responseUri, query, ...encryptionOf(request), asker }
}
