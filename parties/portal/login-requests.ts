/**
 * Login requests of the portal (1-B①). A request has two sides: the browser that asked holds a cookie and shows a code, the phone
 * gets a link that tells neither. So a link that a stranger sends logs in nobody's screen: the person types the code of the own
 * screen, or the answer waits for the browser that opened the app to come back. Kept in memory: a restart asks everybody anew.
 */
import { createHash, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import { type PortalCode, PortalProblem, portalCodeOf } from './problems.ts'
import type { Holder } from './session-status.ts'

/** Milliseconds a person needs to find the phone, type the code and enter the PIN. */
const requestLifetime = 5 * 60_000
/** Milliseconds after that in which an answer that came in time is still taken up. */
const grace = 60_000
/** Milliseconds a browser keeps the cookie of a request: as long as it can take up an answer. */
export const requestCookieLifetime = requestLifetime + grace
/** Kept at once; beyond it the oldest go. Those who are logged in are not among them. */
const requestsLimit = 10_000
/** Two digits: four would look like the PIN, and somebody would type that one. */
const codeLimit = 100
/** Wrong codes that one request stands, all by phones that the authority knows. */
const codeTries = 3

/** The certificate itself was verified, and is no longer good: the person at the screen is told. */
const final: ReadonlySet<string> = new Set([
  'CERTIFICATE_EXPIRED',
  'CERTIFICATE_REVOKED',
  'CERTIFICATE_SUSPENDED',
  'STATUS_UNKNOWN',
])

type Answer =
  | { readonly state: 'pending' }
  /** `ticketHash`: it waits for the browser that brings the ticket. */
  | {
      readonly state: 'accepted'
      readonly holder: Holder
      readonly ticketHash: Buffer | undefined
    }
  | { readonly state: 'refused'; readonly reason: PortalCode }
  | { readonly state: 'taken' }

export interface LoginRequest {
  readonly id: string
  readonly nonce: string
  readonly code: string
  readonly expiresAt: Date
  /** Of the cookie of the browser that asked. */
  readonly browserHash: Buffer
  codesLeft: number
  answer: Answer
}

/** What a phone's answer came to. */
export interface Verified {
  readonly holder: Holder
  /** No code was typed. */
  readonly returns: boolean
}

/** A copy of the memory opens nothing. */
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
const isHashOf = (hash: Buffer, secret: string | undefined): boolean =>
  secret !== undefined && timingSafeEqual(hash, hashOf(secret))
const newSecret = (): string => randomBytes(32).toString('base64url')

export class LoginRequests {
  readonly #requests = new Map<string, LoginRequest>()

  #makeRoom(now: Date): void {
    for (const [id, { expiresAt }] of this.#requests) {
      if (now.getTime() > expiresAt.getTime() + grace) this.#requests.delete(id)
    }
    for (const id of this.#requests.keys()) {
      if (this.#requests.size < requestsLimit) return
      this.#requests.delete(id)
    }
  }

  /** @returns the request, and the cookie of the browser that asks */
  create(now: Date): { readonly request: LoginRequest; readonly cookie: string } {
    this.#makeRoom(now)
    const cookie = newSecret()
    const request: LoginRequest = {
      id: randomUUID(),
      nonce: newSecret(),
      code: String(randomInt(codeLimit)).padStart(2, '0'),
      expiresAt: new Date(now.getTime() + requestLifetime),
      browserHash: hashOf(cookie),
      codesLeft: codeTries,
      answer: { state: 'pending' },
    }
    this.#requests.set(request.id, request)
    return { request, cookie }
  }

  /** For anyone with the link. @throws {PortalProblem} LOGIN_REQUEST_UNKNOWN, LOGIN_REQUEST_EXPIRED, LOGIN_REQUEST_USED */
  open(id: string, now: Date): LoginRequest {
    const request = this.#requests.get(id)
    if (request === undefined) throw new PortalProblem('LOGIN_REQUEST_UNKNOWN')
    if (request.answer.state !== 'pending') throw new PortalProblem('LOGIN_REQUEST_USED')
    if (request.expiresAt <= now) throw new PortalProblem('LOGIN_REQUEST_EXPIRED')
    return request
  }

  /**
   * The first answer that verifies is taken; one that does not changes nothing, since anybody with the link can send one.
   * @returns the ticket with which the browser comes back, where no code was typed
   * @throws {PortalProblem} as `open`, CODE_WRONG {triesLeft}; and the errors of `verify`
   */
  async answer(
    id: string,
    now: Date,
    verify: (request: LoginRequest) => Promise<Verified>,
  ): Promise<string | undefined> {
    const request = this.open(id, now)
    try {
      const { holder, returns } = await verify(request)
      this.open(id, now) // another answer may have been faster
      const ticket = returns ? newSecret() : undefined
      const ticketHash = ticket === undefined ? undefined : hashOf(ticket)
      request.answer = { state: 'accepted', holder, ticketHash }
      return ticket
    } catch (error) {
      const code = portalCodeOf(error)
      if (request.answer.state !== 'pending') throw error
      if (code === 'CODE_WRONG') throw this.#wrongCode(request)
      if (final.has(code)) request.answer = { state: 'refused', reason: code }
      throw error
    }
  }

  #wrongCode(request: LoginRequest): PortalProblem {
    request.codesLeft -= 1
    if (request.codesLeft === 0) request.answer = { state: 'refused', reason: 'CODE_WRONG' }
    return new PortalProblem('CODE_WRONG', { members: { triesLeft: request.codesLeft } })
  }

  /** For the browser that asked. @throws {PortalProblem} LOGIN_REQUEST_UNKNOWN: no such request of this browser */
  ofBrowser(id: string, cookie: string | undefined): LoginRequest {
    const request = this.#requests.get(id)
    if (request === undefined || !isHashOf(request.browserHash, cookie)) {
      throw new PortalProblem('LOGIN_REQUEST_UNKNOWN')
    }
    return request
  }

  /**
   * The browser that asked takes up the answer, once.
   * @param ticket that the phone led it back with
   * @throws {PortalProblem} LOGIN_REQUEST_UNKNOWN: not of this browser, or there is no answer for it; LOGIN_REQUEST_EXPIRED
   */
  take(id: string, cookie: string | undefined, now: Date, ticket?: string): Holder {
    const request = this.ofBrowser(id, cookie)
    const { answer } = request
    const isFor =
      answer.state === 'accepted' &&
      (answer.ticketHash === undefined ? ticket === undefined : isHashOf(answer.ticketHash, ticket))
    if (!isFor) throw new PortalProblem('LOGIN_REQUEST_UNKNOWN')
    if (now.getTime() > request.expiresAt.getTime() + grace)
      throw new PortalProblem('LOGIN_REQUEST_EXPIRED')
    request.answer = { state: 'taken' }
    return answer.holder
  }
}
