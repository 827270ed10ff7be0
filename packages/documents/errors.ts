/** Everything that can be wrong with a signed document: the table of codes. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

/** The next step. `report`: the document is broken or forged, its maker must be told. */
export type DocumentNext = 'report' | 'correct-input' | 'use-valid-certificate' | 'sign-again'

export const documentErrors = {
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
