/** All refusals of the authority: code → clause, HTTP status, the words for a person, the next step. Codes stay for ever. */
import { commonProblems, problemClass } from '@kazashi/serve'
import { holdingsProblems } from './problems/holdings.ts'
import { sharedProblems } from './problems/shared.ts'
import { signaturesProblems } from './problems/signatures.ts'
import { staffProblems } from './problems/staff.ts'
import { statementsProblems } from './problems/statements.ts'

/** Only a phone can meet these. */
export const phoneProblems = { ...signaturesProblems, ...statementsProblems, ...holdingsProblems }

export const authorityProblems = { ...phoneProblems, ...sharedProblems, ...staffProblems }

const all = { ...commonProblems, ...authorityProblems }

export type AuthorityProblemCode = keyof typeof all

/** The one error of this party that a caller can meet. */
export class AuthorityError extends problemClass('AuthorityError', all) {}
