/** What a relying party is told of a login that came to nothing (RFC 6749 §4.1.2.1). */
import { entryOf, type FaultCase } from '@kazashi/cases'
import type { Waiting } from './database/login-requests.ts'

/** The gate refuses by itself, whoever answers. */
export const isOwnError = (fault: FaultCase): boolean => {
  const { gets } = entryOf(fault)
  return gets.at === 'error' && gets.description === undefined
}

/** Of a certificate that was not accepted. */
const refusedBy = (request: Waiting['request'] | undefined): string | undefined =>
  request?.answer.state === 'refused' && request.answer.reason !== 'CODE_WRONG'
    ? request.answer.reason
    : undefined

/** Why nothing was signed, as a code. */
export const reasonOf = (
  request: Waiting['request'] | undefined,
  why: string | undefined,
): string => refusedBy(request) ?? why ?? 'DECLINED'

/** Nobody knows at the moment whether the certificate holds. */
const unknown: ReadonlySet<string> = new Set([
  'STATUS_UNAVAILABLE',
  'STATUS_STALE',
  'TRUST_UNAVAILABLE',
])

/** @param stopped as it stood @param why the phone gave no answer */
export function errorOf(
  { request, fault }: Partial<Waiting>,
  why: string | undefined,
): { readonly error: string; readonly error_description: string } {
  if (fault !== undefined && isOwnError(fault)) {
    const { gets } = entryOf(fault)
    return { error: gets.at === 'error' ? gets.error : '', error_description: 'as the case has it' }
  }
  if (why !== undefined && unknown.has(why)) {
    const error_description = 'the status of the certificate cannot be checked'
    return { error: 'temporarily_unavailable', error_description }
  }
  const error = 'access_denied'
  const refused = refusedBy(request)
  if (refused !== undefined) {
    return { error, error_description: `the certificate was not accepted: ${refused}` }
  }
  if (why === undefined) return { error, error_description: 'the End-User ended the login' }
  return { error, error_description: `the phone did not answer: ${why}` }
}
