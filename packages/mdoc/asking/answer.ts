/** The answer (OpenID4VP 1.0 §8, annex B.2): opened, and everything in it held against the one request that it may answer. */

import { base64url, equalBytes } from '@kazashi/octets'
import type { CertificateInput } from '@kazashi/pki'
import { calculateJwkThumbprint, compactDecrypt, importJWK } from 'jose'
import { z } from 'zod'
import {
  type Elements,
  MdocError,
  type MdocErrorCode,
  myNumberCardDocType,
  openId4VpTranscript,
  type PresentedDocument,
  parseDeviceResponse,
  type VerifiedMdoc,
  verifyDevice,
  verifyMdoc,
} from '../index.ts'
import { PresentationError, type PresentationErrorCode } from './errors.ts'
import { encryptions, type KeptRequest, queryId } from './request.ts'

export interface VerifiedPresentation {
  /** Those shown, all of them asked for. */
  readonly elements: Elements
  /** Optional ones that the holder left out, or that the card does not have. */
  readonly leftOut: readonly string[]
  readonly securityObject: VerifiedMdoc['securityObject']
  readonly documentSigner: VerifiedMdoc['documentSigner']
  readonly anchor: VerifiedMdoc['anchor']
}

/** Characters of an answer: a card with its portrait, encoded twice. */
const longestAnswer = 400_000

const answer = z.object({
  vp_token: z.record(z.string(), z.array(z.string()).length(1)),
  state: z.string(),
})
type Answer = z.infer<typeof answer>

const sameText = (a: string, b: string): boolean =>
  equalBytes(new TextEncoder().encode(a), new TextEncoder().encode(b))

const unreadable = (detail: string, cause?: unknown): PresentationError =>
  new PresentationError('ANSWER_UNREADABLE', { detail, ...(cause !== undefined && { cause }) })

/** @throws {PresentationError} ANSWER_DECLINED, ANSWER_FAILED, ANSWER_OF_ANOTHER, ANSWER_UNREADABLE */
function responseIn(form: URLSearchParams, kept: KeptRequest): string {
  const error = form.get('error')
  if (error !== null) {
    if (!sameText(form.get('state') ?? '', kept.state))
      throw new PresentationError('ANSWER_OF_ANOTHER')
    if (error === 'access_denied') throw new PresentationError('ANSWER_DECLINED')
    throw new PresentationError('ANSWER_FAILED', { detail: error.slice(0, 100) })
  }
  const response = form.get('response')
  if (response === null) throw unreadable('no response')
  if (response.length > longestAnswer) throw unreadable(`over ${longestAnswer} characters`)
  return response
}

async function opened(response: string, { decryptionKey }: KeptRequest): Promise<Answer> {
  try {
    const key = await importJWK(decryptionKey, 'ECDH-ES')
    const { plaintext } = await compactDecrypt(response, key, {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: encryptions,
    })
    const text = new TextDecoder('utf-8', { fatal: true }).decode(plaintext)
    return answer.parse(JSON.parse(text))
  } catch (cause) {
    throw unreadable('not encrypted to this request, or no vp_token', cause)
  }
}

const codes: Readonly<Partial<Record<MdocErrorCode, PresentationErrorCode>>> = {
  DEVICE_SIGNATURE_INVALID: 'ANSWER_OF_ANOTHER',
  ISSUER_UNTRUSTED: 'ATTRIBUTES_UNTRUSTED',
  ISSUER_MISSING: 'ATTRIBUTES_UNTRUSTED',
  ISSUER_EXPIRED: 'ATTRIBUTES_EXPIRED',
  MDOC_EXPIRED: 'ATTRIBUTES_EXPIRED',
  MDOC_NOT_YET_VALID: 'ATTRIBUTES_NOT_YET_VALID',
  SIGNATURE_INVALID: 'ATTRIBUTES_FORGED',
  DIGEST_MISMATCH: 'ATTRIBUTES_FORGED',
  SIGNED_OUTSIDE_SIGNER: 'ATTRIBUTES_FORGED',
  DEVICE_ELEMENTS_UNAUTHORIZED: 'ATTRIBUTES_FORGED',
}

