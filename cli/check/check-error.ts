import { errorClass } from '@kazashi/errors'

const checkErrors = {
  CHECK_SERVER_UNREACHABLE: {
    clause: 'kazashi check --server',
    next: 'start one with "kazashi start", or say where it is with --server',
  },
  CHECK_SITE_UNREACHABLE: {
    clause: 'kazashi check --login --in',
    next: 'start the site under test, and see whether the addresses are right',
  },
  CHECK_NO_GATE: {
    clause: 'kazashi check --login',
    next: 'give the address that leads a browser to the gate of this Kazashi, which is not an operating one',
  },
  CHECK_LOGIN_FAILED: {
    clause: 'kazashi check --in',
    next: 'first make an ordinary login work: --in answers 200 to a browser that is logged in',
  },
  CHECK_IN_OPEN: {
    clause: 'kazashi check --in',
    next: 'give an address that refuses a browser which is not logged in (401, 403, or a redirect elsewhere)',
  },
  CHECK_CASE_UNKNOWN: {
    clause: 'kazashi check --only',
    next: 'see the names with "kazashi cases"',
  },
} as const

export class CheckError extends errorClass('CheckError', checkErrors) {}
