/** The person logged in at a site by the gate: the session behind a browser's cookie, and whether the certificate still holds. */
import type { Jar } from './asked.ts'
import type { Client, LoggedIn } from './client.ts'
import type { Holder } from './session-status.ts'
import { Sessions } from './sessions.ts'

export type Visitor = Holder & LoggedIn

export const sessionCookie = '__Host-session'

export interface Visitors {
  /** @returns the cookie of a session that nobody had before */
  begin(before: Jar, person: LoggedIn): Promise<string>
  /**
   * The person logged in, and until when.
   * @throws {SiteProblem} NOT_LOGGED_IN, SESSION_ENDED {reason}
   */
  of(jar: Jar): Promise<{ readonly holder: Visitor; readonly endsAt: Date }>
  end(jar: Jar): void
}

/** @param now the time that people are told */
export function openVisitors(client: Client, now: () => Promise<Date>): Visitors {
  const sessions = new Sessions<Visitor>()
  return {
    async begin(before, person) {
      const at = await now()
      sessions.end(before[sessionCookie])
      return sessions.begin({ ...person, loggedInAt: at, statusCheckedAt: at })
    },
    async of(jar) {
      const at = await now()
      const again = async (person: Visitor): Promise<Visitor> => ({
        ...person,
        ...(await client.again(person)),
        statusCheckedAt: at,
      })
      return sessions.holder(jar[sessionCookie], at, again)
    },
    end: (jar) => sessions.end(jar[sessionCookie]),
  }
}