/** A refusal of the mdoc gets the relying party's code, with the cause kept. */
async function judged<T>(step: () => T | Promise<T>): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    if (!(cause instanceof MdocError)) throw cause
    const code = codes[cause.code] ?? 'ATTRIBUTES_UNREADABLE'
    throw new PresentationError(code, { detail: `${cause.code}: ${cause.message}`, cause })
  }
}

async function documentIn({ vp_token: shown }: Answer): Promise<PresentedDocument> {
  const ids = Object.keys(shown)
  const bytes = base64url.parse(shown[queryId]?.[0] ?? '')
  if (ids.length !== 1 || bytes === undefined || bytes.length === 0)
    throw unreadable('not one card, as asked for')
  const documents = await judged(() => parseDeviceResponse(bytes))
  const [document] = documents
  if (document === undefined || documents.length !== 1) throw unreadable('not one document')
  return document
}

/** @throws {PresentationError} ANSWER_UNASKED, ANSWER_INCOMPLETE @returns what was optional and is not there */
function checkElements(elements: Elements, { wanted }: KeptRequest): readonly string[] {
  const isWanted = (namespace: string, identifier: string) =>
    wanted.some((one) => one.namespace === namespace && one.identifier === identifier)
  for (const [namespace, values] of elements)
    for (const identifier of values.keys())
      if (!isWanted(namespace, identifier))
        throw new PresentationError('ANSWER_UNASKED', { detail: `${namespace} ${identifier}` })
  const missing = wanted.filter(
    ({ namespace, identifier }) => elements.get(namespace)?.has(identifier) !== true,
  )
  const needed = missing.filter(({ optional }) => optional !== true)
  if (needed.length > 0) {
    const detail = needed.map(({ identifier }) => identifier).join(', ')
    throw new PresentationError('ANSWER_INCOMPLETE', { detail })
  }
  return missing.map(({ identifier }) => identifier)
}

/**
 * In this order: the request is still open, the answer opens and is its own, the issuer, the device, what was asked for. Whether the
 * card was suspended meanwhile is not judged here. The same answer holds a second time for whoever keeps `kept`: delete it.
 * @param options.form what the phone posted @param options.anchors IACA certificates
 * @throws {PresentationError} @throws {TypeError} now is no time
 */
export async function verifyPresentation(options: {
  readonly form: URLSearchParams
  readonly kept: KeptRequest
  readonly anchors: readonly CertificateInput[]
  readonly now: Date
}): Promise<VerifiedPresentation> {
  const { form, kept, anchors, now } = options
  if (Number.isNaN(now.getTime())) throw new TypeError('now is no time')
  const response = responseIn(form, kept)
  if (!(now <= new Date(kept.expires))) throw new PresentationError('ANSWER_LATE')
  const given = await opened(response, kept)
  if (!sameText(given.state, kept.state)) throw new PresentationError('ANSWER_OF_ANOTHER')
  const document = await documentIn(given)
  const { kty, crv, x, y } = kept.decryptionKey
  const thumbprint = await calculateJwkThumbprint(
    { kty, crv, x, y } as Parameters<typeof calculateJwkThumbprint>[0],
    'sha256',
  )
  const { clientId, nonce, responseUri } = kept
  const transcript = openId4VpTranscript({
    clientId,
    nonce,
    responseUri,
    jwkThumbprint: base64url.decode(thumbprint),
  })
  const docType = myNumberCardDocType
  const verified = await judged(() => verifyMdoc({ mdoc: document, anchors, now, docType }))
  await judged(() => verifyDevice(document, { transcript }))
  const { elements, securityObject, documentSigner, anchor } = verified
  const leftOut = checkElements(elements, kept)
  return { elements, leftOut, securityObject, documentSigner, anchor }
}
