/** The eligibility service: whom a verified certificate belongs to, and which insurance that person has today. */
import type { Sealing } from '@kazashi/database'
import { japanDate } from '@kazashi/lifecycle'
import type { Trust } from '@kazashi/login'
import { base64url } from '@kazashi/octets'
import { membershipOn } from './membership.ts'
import { EligibilityProblem } from './problems.ts'
import { verifyProof } from './proof.ts'
import type { Register } from './register.ts'
import type { Asker } from './statement.ts'
import { facilityOf } from './tokens.ts'
import type { Answer, Question } from './wire.ts'

export interface ServiceNeeds {
  readonly trust: Trust
  readonly register: Register
  readonly sealing: Sealing
  /** Whom proofs are signed for. */
  readonly asker: Asker
  /** Answers as a class wishes. */
  readonly sandbox: boolean
}

export interface Eligibility {
  /**
   * @param token of the facility
   * @throws {EligibilityProblem}; {VerifyError}; {LoginProblem} TRUST_UNAVAILABLE
   */
  answer(token: string, question: Question): Promise<Answer>
}

export const eligibilityService = (needs: ServiceNeeds): Eligibility => ({
  async answer(token, { proof, limits, practice: wish }) {
    const { trust, register, sealing, asker, sandbox } = needs
    const facility = facilityOf(sealing, token)
    const practice = sandbox ? wish : undefined
    if (practice === 'service-down') throw new EligibilityProblem('ELIGIBILITY_UNAVAILABLE')
    const certificate = await verifyProof(trust, asker, proof)
    const { person, carrier, resident } = await register.find(certificate.der)
    if (carrier === 'phone' && proof.kind !== 'signature')
      throw new EligibilityProblem('PROOF_REFUSED')
    const now = await trust.now()
    const { name, kana, birthDate, sex, address, municipality } = resident
    const found = membershipOn({ person, birthDate, municipality }, japanDate(now), practice)
    return {
      patient: base64url.encode(sealing.lookup(`patient of ${facility}`, person)),
      carrier,
      resident: { name, kana, birthDate, sex, address },
      state: found.state,
      membership: found.state === 'not-insured' ? null : found.membership,
      limit: found.state === 'insured' && limits ? found.limit : null,
      before: (found.state === 'insured' && found.before) || null,
      certificateUntil: certificate.validity.notAfter.toISOString(),
      answeredAt: now.toISOString(),
    }
  },
})
