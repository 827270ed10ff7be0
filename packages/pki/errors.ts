/** Everything that can be wrong with certificates and their like: the table of codes. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

/** The next step. `report`: the document is broken or forged, its maker must be told. */
export type PkiNext =
  | 'report'
  | 'correct-input'
  | 'use-valid-certificate'
  | 'check-clock'
  | 'try-again-later'
  | 'check-passphrase'
  | 'check-anchors'

export const pkiErrors = {
  DER_INVALID: { clause: 'X.690 §10, §11', next: 'report' },
  PEM_INVALID: { clause: 'RFC 7468 §2', next: 'correct-input' },
  NAME_MALFORMED: { clause: 'RFC 5280 §4.1.2.4', next: 'report' },
  CERTIFICATE_MALFORMED: { clause: 'RFC 5280 §4.1', next: 'report' },
  ATTRIBUTES_MALFORMED: { clause: 'RFC 5280 §4.2.1.6', next: 'report' },
  ALGORITHM_UNSUPPORTED: { clause: 'RFC 4055, RFC 5758', next: 'use-valid-certificate' },
  KEY_INVALID: { clause: 'RFC 5958, RFC 5280 §4.1.2.7', next: 'correct-input' },
  KEY_NOT_FOUND: { clause: 'KeyStore', next: 'correct-input' },
  KEY_EXISTS: { clause: 'KeyStore', next: 'correct-input' },
  KEY_STORE_LOCKED: { clause: 'RFC 8018 §6.2', next: 'check-passphrase' },
  PROFILE_INPUT_INVALID: { clause: 'profile', next: 'correct-input' },
  LINT_FAILED: { clause: 'profile, RFC 5280 §4', next: 'correct-input' },
  TOKEN_SPENT: { clause: 'check, then sign', next: 'report' },
  SERIAL_INVALID: { clause: 'RFC 5280 §4.1.2.2', next: 'correct-input' },
  STATUS_INDEX_INVALID: { clause: 'StatusTable', next: 'correct-input' },
  REQUEST_MALFORMED: { clause: 'RFC 2986 §4', next: 'correct-input' },
  REQUEST_SIGNATURE_INVALID: { clause: 'RFC 2986 §4.2', next: 'correct-input' },
  CMS_MALFORMED: { clause: 'RFC 5652 §5', next: 'report' },
  CMS_SIGNER_MISSING: { clause: 'RFC 5652 §5.3', next: 'report' },
  CMS_ATTRIBUTE_INVALID: { clause: 'RFC 5652 §11, RFC 5035 §3', next: 'report' },
  CMS_DIGEST_MISMATCH: { clause: 'RFC 5652 §5.4', next: 'report' },
  CMS_SIGNATURE_INVALID: { clause: 'RFC 5652 §5.6', next: 'report' },
  TIME_STAMP_MALFORMED: { clause: 'RFC 3161 §2.4', next: 'report' },
  TIME_STAMP_REFUSED: { clause: 'RFC 3161 §2.4.2', next: 'try-again-later' },
  TIME_STAMP_MISMATCH: { clause: 'RFC 3161 §2.2', next: 'report' },
  TIME_STAMP_PURPOSE: { clause: 'RFC 3161 §2.3', next: 'report' },
  PATH_NOT_FOUND: { clause: 'RFC 5280 §6.1, §4.2.1.1', next: 'check-anchors' },
  PATH_SIGNATURE_INVALID: { clause: 'RFC 5280 §6.1.3 (a)(1)', next: 'report' },
  PATH_EXPIRED: { clause: 'RFC 5280 §6.1.3 (a)(2)', next: 'use-valid-certificate' },
  PATH_NOT_YET_VALID: { clause: 'RFC 5280 §6.1.3 (a)(2)', next: 'check-clock' },
  PATH_ISSUER_NOT_CA: { clause: 'RFC 5280 §6.1.4 (k), (n)', next: 'report' },
  PATH_TOO_LONG: { clause: 'RFC 5280 §6.1.4 (l), (m)', next: 'report' },
  PATH_CRITICAL_EXTENSION: { clause: 'RFC 5280 §6.1.5 (f)', next: 'use-valid-certificate' },
  PATH_POLICY: { clause: 'RFC 5280 §6.1.5 (g)', next: 'use-valid-certificate' },
  PATH_NAME: { clause: 'RFC 5280 §6.1.3 (b), (c)', next: 'use-valid-certificate' },
  PATH_STRICT: { clause: 'RFC 5280 §4.1, §4.2', next: 'report' },
  PATH_WORK_LIMIT: { clause: 'RFC 5280 §6.1', next: 'report' },
  PATH_TIME: { clause: 'RFC 5280 §6.1.1 (b)', next: 'check-clock' },
  PATH_KEY_USAGE: { clause: 'RFC 5280 §4.2.1.3, §4.2.1.12', next: 'use-valid-certificate' },
  OCSP_MALFORMED: { clause: 'RFC 6960 §4', next: 'report' },
  OCSP_REFUSED: { clause: 'RFC 6960 §2.3', next: 'try-again-later' },
  OCSP_RESPONDER_UNAUTHORIZED: { clause: 'RFC 6960 §4.2.2.2', next: 'report' },
  OCSP_SIGNATURE_INVALID: { clause: 'RFC 6960 §3.2', next: 'report' },
  OCSP_NONCE_MISMATCH: { clause: 'RFC 9654 §2.1', next: 'try-again-later' },
  OCSP_NOT_COVERED: { clause: 'RFC 6960 §3.2', next: 'report' },
  OCSP_NOT_CURRENT: { clause: 'RFC 6960 §4.2.2.1', next: 'try-again-later' },
  CRL_MALFORMED: { clause: 'RFC 5280 §5.1', next: 'report' },
  CRL_SIGNATURE_INVALID: { clause: 'RFC 5280 §6.3.3 (g)', next: 'report' },
  CRL_ISSUER_MISMATCH: { clause: 'RFC 5280 §6.3.3 (b)(1), (f)', next: 'check-anchors' },
  CRL_NOT_CURRENT: { clause: 'RFC 5280 §5.1.2.4, §5.1.2.5', next: 'try-again-later' },
  CRL_SCOPE_MISMATCH: { clause: 'RFC 5280 §6.3.3 (b)(2)', next: 'report' },
} as const satisfies Record<string, { clause: string; next: PkiNext }>

export type PkiErrorCode = keyof typeof pkiErrors

interface PkiErrorMore {
  /** Of LINT_FAILED: one sentence each. */
  readonly findings?: readonly string[]
}

export class PkiError extends errorClass(
  'PkiError',
  pkiErrors,
  ({ findings = [] }: PkiErrorMore) => (findings.length === 0 ? [] : [findings.join('; ')]),
) {}

/** Runs a parser; a fault in its DER is reported under the code of the whole document. */
export function parsing<T>(code: PkiErrorCode, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (
      error instanceof PkiError &&
      (error.code === 'DER_INVALID' || error.code === 'NAME_MALFORMED')
    )
      throw new PkiError(code, error.message)
    throw error
  }
}
