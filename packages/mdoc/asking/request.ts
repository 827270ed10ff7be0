/** A request for attributes (OpenID4VP 1.0 §5, HAIP 1.0 §5): signed by who asks, its answer encrypted to a key of this request alone. */

import { base64, base64url } from '@kazashi/octets'
import { sha256 } from '@noble/hashes/sha2.js'
import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose'
import { type agesTold, myNumberCardDocType, namespaces } from '../index.ts'

export interface WantedElement {
  readonly namespace: string
  readonly identifier: string
  /** The site keeps it beyond the answer; told to the holder. Default: no. */
  readonly retain?: boolean
  /** The answer is taken without it, too. Default: no. */
  readonly optional?: boolean
}

/** "Over 20", and nothing else: no birth date. */
export const wantedAge = (years: (typeof agesTold)[number]): readonly WantedElement[] => [
  { namespace: namespaces.general, identifier: `age_over_${years}` },
]

/** To fill a form, which is kept. */
export const wantedNameAndAddress: readonly WantedElement[] = [
  { namespace: namespaces.japan, identifier: 'full_name_unicode', retain: true },
  { namespace: namespaces.japan, identifier: 'resident_address_unicode', retain: true },
]

/** Who asks: its certificate, others up to its CA behind it (DER), and the private key on P-256. */
export interface PresentationAsker {
  readonly certificates: readonly [Uint8Array, ...Uint8Array[]]
  readonly privateKey: JWK
}

/** What the site keeps until the answer comes, as JSON: it has a private key, and is used once, then deleted. */
export interface KeptRequest {
  readonly clientId: string
  readonly nonce: string
  readonly state: string
  readonly responseUri: string
  readonly wanted: readonly WantedElement[]
  /** Private, of this request alone. */
  readonly decryptionKey: JWK
  /** ISO 8601. */
  readonly expires: string
}

/** In the query and in the answer. */
export const queryId = 'card'
export const encryptions = ['A256GCM', 'A128GCM']
const fiveMinutes = 5 * 60_000
const nonceOctets = 32

/** One credential; where some may be left out, all of them first, then those that may not (§6.4.1). */
function dcqlOf(wanted: readonly WantedElement[]) {
  const claims = wanted.map(({ namespace, identifier, retain = false }, at) => ({
    id: `e${at}`,
    path: [namespace, identifier],
    intent_to_retain: retain,
  }))
  const needed = claims.filter((_, at) => wanted[at]?.optional !== true)
  const sets = [claims, needed].map((set) => set.map(({ id }) => id))
  return {
    credentials: [
      {
        id: queryId,
        format: 'mso_mdoc',
        meta: { doctype_value: myNumberCardDocType },
        claims,
        ...(needed.length > 0 && needed.length < claims.length && { claim_sets: sets }),
      },
    ],
  }
}

/**
 * @param options.responseUri of the site, where the phone posts its answer
 * @param options.goodFor milliseconds; default five minutes
 * @returns request: served at a `request_uri` as application/oauth-authz-req+jwt; link: for a QR code or a button, once it is known where
 * @throws {TypeError} nothing is wanted, an element twice, or now is no time
 */
export async function createPresentationRequest(options: {
  readonly asker: PresentationAsker
  readonly responseUri: string
  readonly wanted: readonly WantedElement[]
  readonly now: Date
  readonly goodFor?: number
  readonly random?: (length: number) => Uint8Array
}): Promise<{
  readonly request: string
  readonly kept: KeptRequest
  readonly link: (wallet: string, requestUri: string) => string
}> {
  const { asker, responseUri, wanted, now, goodFor = fiveMinutes } = options
  const random = options.random ?? ((length) => crypto.getRandomValues(new Uint8Array(length)))
  const names = wanted.map(({ namespace, identifier }) => JSON.stringify([namespace, identifier]))
  if (names.length === 0 || new Set(names).size !== names.length)
    throw new TypeError('no elements are wanted, or one of them twice')
  if (Number.isNaN(now.getTime())) throw new TypeError('now is no time')
  const pair = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true })
  const { kty, crv, x, y } = await exportJWK(pair.publicKey)
  const clientId = `x509_hash:${base64url.encode(sha256(asker.certificates[0]))}`
  const [nonce, state] = [random(nonceOctets), random(nonceOctets)].map((one) =>
    base64url.encode(one),
  ) as [string, string]
  const issuedAt = Math.floor(now.getTime() / 1000)
  const claims = {
    response_type: 'vp_token',
    response_mode: 'direct_post.jwt',
    client_id: clientId,
    response_uri: responseUri,
    nonce,
    state,
    aud: 'https://self-issued.me/v2',
    iat: issuedAt,
    exp: issuedAt + Math.ceil(goodFor / 1000),
    dcql_query: dcqlOf(wanted),
    client_metadata: {
      jwks: { keys: [{ kty, crv, x, y, kid: 'answer', use: 'enc', alg: 'ECDH-ES' }] },
      encrypted_response_enc_values_supported: encryptions,
      vp_formats_supported: { mso_mdoc: {} },
    },
  }
  const request = await new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({
      alg: 'ES256',
      typ: 'oauth-authz-req+jwt',
      x5c: asker.certificates.map((der) => base64.encode(der)),
    })
    .sign(await importJWK(asker.privateKey, 'ES256'))
  const kept: KeptRequest = {
    clientId,
    nonce,
    state,
    responseUri,
    wanted,
    decryptionKey: await exportJWK(pair.privateKey),
    expires: new Date(now.getTime() + goodFor).toISOString(),
  }
  const link = (wallet: string, requestUri: string) => {
    const url = new URL(wallet)
    url.searchParams.set('client_id', clientId)
    url.searchParams.set('request_uri', requestUri)
    return url.href
  }
  return { request, kept, link }
}
