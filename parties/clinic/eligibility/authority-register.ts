/** The register at the authority, by the token of the municipal counter; each question is in the authority's audit log. */
import { AuthorityProblem, authorityClient, unwrap } from '@kazashi/authority/api'
import { base64 } from '@kazashi/octets'
import { VerifyError, type VerifyErrorCode } from '@kazashi/verify'
import { EligibilityProblem } from './problems.ts'
import type { Register } from './register.ts'

/** The end of a code of the authority → the same as packages/verify says it. */
const sameAs: Readonly<Record<string, VerifyErrorCode>> = {
  SUSPENDED: 'CERTIFICATE_SUSPENDED',
  REVOKED: 'CERTIFICATE_REVOKED',
  EXPIRED: 'CERTIFICATE_EXPIRED',
  UNTRUSTED: 'CHAIN_INVALID',
}

function refused(cause: unknown): Error {
  const code = cause instanceof AuthorityProblem ? cause.code : ''
  const ended = /^(?:CARD|PHONE)_CERTIFICATE_([A-Z]+)$/.exec(code)?.[1] ?? ''
  const same = sameAs[ended]
  return same === undefined
    ? new EligibilityProblem('REGISTER_UNAVAILABLE', { cause })
    : new VerifyError(same, { cause })
}

/** @param origin of the authority @param token of the counter */
export function authorityRegister(
  origin: string,
  fetch: typeof globalThis.fetch,
  token: string,
): Register {
  const client = authorityClient(origin, fetch, { counter: token })
  return {
    find: async (certificate) => {
      const body = { kind: 'authentication' as const, certificate: base64.encode(certificate) }
      try {
        return unwrap(await client.POST('/counter/holders', { body }))
      } catch (cause) {
        throw refused(cause)
      }
    },
  }
}
