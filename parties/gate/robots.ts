/**
 * Robot phones of the card box (a sandbox's): a `login_hint` that names one is answered at once, so that a relying party's tests log in
 * without touching anything.
 */
import { z } from 'zod'

/** accepted, or the code of a refusal: by the phone, its card, the authority, or the gate itself. */
type RobotOutcome =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly reason: string }

export interface Robots {
  /** @returns undefined: there is no robot of this name, or no box */
  answer(name: string, request: string, code: string): Promise<RobotOutcome | undefined>
}

const robotName = /^[a-z0-9][a-z0-9-]{0,39}$/
const problem = z.looseObject({ code: z.string(), reason: z.string().optional() })
const notFound = 404
/** Milliseconds: a robot signs in a fraction of it, one login after the other. */
const patience = 60_000

/** @param box origin of the card box */
export const robotsOf = (box: string, fetch: typeof globalThis.fetch): Robots => ({
  async answer(name, request, code) {
    if (!robotName.test(name)) return undefined
    const answer = await fetch(`${box}/phones/${name}/logins`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ request, code }),
      signal: AbortSignal.timeout(patience),
    }).catch((error: unknown) =>
      error instanceof DOMException && error.name === 'TimeoutError' ? 'late' : undefined,
    )
    if (answer === 'late') return { accepted: false, reason: 'PHONE_LATE' }
    if (answer === undefined || answer.status === notFound) return undefined
    if (answer.ok) return { accepted: true }
    const told = problem.safeParse(await answer.json().catch(() => undefined))
    return { accepted: false, reason: told.data?.reason ?? told.data?.code ?? 'UNAVAILABLE' }
  },
})
