/**
 * Sessions of a site: one begins with a login and has a cookie of its own, so that no cookie from before it is worth anything
 * (session fixation), and lasts half an hour, or as long as the certificate holds. Kept in memory.
 */
import { createHash, randomBytes } from 'node:crypto'
import { VerifyError } from '@kazashi/verify'
import { type SiteCode, SiteProblem, siteCodeOf } from './problems.ts'
import { endingReason, type Holder, isDue } from './session-status.ts'

/** Milliseconds from the login; after that the person logs in again. */
export const sessionLifetime = 30 * 60_000
/** Kept at once; beyond it the oldest go. */
const sessionsLimit = 10_000

interface Session<H> {
  readonly expiresAt: Date
  holder: H | undefined
  /** The certificate ended, and the session with it. */
  ended: SiteCode | undefined
  /** The status is being asked for; whoever comes meanwhile waits for the same answer. */
  asking: Promise<void> | undefined
}

/** Asks again whether the certificate holds. @returns the holder with what was learnt anew */
export type AskStatus<H> = (holder: H) => Promise<H>

/** A copy of the memory logs nobody in. */
const hashOf = (cookie: string): string => createHash('sha256').update(cookie).digest('base64url')

export class Sessions<H extends Holder> {
  readonly #sessions = new Map<string, Session<H>>()

  #makeRoom(now: Date): void {
    for (const [key, { expiresAt }] of this.#sessions) {
      if (expiresAt <= now) this.#sessions.delete(key)
    }
    for (const key of this.#sessions.keys()) {
      if (this.#sessions.size < sessionsLimit) return
      this.#sessions.delete(key)
    }
  }

  /** @returns the cookie */
  begin(holder: H): string {
    this.#makeRoom(holder.loggedInAt)
    const cookie = randomBytes(32).toString('base64url')
    this.#sessions.set(hashOf(cookie), {
      expiresAt: new Date(holder.loggedInAt.getTime() + sessionLifetime),
      holder,
      ended: undefined,
      asking: undefined,
    })
    return cookie
  }

  /**
   * The person logged in, as long as the certificate holds.
   * @param ask for the status of the certificate again; throws a VerifyError, or GRANT_ENDED, once it ended
   * @returns until when the session lasts, too
   * @throws {SiteProblem} NOT_LOGGED_IN, SESSION_ENDED with the member `reason`
   */
  async holder(
    cookie: string | undefined,
    now: Date,
    ask: AskStatus<H>,
  ): Promise<{ readonly holder: H; readonly endsAt: Date }> {
    const session = cookie === undefined ? undefined : this.#sessions.get(hashOf(cookie))
    if (session === undefined || session.expiresAt <= now) throw new SiteProblem('NOT_LOGGED_IN')
    if (session.holder !== undefined && isDue(session.holder, now)) {
      session.asking ??= askAgain(session, session.holder, now, ask).finally(() => {
        session.asking = undefined
      })
      await session.asking
    }
    if (session.ended !== undefined) {
      throw new SiteProblem('SESSION_ENDED', { members: { reason: session.ended } })
    }
    if (session.holder === undefined) throw new SiteProblem('NOT_LOGGED_IN')
    return { holder: session.holder, endsAt: session.expiresAt }
  }

  end(cookie: string | undefined): void {
    if (cookie !== undefined) this.#sessions.delete(hashOf(cookie))
  }
}

/** The certificate itself was not at fault: it may be asked about again. */
const mayRepeat = (error: unknown): boolean =>
  error instanceof VerifyError
    ? error.next === 'try-again-later'
    : !(error instanceof SiteProblem && error.code === 'GRANT_ENDED')

async function askAgain<H extends Holder>(
  session: Session<H>,
  holder: H,
  now: Date,
  ask: AskStatus<H>,
) {
  try {
    session.holder = await ask(holder)
  } catch (error) {
    session.ended = endingReason(
      holder,
      { code: siteCodeOf(error), mayRepeat: mayRepeat(error) },
      now,
    )
    if (session.ended !== undefined) session.holder = undefined
  }
}
