/** Why a relying party refuses: the table of codes. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'
import { PkiError } from '@kazashi/pki'

/** `start-again`: the person logs in anew; `enter-code-again`: with the code on the screen; `try-again-later`: nothing is wrong with the answer; `report`: broken or forged. */
export type VerifyNext =
  | 'start-again'
  | 'enter-code-again'
  | 'use-valid-certificate'
  | 'go-to-counter'
  | 'release-suspension'
  | 'try-again-later'
  | 'check-clock'
  | 'report'

export const verifyErrors = {
  RESPONSE_MALFORMED: { clause: 'RFC 5652 §5', next: 'report' },
  SIGNATURE_INVALID: { clause: 'RFC 5652 §5.6', next: 'report' },
  CHAIN_INVALID: { clause: 'RFC 5280 §6.1', next: 'report' },
  KEY_USAGE: { clause: 'RFC 5280 §4.2.1.3', next: 'use-valid-certificate' },
  CERTIFICATE_EXPIRED: { clause: 'RFC 5280 §6.1.3 (a)(2)', next: 'go-to-counter' },
  CERTIFICATE_NOT_YET_VALID: { clause: 'RFC 5280 §6.1.3 (a)(2)', next: 'check-clock' },
  CERTIFICATE_REVOKED: { clause: 'RFC 6960 §2.2', next: 'go-to-counter' },
  ISSUER_REVOKED: { clause: 'RFC 5280 §6.3', next: 'report' },
  CERTIFICATE_SUSPENDED: { clause: 'RFC 5280 §5.3.1 certificateHold', next: 'release-suspension' },
  STATUS_UNKNOWN: { clause: 'RFC 6960 §2.2', next: 'report' },
  STATUS_STALE: { clause: 'RFC 6960 §4.2.2.1, RFC 5280 §5.1.2.5', next: 'try-again-later' },
  STATUS_UNAVAILABLE: { clause: 'RFC 6960 §3.2', next: 'try-again-later' },
  STATEMENT_MALFORMED: { clause: 'RFC 8785 §3', next: 'report' },
  STATEMENT_MISMATCH: { clause: 'login statement', next: 'start-again' },
  STATEMENT_EXPIRED: { clause: 'login statement', next: 'start-again' },
  CODE_WRONG: { clause: 'login statement', next: 'enter-code-again' },
  ATTRIBUTES_MISSING: { clause: 'RFC 5280 §4.2.1.6', next: 'use-valid-certificate' },
  DOCUMENT_MALFORMED: { clause: 'ISO 32000-2, XML 1.0, RFC 5652', next: 'report' },
  DOCUMENT_NOT_SIGNED: { clause: 'ISO 32000-2 §12.8, XML Signature 1.1', next: 'report' },
  DOCUMENT_NOT_COVERED: { clause: 'ISO 32000-2 §12.8.1, XML Signature 1.1 §8.1', next: 'report' },
  DOCUMENT_CHANGED: { clause: 'ISO 32000-2 §12.8.2.2', next: 'report' },
  TIME_STAMP_INVALID: { clause: 'RFC 3161 §2.2', next: 'report' },
  TRUST_MALFORMED: { clause: 'trust document', next: 'report' },
} as const satisfies Record<string, { clause: string; next: VerifyNext }>

export type VerifyErrorCode = keyof typeof verifyErrors

/** Of a document, not of a login. */
export type DocumentRefusal = Extract<VerifyErrorCode, `DOCUMENT_${string}` | 'TIME_STAMP_INVALID'>

export class VerifyError extends errorClass('VerifyError', verifyErrors) {}

/** Runs a step of the PKI; its refusal gets the relying party's code, with the cause kept. */
export async function asVerifyError<T>(
  codeOf: (error: PkiError) => VerifyErrorCode,
  step: () => Promise<T>,
): Promise<T> {
  try {
    return await step()
  } catch (cause) {
    if (cause instanceof PkiError) {
      throw new VerifyError(codeOf(cause), { detail: cause.message, cause })
    }
    throw cause
  }
}
