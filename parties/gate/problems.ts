/** The refusals of the gate to people and phones (RFC 9457): those of a login. Relying parties get OAuth errors (RFC 6749 §5.2). */
import { errorClass } from '@kazashi/errors'
import { loginProblems } from '@kazashi/login'

export const gateProblems = loginProblems

/** Reasons why the gate does not start; shown to the operator. */
const gateErrors = {
  CLIENTS_MALFORMED: {
    clause: 'RFC 7591 §2',
    next: 'correct clients.json: a list of client metadata, each with its client_id',
  },
} as const
export class GateError extends errorClass('GateError', gateErrors) {}
