/** Everything that can be wrong with an mdoc: the table of codes. Codes stay for ever; `next` is a person's next step. */
import { errorClass } from '@kazashi/errors'

/** `report`: the document is broken or forged, its maker must be told. */
export type MdocNext =
  | 'report'
  | 'correct-input'
  | 'check-anchors'
  | 'check-clock'
  | 'use-valid-certificate'
  | 'apply-again'

export const mdocErrors = {
  MDOC_MALFORMED: { clause: 'ISO/IEC 18013-5 §8.3.2.1.2.2, §9.1.2.4', next: 'report' },
  MDOC_TOO_LARGE: { clause: 'ISO/IEC 18013-5 §8.3.2.1.2.2', next: 'report' },
  ALGORITHM_UNSUPPORTED: { clause: 'ISO/IEC 18013-5 §9.1.2.4, §9.1.2.5', next: 'report' },
  DOC_TYPE_MISMATCH: { clause: 'ISO/IEC 18013-5 §9.3.1 (4)', next: 'correct-input' },
  ELEMENTS_INVALID: { clause: 'org.iso.23220.1.jp.mnc', next: 'correct-input' },
  DEVICE_KEY_INVALID: { clause: 'ISO/IEC 18013-5 §9.1.5.2', next: 'correct-input' },
  VALIDITY_INVALID: { clause: 'ISO/IEC 18013-5 §9.1.2.4', next: 'correct-input' },
  SIGNER_WRONG: { clause: 'ISO/IEC 18013-5 annex B.1.4', next: 'use-valid-certificate' },
  ISSUER_MISSING: { clause: 'ISO/IEC 18013-5 §9.1.2.4, x5chain', next: 'report' },
  ISSUER_UNTRUSTED: { clause: 'ISO/IEC 18013-5 §9.3.3', next: 'check-anchors' },
  ISSUER_EXPIRED: { clause: 'ISO/IEC 18013-5 §9.3.3', next: 'apply-again' },
  SIGNATURE_INVALID: { clause: 'ISO/IEC 18013-5 §9.3.1 (2), RFC 9052 §4.4', next: 'report' },
  DIGEST_MISMATCH: { clause: 'ISO/IEC 18013-5 §9.3.1 (3)', next: 'report' },
  SIGNED_OUTSIDE_SIGNER: { clause: 'ISO/IEC 18013-5 §9.3.1 (5)', next: 'report' },
  DEVICE_SIGNATURE_INVALID: { clause: 'ISO/IEC 18013-5 §9.1.3.4', next: 'report' },
  DEVICE_ELEMENTS_UNAUTHORIZED: {
    clause: 'ISO/IEC 18013-5 §9.1.2.4, KeyAuthorizations',
    next: 'report',
  },
  MDOC_NOT_YET_VALID: { clause: 'ISO/IEC 18013-5 §9.3.1 (5)', next: 'check-clock' },
  MDOC_EXPIRED: { clause: 'ISO/IEC 18013-5 §9.3.1 (5)', next: 'apply-again' },
} as const satisfies Record<string, { clause: string; next: MdocNext }>

export type MdocErrorCode = keyof typeof mdocErrors

export class MdocError extends errorClass('MdocError', mdocErrors) {}
