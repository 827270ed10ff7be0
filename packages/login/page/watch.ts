/** Looks again and again whether the phone has answered. */
import { z } from 'zod'
import { type LoginRefusal, loginRefusal } from './refusals.ts'

const loginState = z.object({
  state: z.enum(['pending', 'returning', 'accepted', 'refused', 'expired']),
  reason: z.object({ code: z.string() }).optional(),
})
const problem = z.object({ code: z.string() })

/** Milliseconds between two looks. */
const every = 1000
const notFound = 404
const serverError = 500

/** Ends early when `signal` aborts, or when the page comes to the front. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      document.removeEventListener('visibilitychange', end)
      resolve()
    }
    const timer = setTimeout(end, milliseconds)
    signal.addEventListener('abort', end)
    document.addEventListener('visibilitychange', end)
  })

/**
 * @param address of the request's state @param heard a phone says by itself that it cannot answer; another one still may
 * @returns accepted, or the code of a refusal; undefined: it was given up
 */
export async function watchLogin(
  address: string,
  signal: AbortSignal,
  heard?: (code: LoginRefusal) => void,
): Promise<'accepted' | LoginRefusal | undefined> {
  while (!signal.aborted) {
    await pause(every, signal)
    // A look that was lost, or came while the server starts again, ends nothing: the next one tells.
    const answer = await fetch(address, { signal }).catch(() => undefined)
    if (answer === undefined || answer.status >= serverError) continue
    if (answer.status === notFound) return loginRefusal(problem.parse(await answer.json()).code)
    const { state, reason } = loginState.parse(await answer.json())
    if (state === 'accepted') return 'accepted'
    if (state === 'expired') return 'LOGIN_REQUEST_EXPIRED'
    if (state === 'pending' && reason !== undefined) heard?.(loginRefusal(reason.code))
    if (state === 'refused') return loginRefusal(reason?.code ?? '')
  }
  return undefined
}
