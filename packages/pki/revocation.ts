/** Reasons of revocation (RFC 5280 §5.3.1), in CRL entries and OCSP answers. */
import * as der from './der.ts'
import { PkiError } from './errors.ts'

const codes = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  /** Suspended: may end. */
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
  aACompromise: 10,
} as const
export type RevocationReason = keyof typeof codes

const reasons = new Map<number, RevocationReason>()
for (const [reason, code] of Object.entries(codes)) if (isReason(reason)) reasons.set(code, reason)
function isReason(text: string): text is RevocationReason {
  return text in codes
}

export const encodeReason = (reason: RevocationReason): Uint8Array => der.enumerated(codes[reason])

/** @throws {PkiError} DER_INVALID */
export function readReason(element: der.Element): RevocationReason {
  const reason = reasons.get(der.readNumber(element, der.tags.enumerated))
  if (reason === undefined) throw new PkiError('DER_INVALID', 'no CRLReason')
  return reason
}
