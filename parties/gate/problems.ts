/** The refusals of the gate (RFC 9457): of a login to people and phones, of the signing API to relying parties. Elsewhere those get OAuth errors (RFC 6749 §5.2). */
import { errorClass } from '@kazashi/errors'
import { loginProblems } from '@kazashi/login'
import { signProblems } from './signing/problems.ts'

export const gateProblems = { ...loginProblems, ...signProblems }

/** Reasons why the gate does not start; shown to the operator. */
const gateErrors = {
  CLIENTS_MALFORMED: {
    clause: 'RFC 7591 §2',
    next: 'correct clients.json: a list of client metadata, each with its client_id',
  },
} as const
export class GateError extends errorClass('GateError', gateErrors) {}
