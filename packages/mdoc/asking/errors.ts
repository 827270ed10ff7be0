/** Why a relying party takes no attributes from an answer: the table of codes. Codes stay for ever. */
import { errorClass } from '@kazashi/errors'

/** `start-again`: the person is asked anew; `ask-otherwise`: another way than the phone; `check-anchors`, `report`: for whoever runs the site. */
export type PresentationNext =
  | 'start-again'
  | 'ask-otherwise'
  | 'apply-again'
  | 'check-clock'
  | 'check-anchors'
  | 'report'

export const presentationErrors = {
  ANSWER_DECLINED: { clause: 'OpenID4VP 1.0 §8.5 access_denied', next: 'ask-otherwise' },
  ANSWER_FAILED: { clause: 'OpenID4VP 1.0 §8.5', next: 'start-again' },
  ANSWER_LATE: { clause: 'RFC 7519 §4.1.4', next: 'start-again' },
  ANSWER_UNREADABLE: { clause: 'OpenID4VP 1.0 §8.3, RFC 7516', next: 'start-again' },
  ANSWER_OF_ANOTHER: { clause: 'OpenID4VP 1.0 §8.1, §14.1.2', next: 'start-again' },
  ANSWER_INCOMPLETE: { clause: 'OpenID4VP 1.0 §6.4', next: 'ask-otherwise' },
  ANSWER_UNASKED: { clause: 'OpenID4VP 1.0 §8.6', next: 'report' },
  ATTRIBUTES_UNREADABLE: { clause: 'ISO/IEC 18013-5 §8.3.2.1.2.2', next: 'report' },
  ATTRIBUTES_UNTRUSTED: { clause: 'ISO/IEC 18013-5 §9.3.3', next: 'check-anchors' },
  ATTRIBUTES_FORGED: { clause: 'ISO/IEC 18013-5 §9.1.3, §9.3.1', next: 'report' },
  ATTRIBUTES_EXPIRED: { clause: 'ISO/IEC 18013-5 §9.3.1 (5)', next: 'apply-again' },
  ATTRIBUTES_NOT_YET_VALID: { clause: 'ISO/IEC 18013-5 §9.3.1 (5)', next: 'check-clock' },
} as const satisfies Record<string, { clause: string; next: PresentationNext }>

export type PresentationErrorCode = keyof typeof presentationErrors

export class PresentationError extends errorClass('PresentationError', presentationErrors) {}
