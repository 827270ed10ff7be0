/** The refusals of the clinic (RFC 9457): of the terminal and the reception, of the eligibility service, and of a certificate. */
import { loginProblems } from '@kazashi/login'
import type { ProblemEntry } from '@kazashi/serve'
import { eligibilityProblems } from './eligibility/problems.ts'
import { visitProblems } from './terminal/problems.ts'

const {
  LOGIN_REQUEST_EXPIRED: _expired,
  LOGIN_REQUEST_UNKNOWN: _unknown,
  LOGIN_REQUEST_USED: _used,
  CODE_WRONG: _code,
  ATTRIBUTES_MISSING: _attributes,
  STATEMENT_MALFORMED: _malformed,
  TRUST_MALFORMED: _trust,
  ...ofCertificates
} = loginProblems

/** At a terminal nobody logs in: the next step is at the reception. */
const atTheReception = {
  ja: '受付の人に、この画面を見せてください',
  en: 'Show this screen to the staff at the reception',
}
const said = Object.fromEntries(
  Object.entries<ProblemEntry>(ofCertificates).map(([code, entry]) => [
    code,
    { ...entry, clause: entry.clause, next: atTheReception },
  ]),
)

export const clinicProblems: Readonly<Record<string, ProblemEntry & { readonly clause: string }>> =
  { ...said, ...eligibilityProblems, ...visitProblems }
