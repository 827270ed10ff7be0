/** Everything that can be wrong with a signed document: the table of codes. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

/** The next step. `report`: the document is broken or forged, its maker must be told. */
export type DocumentNext = 'report' | 'correct-input' | 'use-valid-certificate' | 'sign-again'

export const documentErrors = {
  XML_MALFORMED: { clause: 'XML 1.0 §2.1', next: 'report' },
  XML_ENCODING_REFUSED: { clause: 'XML 1.0 §4.3.3', next: 'report' },
  XML_DOCTYPE_REFUSED: { clause: 'XML 1.0 §2.8', next: 'report' },
  XML_TOO_LARGE: { clause: 'limits', next: 'report' },
  XML_TOO_DEEP: { clause: 'limits', next: 'report' },
  XML_TOO_MANY_SIGNATURES: { clause: 'limits', next: 'report' },
  XML_TOO_MANY_REFERENCES: { clause: 'limits', next: 'report' },
  XML_TOO_MANY_TRANSFORMS: { clause: 'limits', next: 'report' },
  XML_TOO_MANY_CERTIFICATES: { clause: 'limits', next: 'report' },
  XML_WORK_LIMIT: { clause: 'limits', next: 'report' },
  XML_SIGNATURE_MISSING: { clause: 'XML Signature 1.1 §4.2', next: 'correct-input' },
  XML_SIGNATURE_MALFORMED: { clause: 'XML Signature 1.1 §4', next: 'report' },
  XML_SIGNATURE_ENCODING: { clause: 'XML Signature 1.1 §6.4.3', next: 'report' },
  XML_SIGNATURE_INVALID: { clause: 'XML Signature 1.1 §3.2.2', next: 'report' },
  XML_DIGEST_MISMATCH: { clause: 'XML Signature 1.1 §3.2.1', next: 'report' },
  XML_ALGORITHM_REFUSED: { clause: 'XML Signature 1.1 §6.2, §6.4', next: 'sign-again' },
  XML_ALGORITHM_UNSUPPORTED: { clause: 'XML Signature 1.1 §6.1', next: 'sign-again' },
  XML_TRANSFORM_REFUSED: { clause: 'XML Signature 1.1 §6.6', next: 'sign-again' },
  XML_CANONICALIZATION_FAILED: { clause: 'Canonical XML 1.0 §1.3', next: 'report' },
  XML_REFERENCE_UNRESOLVED: { clause: 'XML Signature 1.1 §4.4.3.1', next: 'report' },
  XML_REFERENCE_MISPLACED: { clause: 'XML Signature 1.1 §6.6.4', next: 'report' },
  XML_EXTERNAL_UNRESOLVED: { clause: 'XML Signature 1.1 §4.4.3.1', next: 'correct-input' },
  XML_ID_AMBIGUOUS: { clause: 'XML Signature 1.1 §4.4.3.2', next: 'report' },
  XML_NOT_COVERED: { clause: 'XML Signature 1.1 §8.1', next: 'report' },
  XML_TEXT_SPLIT: { clause: 'XML Signature 1.1 §8.1.3', next: 'report' },
  XML_KEY_MISSING: { clause: 'XML Signature 1.1 §4.5', next: 'correct-input' },
  XML_KEY_MALFORMED: { clause: 'XML Signature 1.1 §4.5.2', next: 'report' },
  XML_KEY_MISMATCH: { clause: 'XML Signature 1.1 §4.5', next: 'report' },
  XML_KEY_REFUSED: { clause: 'XML Signature 1.1 §6.4.2', next: 'use-valid-certificate' },
  XML_CERTIFICATE_MALFORMED: { clause: 'XML Signature 1.1 §4.5.4', next: 'report' },
  XML_CERTIFICATE_MISMATCH: { clause: 'ETSI EN 319 132-1 §5.2.2', next: 'report' },
  XML_PROPERTIES_MALFORMED: { clause: 'ETSI EN 319 132-1 §4.3', next: 'report' },
  XML_INPUT_INVALID: { clause: 'XML Signature 1.1 §3.1', next: 'correct-input' },
  PDF_MALFORMED: { clause: 'ISO 32000-2 §7.5', next: 'report' },
  PDF_TOO_LARGE: { clause: 'limits', next: 'report' },
  PDF_ENCRYPTED: { clause: 'ISO 32000-2 §7.6', next: 'correct-input' },
  PDF_INPUT_INVALID: { clause: 'ISO 32000-2 §12.8.1', next: 'correct-input' },
  PDF_SIGNATURE_MALFORMED: { clause: 'ISO 32000-2 §12.8.1', next: 'report' },
  PDF_SIGNATURE_TOO_LARGE: { clause: 'ISO 32000-2 §12.8.1', next: 'correct-input' },
  PDF_FORMAT_UNSUPPORTED: { clause: 'ISO 32000-2 §12.8.3', next: 'sign-again' },
  PDF_NOT_COVERED: { clause: 'ISO 32000-2 §12.8.1', next: 'report' },
  PDF_LOCKED: { clause: 'ISO 32000-2 §12.8.2.2', next: 'correct-input' },
} as const satisfies Record<string, { clause: string; next: DocumentNext }>

export type DocumentErrorCode = keyof typeof documentErrors

export class DocumentError extends errorClass('DocumentError', documentErrors) {}
