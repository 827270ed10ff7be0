/** Whose certificate it is: the residents' register, as the eligibility service asks it. The certificate itself names nobody. */
import type { Resident } from '@kazashi/card'
import type { Carrier } from '@kazashi/lifecycle'

export interface RegisteredHolder {
  /** Of the register; no facility is told it. */
  readonly person: string
  readonly carrier: Carrier
  readonly resident: Resident
}

export interface Register {
  /**
   * @param certificate of user authentication, DER
   * @throws {EligibilityProblem} REGISTER_UNAVAILABLE; {VerifyError} CERTIFICATE_SUSPENDED, …_REVOKED, …_EXPIRED, CHAIN_INVALID
   */
  find(certificate: Uint8Array): Promise<RegisteredHolder>
}
