/** The register of residents as a kiosk asks it: by the certificate that the person has just proved to hold, and by nothing else. */
import { AuthorityProblem, authorityClient, unwrap } from '@kazashi/authority/api'
import type { Carrier } from '@kazashi/lifecycle'
import { base64 } from '@kazashi/octets'
import { VerifyError } from '@kazashi/verify'
import { KioskProblem } from './problems.ts'
import type { Person } from './rules/household.ts'

export interface Registered extends Person {
  readonly carrier: Carrier
}

export interface Register {
  /**
   * @param certificate for user authentication, DER
   * @throws {VerifyError} CERTIFICATE_SUSPENDED, _REVOKED, _EXPIRED; {KioskProblem} PERSON_UNKNOWN, REGISTER_UNAVAILABLE
   */
  find(certificate: Uint8Array): Promise<Registered>
}

const ended = ['CERTIFICATE_SUSPENDED', 'CERTIFICATE_REVOKED', 'CERTIFICATE_EXPIRED'] as const

function told(cause: unknown): Error {
  const code = cause instanceof AuthorityProblem ? cause.code : ''
  const found = ended.find((one) => code.endsWith(one))
  if (found !== undefined) return new VerifyError(found, { cause })
  if (code.endsWith('CERTIFICATE_UNTRUSTED')) return new KioskProblem('PERSON_UNKNOWN', { cause })
  return new KioskProblem('REGISTER_UNAVAILABLE', { cause })
}

/** @param origin of the authority @param counter the token of a municipality's counter */
export function municipalRegister(
  origin: string,
  fetch: typeof globalThis.fetch,
  counter: string,
): Register {
  const client = authorityClient(origin, fetch, { counter })
  return {
    async find(certificate) {
      try {
        const body = {
          kind: 'authentication' as const,
          certificate: base64.encode(certificate),
        }
        const { person, carrier, resident } = unwrap(
          await client.POST('/counter/holders', { body }),
        )
        const { name, birthDate, sex, address, municipality } = resident
        return {
          id: person,
          carrier,
          name,
          birthDate,
          sex,
          address,
          municipality: municipality.code,
        }
      } catch (cause) {
        throw told(cause)
      }
    },
  }
}
