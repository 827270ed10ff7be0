/** Codes that end a visit, each with words of its own; one that this page does not know is shown as unexpected. */
const spoken = [
  'KIOSK_CLOSED',
  'OUT_OF_PAPER',
  'VISIT_UNKNOWN',
  'MUNICIPALITY_ABSENT',
  'PERSON_UNKNOWN',
  'OFFER_UNAVAILABLE',
  'REGISTER_UNAVAILABLE',
  'CERTIFICATE_SUSPENDED',
  'CERTIFICATE_REVOKED',
  'CERTIFICATE_EXPIRED',
  'SECRET_BLOCKED',
  'NO_READER',
  'NO_CERTIFICATE',
  'NETWORK',
  'UNEXPECTED',
] as const
export type RefusalCode = (typeof spoken)[number]

/** Without the authority neither the time nor a certificate's status is known. */
const asUnreachable: ReadonlySet<string> = new Set([
  'TRUST_UNAVAILABLE',
  'STATUS_UNAVAILABLE',
  'STATUS_STALE',
  'STARTING',
])

export function refusalOf(code: string): RefusalCode {
  if (asUnreachable.has(code)) return 'REGISTER_UNAVAILABLE'
  return spoken.find((one) => one === code) ?? 'UNEXPECTED'
}
