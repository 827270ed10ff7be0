/** The requests of a site's page about the login. Answers are checked as they come in. */
import { pause } from '@kazashi/login/page'
import type { Perform } from '@kazashi/ui'
import { z } from 'zod'
import type { LoginEffect, LoginEvent } from './login.ts'
import { person } from './person.ts'
import { noteOf, refusalOf } from './refusals.ts'

const problem = z.object({ code: z.string(), reason: z.string().optional() })

/** Milliseconds between two looks whether the certificate still holds; the site asks the gate once a minute at most. */
const lookAgainAfter = 15_000

async function whoAmI(): Promise<LoginEvent> {
  const answer = await fetch('/me')
  if (answer.ok) return { type: 'accepted', person: person.parse(await answer.json()) }
  const { code, reason } = problem.parse(await answer.json())
  if (code === 'SESSION_ENDED')
    return { type: 'ended', ending: reason === 'GRANT_ENDED' ? 'gone' : 'unknown' }
  return code === 'NOT_LOGGED_IN' ? { type: 'nobody' } : { type: 'refused', code: refusalOf(code) }
}

async function keep(send: (event: LoginEvent) => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await pause(lookAgainAfter, signal)
    if (signal.aborted || document.visibilityState !== 'visible') continue
    const found = await whoAmI().catch(() => undefined) // without a network nothing is known
    if (found !== undefined) send(found)
  }
}

/** The browser was led back with the reason for which nobody was logged in (`?came=`). It is told once. */
function cameBack(): LoginEvent | undefined {
  const code = new URLSearchParams(location.search).get('came')
  if (code === null) return undefined
  history.replaceState(history.state, '', location.pathname + location.hash)
  const note = noteOf(code)
  return note === undefined ? { type: 'refused', code: refusalOf(code) } : { type: 'nobody', note }
}

export const performLogin: Perform<LoginEvent, LoginEffect> = async (effect, send, signal) => {
  try {
    switch (effect.type) {
      case 'look': {
        const found = await whoAmI()
        return send((found.type === 'nobody' ? cameBack() : undefined) ?? found)
      }
      case 'go':
        return location.assign(`/login?ui_locales=${effect.language}`)
      case 'keep':
        return await keep(send, signal)
      case 'leave': {
        const answer = await fetch('/session', { method: 'DELETE' })
        return send(answer.ok ? { type: 'left' } : { type: 'refused', code: 'UNEXPECTED' })
      }
    }
  } catch {
    send({ type: 'refused', code: 'NETWORK' })
  }
}
