/** The requests of the gate's page to the gate. Answers are checked as they come in. */
import { loginRefusal, watchLogin } from '@kazashi/login/page'
import type { Perform } from '@kazashi/ui'
import { z } from 'zod'
import type { GateEffect, GateEvent } from './login.ts'

const request = z.object({
  code: z.string(),
  appUrl: z.url(),
  qrUrl: z.string(),
  relyingParty: z.string(),
  signs: z.boolean(),
})
const problem = z.object({ code: z.string() })

/** @param id of the login, from the page's address @param open leads the browser on */
export function performGateLogin(
  id: string,
  open: (address: string) => void,
): Perform<GateEvent, GateEffect> {
  const address = `/login/${encodeURIComponent(id)}`
  return async (effect, send, signal) => {
    try {
      switch (effect.type) {
        case 'request': {
          const answer = await fetch(`${address}/request`, { method: 'POST' })
          const document: unknown = await answer.json()
          if (answer.ok) return send({ type: 'requested', request: request.parse(document) })
          return send({ type: 'refused', code: loginRefusal(problem.parse(document).code) })
        }
        case 'watch': {
          const outcome = await watchLogin(`${address}/state`, signal, (code) =>
            send({ type: 'hindered', code }),
          )
          if (outcome === 'accepted') return send({ type: 'accepted' })
          if (outcome !== undefined) send({ type: 'refused', code: outcome })
          return
        }
        case 'finish':
        case 'stop':
          return open(`${address}/${effect.type}`)
      }
    } catch {
      send({ type: 'refused', code: 'NETWORK' })
    }
  }
}
