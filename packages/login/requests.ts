/**
 * The life of a login request (1-B①), as rules without storage. A request has two sides: the browser that asked shows a code, the
 * phone gets a link that does not tell it. So a link that a stranger sends logs in nobody's screen: the person types the code of
 * the own screen, or the answer waits for the browser that opened the app to come back.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import { base64url } from '@kazashi/octets'
import type { LoginCode } from './problems.ts'
import { LoginProblem, loginCodeOf } from './problems.ts'

/** Milliseconds a person needs to find the phone, type the code and enter the PIN. */
const requestLifetime = 5 * 60_000
/** Milliseconds after that in which an answer that came in time is still taken up. */
const grace = 60_000
/** Milliseconds that a browser can take up an answer. */
export const takeUpTime = requestLifetime + grace
/** Two digits: four would look like the PIN, and somebody would type that one. */
const codeLimit = 100
/** Wrong codes that one request stands, all by phones that the authority knows. */
const codeTries = 3

/** The certificate itself was verified, and is no longer good: the person at the screen is told. */
const final: ReadonlySet<LoginCode> = new Set<LoginCode>([
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_REVOKED',
  'CERTIFICATE_SUSPENDED',
  'STATUS_UNKNOWN',
])

/** What a phone may say of itself before it asks anybody for a PIN. */
export const ownHindrances = [
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_REVOKED',
  'CERTIFICATE_SUSPENDED',
] as const satisfies readonly LoginCode[]
export type OwnHindrance = (typeof ownHindrances)[number]

type Answer<Holder> =
  | { readonly state: 'pending' }
  /** `ticketHash`: it waits for the browser that brings the ticket. */
  | {
      readonly state: 'accepted'
      readonly holder: Holder
      /** Of the certificate. */
      readonly by: string
      readonly ticketHash?: string
    }
  | { readonly state: 'refused'; readonly reason: LoginCode }
  | { readonly state: 'taken'; readonly by: string }
  /** The browser that asked has given up. */
  | { readonly state: 'stopped' }

export interface LoginRequest<Holder> {
  readonly id: string
  readonly nonce: string
  /** Two digits. */
  readonly code: string
  readonly expiresAt: Date
  readonly codesLeft: number
  /** A phone said that it cannot log in. Nobody proved it. */
  readonly hindered?: OwnHindrance
  readonly answer: Answer<Holder>
}

/** What a phone's answer came to. */
export interface Verified<Holder> {
  readonly holder: Holder
  /** Of the certificate: the same phone may say the same again, where the word that it was heard was lost. */
  readonly by: string
  /** No code was typed. */
  readonly returns: boolean
}

type Random = (bytes: number) => Uint8Array
const newSecret = (random: Random): string => base64url.encode(random(32))

/** A copy of what is kept opens nothing. */
export const hashOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('base64url')
export const isHashOf = (hash: string, secret: string | undefined): boolean =>
  secret !== undefined && timingSafeEqual(Buffer.from(hash), Buffer.from(hashOf(secret)))

/** Two digits, each pair as likely as any other. */
function newCode(random: Random): string {
  for (;;) {
    const [octet = 0] = random(1)
    if (octet < 2 * codeLimit) return String(octet % codeLimit).padStart(2, '0')
  }
}

export const newLoginRequest = (id: string, now: Date, random: Random): LoginRequest<never> => ({
  id,
  nonce: newSecret(random),
  code: newCode(random),
  expiresAt: new Date(now.getTime() + requestLifetime),
  codesLeft: codeTries,
  answer: { state: 'pending' },
})

/** Nobody can take up its answer any more. */
export const isOver = ({ expiresAt }: { readonly expiresAt: Date }, now: Date): boolean =>
  now.getTime() > expiresAt.getTime() + grace

/** For anyone with the link. @throws {LoginProblem} LOGIN_REQUEST_UNKNOWN, LOGIN_REQUEST_EXPIRED, LOGIN_REQUEST_USED */
export function openRequest<Holder>(
  request: LoginRequest<Holder> | undefined,
  now: Date,
): LoginRequest<Holder> {
  if (request === undefined) throw new LoginProblem('LOGIN_REQUEST_UNKNOWN')
  const isStopped = request.answer.state === 'stopped'
  if (!isStopped && request.answer.state !== 'pending') throw new LoginProblem('LOGIN_REQUEST_USED')
  if (isStopped || request.expiresAt <= now) throw new LoginProblem('LOGIN_REQUEST_EXPIRED')
  return request
}

