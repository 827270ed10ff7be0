/** The answer (OpenID4VP 1.0 §8): what the holder agreed to, signed for this asker alone, encrypted, posted; or that nothing is shown. */
import { openId4VpTranscript, presentMdoc } from '@kazashi/mdoc'
import { base64url } from '@kazashi/octets'
import { CompactEncrypt, calculateJwkThumbprint, importJWK } from 'jose'
import { z } from 'zod'
import { PhoneError } from '../errors.ts'
import { isTrustworthy } from '../trustworthy.ts'
import type { Agreement } from './choice.ts'
import type { AskedElement } from './dcql.ts'
import { exchange, type Fetch } from './exchange.ts'
import type { HeldCard } from './held-card.ts'
import type { EncryptionKey, PresentationRequest } from './request.ts'

const byNamespace = (elements: readonly AskedElement[]) => {
  const choice = new Map<string, readonly string[]>()
  for (const { namespace, identifier } of elements)
    choice.set(namespace, [...(choice.get(namespace) ?? []), identifier])
  return choice
}

/** The key alone: an asker's `use` and `alg` do not bind the library's choice, nor the thumbprint. */
const bare = ({ kty, crv, x, y }: EncryptionKey) => ({ kty, crv, x, y })

/** @returns JWE, compact @throws {PhoneError} PRESENTATION_UNENCRYPTED: its key is no point of the curve */
export async function answerPresentation(
  request: PresentationRequest,
  agreed: Agreement,
  card: Pick<HeldCard, 'issuerSigned' | 'signer'>,
): Promise<string> {
  const { clientId, nonce, responseUri, state, key, encryption } = request
  const jwkThumbprint = base64url.decode(await calculateJwkThumbprint(bare(key), 'sha256'))
  const transcript = openId4VpTranscript({ clientId, nonce, responseUri, jwkThumbprint })
  const shown: [string, string[]][] = []
  for (const [queryId, elements] of agreed) {
    const response = await presentMdoc({ ...card, choice: byNamespace(elements), transcript })
    shown.push([queryId, [base64url.encode(response)]])
  }
  const answer = { vp_token: Object.fromEntries(shown), ...(state !== undefined && { state }) }
  try {
    return await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(answer)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: encryption, ...(key.kid && { kid: key.kid }) })
      .encrypt(await importJWK(bare(key), 'ECDH-ES'))
  } catch (cause) {
    throw new PhoneError('PRESENTATION_UNENCRYPTED', { detail: 'its key is none', cause })
  }
}

const acceptance = z.object({ redirect_uri: z.url().optional() })

/** @returns where the browser that asked goes on (§8.2); undefined: on another screen */
async function post(
  fetch: Fetch,
  responseUri: string,
  form: URLSearchParams,
): Promise<string | undefined> {
  const { status, text } = await exchange(fetch, responseUri, { accept: 'application/json', form })
  if (status !== 200)
    throw new PhoneError('PRESENTATION_NOT_TAKEN', { detail: `answered with ${status}` })
  try {
    const { redirect_uri } = acceptance.parse(JSON.parse(text))
    return redirect_uri && isTrustworthy(new URL(redirect_uri)) ? redirect_uri : undefined
  } catch {
    return undefined // it has the answer all the same
  }
}

/** @throws {PhoneError} PRESENTATION_NOT_TAKEN, PRESENTATION_UNREACHABLE */
export const sendPresentation = (
  { responseUri }: PresentationRequest,
  response: string,
  fetch: Fetch,
): Promise<string | undefined> => post(fetch, responseUri, new URLSearchParams({ response }))

/** §8.5: that the holder shows nothing; why is nobody's business. @throws {PhoneError} as sendPresentation */
export const refusePresentation = (
  { responseUri, state }: PresentationRequest,
  fetch: Fetch,
): Promise<string | undefined> =>
  post(
    fetch,
    responseUri,
    new URLSearchParams({ error: 'access_denied', ...(state !== undefined && { state }) }),
  )
