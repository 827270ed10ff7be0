/**
 * 1-B①: answering a relying party's login request with the authentication certificate and its PIN, or biometrics in its
 * place (1-A③). The statement signed is canonical JSON (RFC 8785) naming the relying party's origin and the code that the
 * person read off its screen; CMS SignedData (RFC 5652). A request tells no code: whoever sends its link to somebody else
 * cannot have the own screen logged in.
 */
import { openCard } from '@kazashi/card'
import {
  documentLimits,
  documentTypes,
  type IdentityClaim,
  identityClaims,
  isPlainLine,
  isSignedInfo,
  signedInfoType,
} from '@kazashi/lifecycle'
import { base64, equalBytes } from '@kazashi/octets'
import { createBareSignedData, createSignedData, type Signer, verifySignedData } from '@kazashi/pki'
import { sha256 } from '@noble/hashes/sha2.js'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { PhoneError } from '../errors.ts'
import type { Phone } from '../phone.ts'
import { isTrustworthy } from '../trustworthy.ts'
import { withElement } from './card-errors.ts'

const shown = z.string().min(1).max(100).refine(isPlainLine)

/** To be signed. Where its content is here it is that of the hash: so what is shown is what is signed. */
const document = z
  .object({
    title: z.string().min(1).max(documentLimits.title).refine(isPlainLine),
    /** SHA-256, base64. */
    hash: z.string().refine((text) => base64.parse(text)?.length === 32),
    /** Base64. */
    content: z.string().optional(),
    type: z.enum(documentTypes).optional(),
  })
  .refine(({ hash, content, type }) => {
    if (content === undefined) return type !== signedInfoType
    const bytes = base64.parse(content)
    if (bytes === undefined || type === undefined) return false
    if (!equalBytes(sha256(bytes), base64.decode(hash))) return false
    return type !== signedInfoType || isSignedInfo(bytes)
  })
export type LoginDocument = z.infer<typeof document>

export const loginRequest = z.object({
  id: z.string().min(1).max(100),
  /** The relying party's origin: the signature is good there and nowhere else. */
  audience: z.url(),
  relyingParty: shown,
  purpose: shown,
  /** What the relying party wants of the person beside: it stands in the signing certificate. */
  claims: z.array(z.enum(identityClaims)).max(identityClaims.length).optional(),
  /** Those of them that the person may leave out. */
  optional: z.array(z.enum(identityClaims)).max(identityClaims.length).optional(),
  /** What the relying party wants signed beside. */
  documents: z.array(document).max(documentLimits.most).optional(),
  nonce: z.string().min(16).max(200),
  expiresAt: z.iso.datetime({ offset: true }),
  responseUrl: z.url(),
  hinderedUrl: z.url().optional(),
})
export type LoginRequest = z.infer<typeof loginRequest>

export type LoginProgress = 'pin-right' | 'signed'

/**
 * Asks for the request behind a link or QR code and checks that it speaks for the origin it came from.
 * @throws {PhoneError} LOGIN_REQUEST_MALFORMED, LOGIN_REQUEST_ORIGIN, LOGIN_REQUEST_EXPIRED, CLOCK_WRONG {aheadBy}
 */
export async function openLoginRequest(
  phone: { readonly authorityTime: { now(): Date } },
  url: string,
  fetch: typeof globalThis.fetch,
): Promise<LoginRequest> {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address === undefined) throw new PhoneError('LOGIN_REQUEST_MALFORMED')
  if (!isTrustworthy(address)) throw new PhoneError('LOGIN_REQUEST_ORIGIN')
  let body: unknown
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/json' },
      redirect: 'error',
    })
    if (answer.status === 404 || answer.status === 410)
      throw new PhoneError('LOGIN_REQUEST_EXPIRED')
    body = await answer.json()
  } catch (cause) {
    if (cause instanceof PhoneError) throw cause
    throw new PhoneError('LOGIN_REQUEST_MALFORMED', { cause })
  }
  const parsed = loginRequest.safeParse(body)
  if (!parsed.success) throw new PhoneError('LOGIN_REQUEST_MALFORMED')
  const { audience, responseUrl, hinderedUrl = responseUrl, expiresAt } = parsed.data
  const itsOwn = [address.href, responseUrl, hinderedUrl]
  if (itsOwn.some((one) => new URL(one).origin !== audience)) {
    throw new PhoneError('LOGIN_REQUEST_ORIGIN')
  }
  if (phone.authorityTime.now() >= new Date(expiresAt))
    throw new PhoneError('LOGIN_REQUEST_EXPIRED')
  return parsed.data
}

