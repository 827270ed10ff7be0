/** Login requests of the portal, each with the browser that asked for it. Kept in memory: a restart asks everybody anew. */
import { randomBytes, randomUUID } from 'node:crypto'
import {
  acceptAnswer,
  answerableRequest,
  hashOf,
  isHashOf,
  isOver,
  LoginProblem,
  type LoginRequest,
  newLoginRequest,
  openRequest,
  refuseAnswer,
  stopRequest,
  takeUp,
  type Verified,
} from '@kazashi/login'
import type { Person } from './person.ts'

/** Kept at once; beyond it the oldest go. Those who are logged in are not among them. */
const requestsLimit = 10_000

interface Kept {
  request: LoginRequest<Person>
  /** Of the cookie of the browser that asked. */
  readonly browserHash: string
}

const random = (bytes: number): Uint8Array => randomBytes(bytes)

export class LoginRequests {
  readonly #kept = new Map<string, Kept>()

  #makeRoom(now: Date): void {
    for (const [id, { request }] of this.#kept) {
      if (isOver(request, now)) this.#kept.delete(id)
    }
    for (const id of this.#kept.keys()) {
      if (this.#kept.size < requestsLimit) return
      this.#kept.delete(id)
    }
  }

  /** @returns the request, and the cookie of the browser that asks */
  create(now: Date): { readonly request: LoginRequest<Person>; readonly cookie: string } {
    this.#makeRoom(now)
    const cookie = randomBytes(32).toString('base64url')
    const request = newLoginRequest(randomUUID(), now, random)
    this.#kept.set(request.id, { request, browserHash: hashOf(cookie) })
    return { request, cookie }
  }

  /** For anyone with the link. @throws {LoginProblem} as `openRequest` */
  open = (id: string, now: Date): LoginRequest<Person> =>
    openRequest(this.#kept.get(id)?.request, now)

  /**
   * @returns the ticket with which the browser comes back, where no code was typed
   * @throws {LoginProblem} as `openRequest` and `refuseAnswer`; and the errors of `verify`
   */
  async answer(
    id: string,
    now: Date,
    verify: (request: LoginRequest<Person>) => Promise<Verified<Person>>,
  ): Promise<string | undefined> {
    const asked = answerableRequest(this.#kept.get(id)?.request, now)
    const outcome = await verify(asked).then(
      (verified) => ({ verified }),
      (error: unknown) => ({ error }),
    )
    const kept = this.#kept.get(id)
    if ('verified' in outcome) {
      const again = answerableRequest(kept?.request, now) // another answer may have been faster
      const { request, ticket } = acceptAnswer(again, outcome.verified, random)
      if (kept) kept.request = request
      return ticket
    }
    if (kept?.request.answer.state !== 'pending') throw outcome.error
    const { request, error } = refuseAnswer(kept.request, outcome.error)
    kept.request = request
    throw error
  }

  #ofBrowser(id: string, cookie: string | undefined): Kept {
    const kept = this.#kept.get(id)
    if (kept === undefined || !isHashOf(kept.browserHash, cookie)) {
      throw new LoginProblem('LOGIN_REQUEST_UNKNOWN')
    }
    return kept
  }

  /** For the browser that asked. @throws {LoginProblem} LOGIN_REQUEST_UNKNOWN: no such request of this browser */
  ofBrowser = (id: string, cookie: string | undefined): LoginRequest<Person> =>
    this.#ofBrowser(id, cookie).request

  /** The browser that asked gives up. @throws {LoginProblem} as `ofBrowser` */
  stop(id: string, cookie: string | undefined): void {
    const kept = this.#ofBrowser(id, cookie)
    kept.request = stopRequest(kept.request)
  }

  /** The browser that asked takes up the answer. @throws {LoginProblem} as `ofBrowser` and `takeUp` */
  take(id: string, cookie: string | undefined, now: Date, ticket?: string): Person {
    const kept = this.#ofBrowser(id, cookie)
    const { request, holder } = takeUp(kept.request, now, ticket)
    kept.request = request
    return holder
  }
}
