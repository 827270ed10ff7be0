/** The refusals of the gate (RFC 9457): of a login to people and phones, of the signing API to relying parties, of a sandbox to test programs. Elsewhere relying parties get OAuth errors (RFC 6749 §5.2). */
import { errorClass } from '@kazashi/errors'
import { loginProblems } from '@kazashi/login'
import { type ProblemTable, problemClass } from '@kazashi/serve'
import { signProblems } from './signing/problems.ts'

const sandboxProblems = {
  NOT_FROM_PROGRAM: {
    clause: 'RFC 6454 §7',
    status: 403,
    title: { ja: 'これはプログラムからだけ使えます', en: 'Only programs can do this' },
    next: {
      ja: 'ブラウザーのページではなく、テストのプログラムから呼んでください',
      en: 'Call it from a test program, not from a page in a browser',
    },
  },
} as const satisfies ProblemTable

export const gateProblems = { ...loginProblems, ...signProblems, ...sandboxProblems }
export class GateProblem extends problemClass('GateProblem', sandboxProblems) {}

/** Reasons why the gate does not start; shown to the operator. */
const gateErrors = {
  CLIENTS_MALFORMED: {
    clause: 'RFC 7591 §2',
    next: 'correct clients.json: a list of client metadata, each with its client_id',
  },
} as const
export class GateError extends errorClass('GateError', gateErrors) {}