/** Digits on the relying party's screen. Not four of them, as a PIN has: nobody is to type a PIN in their place. */
export const isLoginCode = (code: string): boolean => /^[0-9]{2}$/.test(code)

/**
 * The bytes that are signed.
 * @param code as the person typed it; undefined: the browser that opened the app on this phone is led back and logged in there
 * @param time the authority's as far as the phone knows it
 */
export function encodeLoginStatement(
  request: LoginRequest,
  code: string | undefined,
  time: Date,
): Uint8Array {
  const { audience, nonce, relyingParty, purpose, claims = [], documents = [] } = request
  const statement = {
    type: 'kazashi-login',
    audience,
    nonce,
    code,
    relyingParty,
    purpose,
    claims: claims.length > 0 ? claims : undefined,
    documents:
      documents.length > 0 ? documents.map(({ title, hash }) => ({ title, hash })) : undefined,
  }
  return new TextEncoder().encode(canonicalize({ ...statement, time: time.toISOString() }))
}

/** The PIN, or the platform authenticator's secret for a finger or a face: overwritten once it is used. */
export type LoginProof = string | { readonly biometricSecret: Uint8Array }

/**
 * Signs the answer with the phone's authentication key. A wrong PIN spends a try; at one try left it is not even compared
 * unless `force` says so. Biometrics spend none.
 * @returns CMS SignedData, DER
 * @throws {PhoneError} NOT_REGISTERED, LOGIN_REQUEST_EXPIRED, SECRET_WRONG {triesLeft}, SECRET_BLOCKED, LAST_TRY,
 *   BIOMETRICS_OFF, BIOMETRICS_WRONG, CLOCK_WRONG {aheadBy}
 */
export async function answerLogin(
  phone: Phone,
  request: LoginRequest,
  proof: LoginProof,
  options: {
    /** That the person typed; none: the request was opened by a link on this phone. */
    readonly code?: string | undefined
    readonly force?: boolean
    readonly onProgress?: (step: LoginProgress) => void
  } = {},
): Promise<Uint8Array> {
  try {
    return await signAnswer(phone, request, proof, options)
  } finally {
    if (typeof proof !== 'string') proof.biometricSecret.fill(0)
  }
}

async function signAnswer(
  phone: Phone,
  request: LoginRequest,
  proof: LoginProof,
  { code, force = false, onProgress }: NonNullable<Parameters<typeof answerLogin>[3]>,
): Promise<Uint8Array> {
  const key = phone.record.installed.authentication
  if (key?.certificate === undefined) throw new PhoneError('NOT_REGISTERED')
  const time = phone.authorityTime.now()
  if (time >= new Date(request.expiresAt)) throw new PhoneError('LOGIN_REQUEST_EXPIRED')
  const { certificate } = key
  const transport = phone.element.transport()
  try {
    return await withElement(async () => {
      const holder =
        typeof proof === 'string' ? proof : () => transport.recognise(proof.biometricSecret)
      const signer = await openCard(transport).signer('authentication', holder, { force })
      onProgress?.('pin-right')
      const content = encodeLoginStatement(request, code, time)
      const cms = await createSignedData({ content, certificate, signer, signingTime: time })
      onProgress?.('signed')
      return cms
    })
  } finally {
    await transport.close()
  }
}

/** What the signing key signed beside the answer. CMS SignedData, DER. */
export interface SignedByPassword {
  /** The statement once more: the certificate has the attributes that the relying party asks for. */
  readonly attributes?: Uint8Array
  /** One for each document, without its content. */
  readonly signatures?: readonly Uint8Array[]
}

/** The request as the person agrees to it. @param chosen of what may be left out */
export function agreedTo(request: LoginRequest, chosen: readonly IdentityClaim[]): LoginRequest {
  const { claims = [], optional = [], ...rest } = request
  const given = claims.filter((one) => !optional.includes(one) || chosen.includes(one))
  return { ...rest, claims: given }
}

export const asksForPassword = ({ claims = [], documents = [] }: LoginRequest): boolean =>
  claims.length > 0 || documents.length > 0

