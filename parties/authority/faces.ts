/** The codes of each face of the authority, as listed in the description of the API (OpenAPI 3.1). */
import { type ApiProblems, commonProblems } from '@kazashi/serve'
import { sharedProblems } from './problems/shared.ts'
import { staffProblems } from './problems/staff.ts'
import { authorityProblems, phoneProblems } from './problems.ts'

/** First part of a route's address → its face; all others are for anyone and answer common codes only. */
const faces: Readonly<Record<string, 'PhoneProblem' | 'StaffProblem' | 'VerifierProblem'>> = {
  nonces: 'PhoneProblem',
  applications: 'PhoneProblem',
  'phone-credentials': 'PhoneProblem',
  deletions: 'PhoneProblem',
  notices: 'PhoneProblem',
  phones: 'PhoneProblem',
  counter: 'StaffProblem',
  hotline: 'StaffProblem',
  operator: 'StaffProblem',
  verifier: 'VerifierProblem',
  sandbox: 'StaffProblem',
}

/** A relying party asks about certificates only. */
const forVerifiers = {
  ROLE_REQUIRED: staffProblems.ROLE_REQUIRED,
  CARD_CERTIFICATE_UNTRUSTED: phoneProblems.CARD_CERTIFICATE_UNTRUSTED,
  PHONE_CERTIFICATE_UNTRUSTED: phoneProblems.PHONE_CERTIFICATE_UNTRUSTED,
}

/** A counter that asks whose a certificate is meets the certificate's end, too. */
const forRegister = {
  CARD_CERTIFICATE_UNTRUSTED: phoneProblems.CARD_CERTIFICATE_UNTRUSTED,
  CARD_CERTIFICATE_SUSPENDED: phoneProblems.CARD_CERTIFICATE_SUSPENDED,
  CARD_CERTIFICATE_REVOKED: phoneProblems.CARD_CERTIFICATE_REVOKED,
  CARD_CERTIFICATE_EXPIRED: phoneProblems.CARD_CERTIFICATE_EXPIRED,
  PHONE_CERTIFICATE_UNTRUSTED: phoneProblems.PHONE_CERTIFICATE_UNTRUSTED,
  PHONE_CERTIFICATE_SUSPENDED: phoneProblems.PHONE_CERTIFICATE_SUSPENDED,
  PHONE_CERTIFICATE_REVOKED: phoneProblems.PHONE_CERTIFICATE_REVOKED,
  PHONE_CERTIFICATE_EXPIRED: phoneProblems.PHONE_CERTIFICATE_EXPIRED,
}

/** A route that answers more than the others of its face. */
const routes: Readonly<Record<string, 'RegisterProblem'>> = {
  '/counter/holders': 'RegisterProblem',
}

export const apiProblems: ApiProblems = {
  schemas: {
    Problem: commonProblems,
    PhoneProblem: { ...commonProblems, ...phoneProblems, ...sharedProblems },
    StaffProblem: { ...commonProblems, ...sharedProblems, ...staffProblems },
    RegisterProblem: { ...commonProblems, ...sharedProblems, ...staffProblems, ...forRegister },
    VerifierProblem: { ...commonProblems, ...sharedProblems, ...forVerifiers },
    ProblemEntry: { ...commonProblems, ...authorityProblems },
  },
  schemaOf: (path) => routes[path] ?? faces[path.split('/')[1] ?? ''] ?? 'Problem',
}
