/** What can go wrong at the terminal: by the card or phone held to it, by the reader, and by the server. */
import { CardError } from '@kazashi/card'
import { Refusal } from '../call.ts'
import type { Device } from '../wire.ts'

/** Seen here; the server is told those of a person. */
export const terminalFaults = [
  'PIN_WRONG',
  'PIN_LAST',
  'PIN_LOCKED',
  'TAKEN_AWAY',
  'NOT_RECOGNISED',
  'OTHER_DEVICE',
  'NOT_A_CARD',
  'NO_CERTIFICATE',
  'NO_READER',
  'TIME_UP',
] as const
/** Said by the server. */
export const serverFaults = [
  'PHONE_NOT_ACCEPTED',
  'FIRST_VISIT_CARD',
  'DEVICE_OTHER',
  'EYE_REFUSED',
  'VISIT_UNKNOWN',
  'VISIT_EXPIRED',
  'CERTIFICATE_SUSPENDED',
  'CERTIFICATE_REVOKED',
  'CERTIFICATE_EXPIRED',
  'TRUST_UNAVAILABLE',
  'NETWORK',
  'UNEXPECTED',
] as const
export type FaultCode = (typeof terminalFaults)[number] | (typeof serverFaults)[number]

export interface Fault {
  readonly code: FaultCode
  readonly triesLeft?: number
  /** OTHER_DEVICE: what was held in place of what was chosen. */
  readonly held?: Device
}

/** A fault of the terminal's own, thrown where it is seen. */
export class TerminalFault {
  readonly fault: Fault
  constructor(fault: Fault) {
    this.fault = fault
  }
}

/** Codes that are said in the words of another one. */
const sameAs: Readonly<Record<string, FaultCode>> = {
  STATUS_UNAVAILABLE: 'TRUST_UNAVAILABLE',
  STATUS_STALE: 'TRUST_UNAVAILABLE',
  TRUST_MALFORMED: 'TRUST_UNAVAILABLE',
  STARTING: 'TRUST_UNAVAILABLE',
  STATEMENT_EXPIRED: 'VISIT_EXPIRED',
  FACILITY_UNKNOWN: 'VISIT_UNKNOWN',
  VISIT_STEP: 'VISIT_UNKNOWN',
}

export const faultOfCode = (code: string): FaultCode =>
  sameAs[code] ?? serverFaults.find((one) => one === code) ?? 'UNEXPECTED'

function ofCard({ code, triesLeft }: CardError): Fault {
  switch (code) {
    case 'SECRET_WRONG':
      return { code: 'PIN_WRONG', ...(triesLeft !== undefined && { triesLeft }) }
    case 'LAST_TRY':
      return { code: 'PIN_LAST' }
    case 'SECRET_BLOCKED':
      return { code: 'PIN_LOCKED' }
    case 'CARD_AWAY':
      return { code: 'TAKEN_AWAY' }
    case 'SECURITY_STATUS':
      return { code: 'NOT_RECOGNISED' }
    case 'FILE_NOT_FOUND':
    case 'KEY_MISSING':
      return { code: 'NO_CERTIFICATE' }
    case 'READER_UNAVAILABLE':
      return { code: 'NO_READER' }
    default:
      return { code: 'NOT_A_CARD' }
  }
}

export function faultOf(error: unknown): Fault {
  if (error instanceof TerminalFault) return error.fault
  if (error instanceof Refusal) return { code: faultOfCode(error.code) }
  return error instanceof CardError ? ofCard(error) : { code: 'UNEXPECTED' }
}
