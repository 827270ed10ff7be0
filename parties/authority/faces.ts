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

export const apiProblems: ApiProblems = {
  schemas: {
    Problem: commonProblems,
    PhoneProblem: { ...commonProblems, ...phoneProblems, ...sharedProblems },
    StaffProblem: { ...commonProblems, ...sharedProblems, ...staffProblems },
    VerifierProblem: { ...commonProblems, ...sharedProblems, ...forVerifiers },
    ProblemEntry: { ...commonProblems, ...authorityProblems },
  },
  schemaOf: (path) => faces[path.split('/')[1] ?? ''] ?? 'Problem',
}
