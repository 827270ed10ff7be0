/** The token by which a facility asks: its name and a code over it that the service alone can make. Nothing is kept of it. */
import { timingSafeEqual } from 'node:crypto'
import type { Sealing } from '@kazashi/database'
import { base64url } from '@kazashi/octets'
import { EligibilityProblem } from './problems.ts'

const codeOf = (sealing: Sealing, facility: string): string =>
  base64url.encode(sealing.lookup('eligibility token', facility))

/** @param facility its id */
export const tokenOf = (sealing: Sealing, facility: string): string =>
  `${facility}.${codeOf(sealing, facility)}`

/** @returns the facility's id @throws {EligibilityProblem} FACILITY_TOKEN_WRONG */
export function facilityOf(sealing: Sealing, token: string): string {
  const [facility = '', code = ''] = token.split('.')
  const given = Buffer.from(code)
  const wanted = Buffer.from(codeOf(sealing, facility))
  if (facility === '' || given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new EligibilityProblem('FACILITY_TOKEN_WRONG')
  return facility
}
