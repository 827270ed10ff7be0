/** The requests of the portal's page to the portal. Answers are checked as they come in. */
import { pause, watchLogin } from '@kazashi/login/page'
import type { Perform } from '@kazashi/ui'
import { z } from 'zod'
import type { DirectEffect, DirectEvent, Request } from './login.ts'
import { person } from './person.ts'
import { refusalCode } from './refusal-codes.ts'

const newLogin = z.object({
  id: z.string(),
  code: z.string(),
  appUrl: z.url(),
  qrUrl: z.string(),
})
const problem = z.object({ code: z.string(), reason: z.string().optional() })

/** Milliseconds between two looks whether the certificate still holds; the portal asks the responder once a minute at most. */
const lookAgainAfter = 15_000

/** @returns what it came to; undefined: the portal does not know at the moment */
async function whoAmI(): Promise<DirectEvent | undefined> {
  const answer = await fetch('/direct/me')
  if (answer.ok) return { type: 'accepted', person: person.parse(await answer.json()) }
  const { code, reason } = problem.parse(await answer.json())
  if (code === 'SESSION_ENDED') return { type: 'ended', code: refusalCode(reason ?? code) }
  return code === 'NOT_LOGGED_IN' ? { type: 'nobody' } : undefined
}

async function keep(send: (event: DirectEvent) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(lookAgainAfter, signal)
    if (signal.aborted || document.visibilityState !== 'visible') continue
    const found = await whoAmI().catch(() => undefined) // without a network nothing is known
    if (found !== undefined) send(found)
  }
}

/** The session begins: until then the cookie of this page was that of a browser that had asked, and no more. */
async function takeUp({ id }: Request, signal: AbortSignal): Promise<DirectEvent | undefined> {
  const session = `/login-requests/${encodeURIComponent(id)}/session`
  await fetch(session, { method: 'POST', signal })
  return whoAmI()
}

/** A phone leads its browser back with the reason for which it was not logged in (`?came=`). */
function cameElsewhere(): boolean {
  const came = new URLSearchParams(location.search).has('came')
  if (came) history.replaceState(history.state, '', location.pathname + location.hash)
  return came
}

async function watch(
  request: Request,
  send: (event: DirectEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const state = `/login-requests/${encodeURIComponent(request.id)}/state`
  for (;;) {
    const outcome = await watchLogin(state, signal)
    if (outcome === undefined) return
    if (outcome !== 'accepted') return send({ type: 'refused', code: outcome })
    // Its answer may have been lost on the way: the next look finds the session.
    const found = await takeUp(request, signal).catch(() => undefined)
    if (found?.type === 'accepted') return send(found)
  }
}

export const performDirectLogin: Perform<DirectEvent, DirectEffect> = async (
  effect,
  send,
  signal,
) => {
  try {
    switch (effect.type) {
      case 'look': {
        const found = await whoAmI()
        if (found?.type === 'nobody' && cameElsewhere())
          return send({ type: 'nobody', note: 'elsewhere' })
        return send(found ?? { type: 'refused', code: 'TRUST_UNAVAILABLE' })
      }
      case 'request': {
        const answer = await fetch('/login-requests', { method: 'POST' })
        send({ type: 'requested', request: newLogin.parse(await answer.json()) })
        return
      }
      case 'watch':
        return await watch(effect.request, send, signal)
      case 'stop':
        await fetch(`/login-requests/${encodeURIComponent(effect.request.id)}`, {
          method: 'DELETE',
        })
        return
      case 'keep':
        return await keep(send, signal)
      case 'leave': {
        const answer = await fetch('/direct/session', { method: 'DELETE' })
        send(answer.ok ? { type: 'left' } : { type: 'refused', code: 'UNEXPECTED' })
        return
      }
    }
  } catch {
    send({ type: 'refused', code: 'NETWORK' })
  }
}
