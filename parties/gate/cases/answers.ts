/** Faults of the gate's answers to a relying party: what the provider answered, changed on its way out. */
import { randomBytes } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { type CaseOf, type FaultCase, isCaseOf } from '@kazashi/cases'

/** An answer with a body of JSON. */
export interface Answer {
  status: number
  body: unknown
  readonly set: (header: string, value: string) => void
}

/** Milliseconds. */
const slowly = 5000
/** Seconds. */
const retryAfter = '30'

const callbacks: Readonly<Record<CaseOf<'callback'>, (query: URLSearchParams) => void>> = {
  'state-wrong': (query) => query.set('state', randomBytes(16).toString('base64url')),
  'state-missing': (query) => query.delete('state'),
  'response-issuer-wrong': (query) => query.set('iss', 'https://elsewhere.example'),
  'response-issuer-missing': (query) => query.delete('iss'),
  'code-missing': (query) => query.delete('code'),
  'code-unknown': (query) => query.set('code', randomBytes(32).toString('base64url')),
  'code-and-error': (query) => query.set('error', 'server_error'),
}

/** @param location where the browser is led @returns as the case has it */
export function callbackBy(fault: FaultCase, location: string): string {
  if (!isCaseOf('callback', fault)) return location
  const url = new URL(location)
  callbacks[fault](url.searchParams)
  return url.href
}

type Change = (answer: Answer) => void | Promise<void>

const refuse =
  (status: number, error: string): Change =>
  (answer) => {
    answer.status = status
    answer.body = { error, error_description: 'as the case has it' }
  }
const unavailable: Change = (answer) => {
  answer.set('retry-after', retryAfter)
  return refuse(503, 'temporarily_unavailable')(answer)
}
const html: Change = (answer) => {
  answer.set('content-type', 'text/html; charset=utf-8')
  answer.body = '<!doctype html><title>proxy</title>'
}
const slow: Change = () => delay(slowly)
const members =
  (change: Readonly<Record<string, unknown>>): Change =>
  (answer) => {
    if (typeof answer.body === 'object') answer.body = { ...answer.body, ...change }
  }

const tokens: Readonly<
  Record<CaseOf<'token'>, { readonly first?: Change; readonly refresh?: Change }>
> = {
  'token-invalid-grant': { first: refuse(400, 'invalid_grant') },
  'token-invalid-client': { first: refuse(401, 'invalid_client') },
  'token-server-error': { first: refuse(500, 'server_error') },
  'token-unavailable': { first: unavailable },
  'token-slow': { first: slow },
  'token-no-json': { first: html },
  'token-type-unknown': { first: members({ token_type: 'unknown' }) },
  'access-token-missing': { first: members({ access_token: undefined }) },
  'id-token-missing': { first: members({ id_token: undefined }) },
  'refresh-refused': { refresh: refuse(400, 'invalid_grant') },
}

/** @param use of the token endpoint: with the code, or a refresh */
export async function tokenAnswerBy(
  fault: FaultCase,
  use: 'first' | 'refresh',
  answer: Answer,
): Promise<void> {
  if (isCaseOf('token', fault)) await tokens[fault][use]?.(answer)
}

const userinfos: Readonly<Record<CaseOf<'userinfo'>, Change>> = {
  'subject-other': (answer) => members({ sub: randomBytes(32).toString('base64url') })(answer),
  'userinfo-unauthorized': (answer) => {
    answer.set('www-authenticate', 'Bearer error="invalid_token"')
    return refuse(401, 'invalid_token')(answer)
  },
  'userinfo-unavailable': unavailable,
  'userinfo-slow': slow,
  'userinfo-no-json': html,
  'claims-missing': members({
    name: undefined,
    address: undefined,
    birthdate: undefined,
    gender: undefined,
  }),
  'birthdate-impossible': members({ birthdate: '19850230' }),
  'name-markup': members({ name: '<img src=x onerror=alert(1)>' }),
}

export async function userinfoBy(fault: FaultCase, answer: Answer): Promise<void> {
  if (isCaseOf('userinfo', fault)) await userinfos[fault](answer)
}