/** By an open signing key, what a request asks for beside the answer. @param statement that the answer signs */
export async function signBeside(
  { claims = [], documents = [] }: Pick<LoginRequest, 'claims' | 'documents'>,
  statement: Uint8Array,
  key: { readonly certificate: Uint8Array; readonly signer: Signer; readonly signingTime: Date },
): Promise<SignedByPassword> {
  const attributes =
    claims.length > 0 ? await createSignedData({ content: statement, ...key }) : undefined
  const signatures: Uint8Array[] = []
  for (const { hash, type, content = '' } of documents) {
    const isBare = type === signedInfoType
    signatures.push(
      await (isBare
        ? createBareSignedData({ octets: base64.decode(content), ...key })
        : createSignedData({ digest: base64.decode(hash), ...key })),
    )
  }
  return {
    ...(attributes && { attributes }),
    ...(signatures.length > 0 && { signatures }),
  }
}

/**
 * Signs with the signing key what the request asks for: the same statement once more, and each document, all by one password. A wrong
 * one spends a try, as in `answerLogin`.
 * @param response of `answerLogin`
 * @throws {PhoneError} SIGNING_MISSING, SECRET_WRONG {triesLeft}, SECRET_BLOCKED, LAST_TRY
 */
export async function signByPassword(
  phone: Phone,
  { claims, documents }: LoginRequest,
  response: Uint8Array,
  password: string,
  { force = false }: { readonly force?: boolean } = {},
): Promise<SignedByPassword> {
  const certificate = phone.record.installed.signing?.certificate
  if (certificate === undefined) throw new PhoneError('SIGNING_MISSING')
  const { content, signingTime = phone.authorityTime.now() } = await verifySignedData(response)
  const transport = phone.element.transport()
  try {
    return await withElement(async () => {
      const signer = await openCard(transport).signer('signing', password, { force })
      return signBeside({ claims, documents }, content, { certificate, signer, signingTime })
    })
  } finally {
    await transport.close()
  }
}

/** What a screen can make something of. */
const toldHindrances: ReadonlySet<string> = new Set([
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_REVOKED',
  'CERTIFICATE_SUSPENDED',
])

/**
 * This phone cannot answer: the screen that waits for it is told why, where its site takes such a word. Whether it arrives changes
 * nothing for the phone.
 * @param code other than of a certificate: nothing is told
 */
export async function tellHindrance(
  { hinderedUrl }: LoginRequest,
  code: string,
  fetch: typeof globalThis.fetch,
): Promise<void> {
  if (hinderedUrl === undefined || !toldHindrances.has(code)) return
  const body = JSON.stringify({ code })
  const headers = { 'content-type': 'application/json', accept: 'application/json' }
  await fetch(hinderedUrl, { method: 'POST', headers, body, redirect: 'error' }).catch(
    () => undefined,
  )
}

const problem = z.looseObject({ code: z.string(), title: z.string(), next: z.string() })
export type LoginProblem = z.infer<typeof problem>
const acceptance = z.object({ returnUrl: z.url().optional() })
export type LoginOutcome =
  | {
      readonly accepted: true
      /** Where the browser that opened the app is logged in; only after an answer without a code. */
      readonly returnUrl?: string
    }
  | {
      readonly accepted: false
      readonly status: number
      readonly problem: LoginProblem | undefined
    }

/** Hands the answer to the relying party. @param signed of `signByPassword` @throws {TypeError} the relying party cannot be reached */
export async function sendLogin(
  request: LoginRequest,
  cms: Uint8Array,
  fetch: typeof globalThis.fetch,
  { attributes, signatures }: SignedByPassword = {},
): Promise<LoginOutcome> {
  const answer = await fetch(request.responseUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      response: base64.encode(cms),
      ...(attributes && { attributes: base64.encode(attributes) }),
      ...(signatures && { signatures: signatures.map(base64.encode) }),
    }),
    redirect: 'error',
  })
  if (answer.ok) {
    const said = acceptance.safeParse(await answer.json().catch(() => undefined))
    const returnUrl = said.data?.returnUrl
    const isItsOwn = returnUrl !== undefined && new URL(returnUrl).origin === request.audience
    return { accepted: true, ...(isItsOwn && { returnUrl }) }
  }
  const parsed = problem.safeParse(await answer.json().catch(() => undefined))
  return { accepted: false, status: answer.status, problem: parsed.data }
}