/**
 * A phone cannot answer, and says why. Anybody with the link can say so: it is shown on the screen that waits, and another phone may
 * still answer. @throws {LoginProblem} as `openRequest`
 */
export const hearHindrance = <Holder>(
  request: LoginRequest<Holder> | undefined,
  hindered: OwnHindrance,
  now: Date,
): LoginRequest<Holder> => ({ ...openRequest(request, now), hindered })

/** For an answer: open, or answered already, which the same phone may do again. @throws {LoginProblem} as `openRequest` */
export function answerableRequest<Holder>(
  request: LoginRequest<Holder> | undefined,
  now: Date,
): LoginRequest<Holder> {
  const { state } = request?.answer ?? {}
  const again = state === 'accepted' || state === 'taken'
  return request !== undefined && again && request.expiresAt > now
    ? request
    : openRequest(request, now)
}

export interface Answered<Holder> {
  readonly request: LoginRequest<Holder>
  /** With which the browser comes back, where no code was typed. */
  readonly ticket?: string
}

/**
 * An answer that was verified. The first is taken; the same phone may repeat it.
 * @param request as of `answerableRequest` @throws {LoginProblem} LOGIN_REQUEST_USED: another phone's was first
 */
export function acceptAnswer<Holder>(
  request: LoginRequest<Holder>,
  { holder, by, returns }: Verified<Holder>,
  random: Random,
): Answered<Holder> {
  const { answer: before } = request
  if (before.state !== 'pending' && !('by' in before && before.by === by))
    throw new LoginProblem('LOGIN_REQUEST_USED')
  if (before.state === 'taken') return { request }
  if (!returns) return { request: { ...request, answer: { state: 'accepted', holder, by } } }
  const ticket = newSecret(random)
  const answer = { state: 'accepted', holder, by, ticketHash: hashOf(ticket) } as const
  return { request: { ...request, answer }, ticket }
}

/**
 * An answer that was not: it changes nothing, since anybody with the link can send one, unless the certificate behind it was verified.
 * @param request that is still open
 * @returns what to tell the phone: `error`, or CODE_WRONG {triesLeft}
 */
export function refuseAnswer<Holder>(
  request: LoginRequest<Holder>,
  error: unknown,
): { readonly request: LoginRequest<Holder>; readonly error: unknown } {
  const reason = loginCodeOf(error)
  if (reason === 'CODE_WRONG') {
    const codesLeft = request.codesLeft - 1
    const answer = codesLeft === 0 ? ({ state: 'refused', reason } as const) : request.answer
    const told = new LoginProblem('CODE_WRONG', { members: { triesLeft: codesLeft } })
    return { request: { ...request, codesLeft, answer }, error: told }
  }
  if (reason === undefined || !final.has(reason)) return { request, error }
  return { request: { ...request, answer: { state: 'refused', reason } }, error }
}

/**
 * The browser that asked takes up the answer, once.
 * @param ticket that the phone led it back with
 * @throws {LoginProblem} LOGIN_REQUEST_UNKNOWN: there is no answer for it; LOGIN_REQUEST_EXPIRED
 */
export function takeUp<Holder>(
  request: LoginRequest<Holder> | undefined,
  now: Date,
  ticket?: string,
): { readonly request: LoginRequest<Holder>; readonly holder: Holder } {
  if (request === undefined) throw new LoginProblem('LOGIN_REQUEST_UNKNOWN')
  const { answer } = request
  const isFor =
    answer.state === 'accepted' &&
    (answer.ticketHash === undefined ? ticket === undefined : isHashOf(answer.ticketHash, ticket))
  if (!isFor) throw new LoginProblem('LOGIN_REQUEST_UNKNOWN')
  if (isOver(request, now)) throw new LoginProblem('LOGIN_REQUEST_EXPIRED')
  return {
    request: { ...request, answer: { state: 'taken', by: answer.by } },
    holder: answer.holder,
  }
}

/** The browser that asked gives up: no phone can answer any more. One that was answered stays as it is. */
export const stopRequest = <Holder>(request: LoginRequest<Holder>): LoginRequest<Holder> =>
  request.answer.state === 'pending' ? { ...request, answer: { state: 'stopped' } } : request
