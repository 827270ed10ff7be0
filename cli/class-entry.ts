/** A program at the door of a class: it gives the password from the environment, and is told the tokens of the roles. */
import { errorClass } from '@kazashi/errors'
import type { Origins } from '@kazashi/serve'
import { z } from 'zod'

const classEntryErrors = {
  CLASS_PASSWORD_MISSING: {
    clause: 'RFC 9110 §15.5.2',
    next: 'this server is a class: give its password in the environment variable KAZASHI_CLASS_PASSWORD',
  },
  CLASS_PASSWORD_WRONG: {
    clause: 'RFC 9110 §15.5.4',
    next: 'ask your instructor for the password, and correct KAZASHI_CLASS_PASSWORD',
  },
  CLASS_TRIES_OVER: {
    clause: 'RFC 6585 §4',
    next: 'there were too many wrong passwords: wait a minute, and run it again',
  },
  CLASS_DOOR_SILENT: {
    clause: 'docs/decisions/0028-purposes.md',
    next: 'check the address after --server; for a class write it as https://{party}.class.example.org',
  },
  INSTRUCTOR_TOKEN_MISSING: {
    clause: 'docs/decisions/0028-purposes.md',
    next: 'the clock of a class is its instructor’s: give the token in the environment variable KAZASHI_INSTRUCTOR_TOKEN',
  },
  INSTRUCTOR_TOKEN_WRONG: {
    clause: 'RFC 6750 §3.1',
    next: 'correct KAZASHI_INSTRUCTOR_TOKEN: the token is in class/instructor in the data folder of the class',
  },
} as const
export class ClassEntryError extends errorClass('ClassEntryError', classEntryErrors) {}

type Environment = Readonly<Record<string, string | undefined>>
/** Without a desk there is no door. */
type Entrance = Pick<Origins, 'authority'> & Partial<Pick<Origins, 'desk'>>
type Fetch = (url: string, init?: RequestInit) => Promise<Response>

const RoleTokens = z.object({ counter: z.string(), hotline: z.string(), operator: z.string() })
export type RoleTokens = z.infer<typeof RoleTokens>

const unauthorized = 401
const doorCodes: Readonly<Record<number, 'CLASS_PASSWORD_WRONG' | 'CLASS_TRIES_OVER'>> = {
  403: 'CLASS_PASSWORD_WRONG',
  429: 'CLASS_TRIES_OVER',
}

/** @returns the cookie of a session @throws {ClassEntryError} CLASS_PASSWORD_MISSING, CLASS_PASSWORD_WRONG, CLASS_TRIES_OVER, CLASS_DOOR_SILENT */
async function enter({ desk }: Entrance, fetch: Fetch, environment: Environment): Promise<string> {
  const password = environment['KAZASHI_CLASS_PASSWORD']
  if (password === undefined || password === '') throw new ClassEntryError('CLASS_PASSWORD_MISSING')
  if (desk === undefined) throw new ClassEntryError('CLASS_DOOR_SILENT', 'no {party} in it')
  const answer = await fetch(`${desk}/class`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: desk, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ password }).toString(),
  })
  const code = doorCodes[answer.status]
  if (code !== undefined) throw new ClassEntryError(code)
  const [cookie] = answer.headers.getSetCookie()
  if (cookie === undefined) throw new ClassEntryError('CLASS_DOOR_SILENT', String(answer.status))
  return cookie.split(';', 1)[0] ?? ''
}

/**
 * The tokens of counter, hotline and operator: a sandbox tells every program, a class those that give its password.
 * @returns the answer of the authority, which may refuse
 * @throws {ClassEntryError} where it is a class
 */
export async function askForTokens(
  origins: Entrance,
  fetch: Fetch,
  environment: Environment = process.env,
): Promise<Response> {
  const place = `${origins.authority}/sandbox/tokens`
  const answer = await fetch(place)
  if (answer.status !== unauthorized) return answer
  await answer.body?.cancel()
  return fetch(place, { headers: { cookie: await enter(origins, fetch, environment) } })
}

/** @param document of an answer to `askForTokens` @returns undefined: it tells none */
export const tokensIn = (document: unknown): RoleTokens | undefined =>
  RoleTokens.safeParse(document).data

/** The header that moves the clock of a class; none where no token is given. */
export function instructorHeaders(environment: Environment = process.env): {
  readonly authorization?: string
} {
  const token = environment['KAZASHI_INSTRUCTOR_TOKEN']
  return token === undefined || token === '' ? {} : { authorization: `Bearer ${token}` }
}
