/**
 * Login requests and sessions of the portal (1-B①): a request is answered once, within five minutes; the browser that asked
 * for it, and no other, is logged in by the answer. Kept in memory: a restart asks everybody to log in again.
 */
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { CodedError } from '@kazashi/errors'
import { isPortalCode, type PortalCode, PortalProblem } from './problems.ts'

/** Minutes a person needs to find the phone, compare the code and enter the PIN. */
const requestLifetime = 5 * 60_000
/** A session's life; after that the person logs in again. */
export const sessionLifetime = 30 * 60_000
/** Requests and sessions kept at once; beyond it the oldest go. */
const entriesLimit = 10_000
/** Without 0 and O, 1 and I and L: read off a screen and compared. */
const codeCharacters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeLength = 4

export interface Holder {
  /** Lower-case hex. */
  readonly serialNumber: string
  /** RFC 4514. */
  readonly subject: string
  readonly notAfter: Date
  readonly statusCheckedAt: Date
  readonly loggedInAt: Date
}

export interface LoginRequest {
  readonly id: string
  readonly nonce: string
  readonly code: string
  readonly expiresAt: Date
  /** Of the browser's session. */
  readonly sessionHash: string
  state: 'pending' | 'answering' | 'accepted' | 'refused'
  /** Why it was refused. */
  reason: PortalCode | undefined
}

interface Session {
  readonly expiresAt: Date
  readonly requestId: string
  holder: Holder | undefined
}

/** Sessions are found by the hash of the cookie, so that a copy of the memory logs nobody in. */
const hashOf = (cookie: string): string => createHash('sha256').update(cookie).digest('base64url')

function makeRoom(entries: Map<string, { readonly expiresAt: Date }>, now: Date): void {
  for (const [key, { expiresAt }] of entries) if (expiresAt <= now) entries.delete(key)
  for (const key of entries.keys()) {
    if (entries.size < entriesLimit) return
    entries.delete(key)
  }
}

export class Logins {
  readonly #requests = new Map<string, LoginRequest>()
  readonly #sessions = new Map<string, Session>()

  /** @returns the request, and the cookie of a session that is not logged in yet */
  create(now: Date): { readonly request: LoginRequest; readonly cookie: string } {
    makeRoom(this.#requests, now)
    makeRoom(this.#sessions, now)
    const cookie = randomBytes(32).toString('base64url')
    const characters = Array.from({ length: codeLength }, () =>
      codeCharacters.charAt(randomInt(codeCharacters.length)),
    )
    const request: LoginRequest = {
      id: randomUUID(),
      nonce: randomBytes(32).toString('base64url'),
      code: characters.join(''),
      expiresAt: new Date(now.getTime() + requestLifetime),
      sessionHash: hashOf(cookie),
      state: 'pending',
      reason: undefined,
    }
    this.#requests.set(request.id, request)
    this.#sessions.set(request.sessionHash, {
      expiresAt: new Date(now.getTime() + sessionLifetime),
      requestId: request.id,
      holder: undefined,
    })
    return { request, cookie }
  }

  /** For anyone with the link. @throws {PortalProblem} LOGIN_REQUEST_UNKNOWN, LOGIN_REQUEST_EXPIRED, LOGIN_REQUEST_USED */
  open(id: string, now: Date): LoginRequest {
    const request = this.#requests.get(id)
    if (request === undefined) throw new PortalProblem('LOGIN_REQUEST_UNKNOWN')
    if (request.state !== 'pending') throw new PortalProblem('LOGIN_REQUEST_USED')
    if (request.expiresAt <= now) throw new PortalProblem('LOGIN_REQUEST_EXPIRED')
    return request
  }

  /**
   * Runs `verify` for the one answer a request takes; a second one at the same time is refused.
   * @param mayRepeat whether the error of `verify` was not the answer's fault
   * @throws {PortalProblem} as `open`; and the errors of `verify`
   */
  async answer(
    id: string,
    now: Date,
    verify: (request: LoginRequest) => Promise<Holder>,
    mayRepeat: (error: unknown) => boolean,
  ): Promise<void> {
    const request = this.open(id, now)
    request.state = 'answering'
    try {
      const holder = await verify(request)
      const session = this.#sessions.get(request.sessionHash)
      if (session !== undefined) session.holder = holder
      request.state = 'accepted'
    } catch (error) {
      request.state = mayRepeat(error) ? 'pending' : 'refused'
      request.reason = codeOf(error)
      throw error
    }
  }

  /** For the browser that asked. @throws {PortalProblem} LOGIN_REQUEST_UNKNOWN: no such request of this session */
  ofBrowser(id: string, cookie: string | undefined): LoginRequest {
    const request = this.#requests.get(id)
    if (request === undefined || cookie === undefined || request.sessionHash !== hashOf(cookie)) {
      throw new PortalProblem('LOGIN_REQUEST_UNKNOWN')
    }
    return request
  }

  /** @throws {PortalProblem} NOT_LOGGED_IN */
  holder(cookie: string | undefined, now: Date): Holder {
    const session = cookie === undefined ? undefined : this.#sessions.get(hashOf(cookie))
    if (session?.holder === undefined || session.expiresAt <= now)
      throw new PortalProblem('NOT_LOGGED_IN')
    return session.holder
  }

  end(cookie: string | undefined): void {
    if (cookie !== undefined) this.#sessions.delete(hashOf(cookie))
  }
}

const codeOf = (error: unknown): PortalCode =>
  error instanceof CodedError && isPortalCode(error.code) ? error.code : 'INTERNAL'
