/** Robot phones of a running sandbox, asked over HTTP. */
import { errorClass } from '@kazashi/errors'
import { localFetch } from '@kazashi/serve'
import { z } from 'zod'
import { originsAt } from '../origins-at.ts'

const phoneCommandErrors = {
  PHONE_SERVER_UNREACHABLE: {
    clause: 'kazashi phone --server',
    next: 'start one with "kazashi start", or say where it is with --server',
  },
} as const
class PhoneCommandError extends errorClass('PhoneCommandError', phoneCommandErrors) {}

export const robot = z.object({
  name: z.string(),
  platform: z.string(),
  holder: z.string(),
  cardId: z.string(),
  state: z.string(),
})
export const loginDone = z.object({ state: z.string(), returnUrl: z.string().optional() })

const problem = z.looseObject({
  code: z.string(),
  title: z.string(),
  next: z.string(),
  reason: z.string().optional(),
})

/** A refusal of the server, with its code and words. */
function refused(document: unknown): Error {
  const { code, title, next, reason } = problem.parse(document)
  const message = reason === undefined ? title : `${title} (${reason})`
  return Object.assign(new Error(message), { code, next })
}

/** @returns undefined: nothing to tell @throws {PhoneCommandError}; an error with the server's code and words */
export async function askRobots(
  server: string,
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: object,
): Promise<unknown> {
  const box = originsAt(server)?.box ?? server
  const answer = await localFetch(`${box}${path}`, {
    method,
    headers: {
      'accept-language': 'en',
      ...(body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new PhoneCommandError('PHONE_SERVER_UNREACHABLE', { detail: box, cause })
  })
  const text = await answer.text()
  const document: unknown = text === '' ? undefined : JSON.parse(text)
  if (!answer.ok) throw refused(document)
  return document
}
