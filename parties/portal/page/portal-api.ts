/** The requests of the portal's page to the portal. Answers are checked as they come in. */
import type { Perform } from '@kazashi/ui'
import { z } from 'zod'
import type { LoginSessionEffect, LoginSessionEvent, Person, Request } from './login-session.ts'
import { refusalCode } from './refusal-codes.ts'

const newLogin = z.object({
  id: z.string(),
  code: z.string(),
  appUrl: z.url(),
  qrUrl: z.string(),
})
const loginState = z.object({
  state: z.enum(['pending', 'accepted', 'refused', 'expired']),
  reason: z.object({ code: z.string() }).optional(),
})
const me = z.object({
  serialNumber: z.string(),
  notAfter: z.string(),
  statusCheckedAt: z.string(),
})

/** Milliseconds between two looks whether the phone has answered. */
const every = 1000

const pause = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, every)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })

async function whoAmI(): Promise<Person | undefined> {
  const answer = await fetch('/me')
  return answer.ok ? me.parse(await answer.json()) : undefined
}

async function watch(
  request: Request,
  send: (event: LoginSessionEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await pause(signal)
    const answer = await fetch(`/login-requests/${encodeURIComponent(request.id)}/state`)
    const { state, reason } = loginState.parse(await answer.json())
    if (state === 'expired') return send({ type: 'refused', code: 'LOGIN_REQUEST_EXPIRED' })
    if (state === 'refused') return send({ type: 'refused', code: refusalCode(reason?.code ?? '') })
    const person = state === 'accepted' ? await whoAmI() : undefined
    if (person !== undefined) return send({ type: 'accepted', person })
  }
}

export const performLoginSession: Perform<LoginSessionEvent, LoginSessionEffect> = async (
  effect,
  send,
  signal,
) => {
  try {
    switch (effect.type) {
      case 'look': {
        const person = await whoAmI()
        send(person === undefined ? { type: 'nobody' } : { type: 'accepted', person })
        return
      }
      case 'request': {
        const answer = await fetch('/login-requests', { method: 'POST' })
        send({ type: 'requested', request: newLogin.parse(await answer.json()) })
        return
      }
      case 'watch':
        return await watch(effect.request, send, signal)
    }
  } catch {
    send({ type: 'refused', code: 'NETWORK' })
  }
}
