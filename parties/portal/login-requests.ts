/**
 * Login requests and sessions of the portal (1-B①): a request is answered once, within five minutes; the browser that asked
 * for it, and no other, is logged in by the answer. Kept in memory: a restart asks everybody to log in again.
 */
import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto'
import { CodedError } from '@kazashi/errors'
import { VerifyError } from '@kazashi/verify'
import { isPortalCode, type PortalCode, PortalProblem } from './problems.ts'
import { endingReason, type Holder, isDue } from './session-status.ts'

/** Minutes a person needs to find the phone, compare the code and enter the PIN. */
const requestLifetime = 5 * 60_000
/** A session's life from the login; after that the person logs in again. */
const sessionLifetime = 30 * 60_000
/** A browser keeps the cookie from the request to the end of a session that began at the last moment. */
export const cookieLifetime = requestLifetime + sessionLifetime
/** Requests and sessions kept at once; beyond it the oldest go. */
const entriesLimit = 10_000
/** Without 0 and O, 1 and I and L: read off a screen and compared. */
const codeCharacters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'
const codeLength = 4

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
  expiresAt: Date
  readonly requestId: string
  holder: Holder | undefined
  /** The certificate ended, and the session with it. */
  ended: PortalCode | undefined
  /** The status is being asked for; whoever comes meanwhile waits for the same answer. */
  asking: Promise<void> | undefined
}

export type AskStatus = (
  certificate: Holder['certificate'],
) => Promise<Pick<Holder, 'statusCheckedAt' | 'statusResponder'>>

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
      expiresAt: new Date(now.getTime() + cookieLifetime),
      requestId: request.id,
      holder: undefined,
      ended: undefined,
      asking: undefined,
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
   * @throws {PortalProblem} as `open`; and the errors of `verify`
   */
  async answer(
    id: string,
    now: Date,
    verify: (request: LoginRequest) => Promise<Holder>,
  ): Promise<void> {
    const request = this.open(id, now)
    request.state = 'answering'
    try {
      const holder = await verify(request)
      const session = this.#sessions.get(request.sessionHash)
      if (session !== undefined) {
        session.holder = holder
        session.expiresAt = new Date(holder.loggedInAt.getTime() + sessionLifetime)
      }
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

  /**
   * The person logged in, as long as the certificate holds.
   * @param ask for the status of the certificate again; throws a VerifyError once it ended
   * @returns until when the session lasts, too
   * @throws {PortalProblem} NOT_LOGGED_IN, SESSION_ENDED with the member `reason`
   */
  async holder(
    cookie: string | undefined,
    now: Date,
    ask: AskStatus,
  ): Promise<{ readonly holder: Holder; readonly endsAt: Date }> {
    const session = cookie === undefined ? undefined : this.#sessions.get(hashOf(cookie))
    if (session === undefined || session.expiresAt <= now) throw new PortalProblem('NOT_LOGGED_IN')
    if (session.holder !== undefined && isDue(session.holder, now)) {
      session.asking ??= askAgain(session, session.holder, now, ask).finally(() => {
        session.asking = undefined
      })
      await session.asking
    }
    if (session.ended !== undefined) {
      throw new PortalProblem('SESSION_ENDED', { members: { reason: session.ended } })
    }
    if (session.holder === undefined) throw new PortalProblem('NOT_LOGGED_IN')
    return { holder: session.holder, endsAt: session.expiresAt }
  }

  end(cookie: string | undefined): void {
    if (cookie !== undefined) this.#sessions.delete(hashOf(cookie))
  }
}

const codeOf = (error: unknown): PortalCode =>
  error instanceof CodedError && isPortalCode(error.code) ? error.code : 'INTERNAL'

/** The answer, or the certificate, itself was not at fault: it may be asked or sent again. */
const mayRepeat = (error: unknown): boolean =>
  !(error instanceof VerifyError) || error.next === 'try-again-later'

async function askAgain(session: Session, holder: Holder, now: Date, ask: AskStatus) {
  try {
    session.holder = { ...holder, ...(await ask(holder.certificate)) }
  } catch (error) {
    session.ended = endingReason(holder, { code: codeOf(error), mayRepeat: mayRepeat(error) }, now)
    if (session.ended !== undefined) session.holder = undefined
  }
}
