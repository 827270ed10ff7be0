/** Refusals to a phone because of a signature: of its card, of its own certificates, of its device key. Codes stay for ever. */
import type { ProblemTable } from '@kazashi/serve'
import { again, counter, report } from './next-steps.ts'

export const signaturesProblems = {
  SIGNATURE_INVALID: {
    clause: 'RFC 5652 §5.6',
    status: 422,
    title: {
      ja: '申請の電子署名が正しくありません',
      en: 'The signature on the application is not valid',
    },
    next: again,
  },
  CARD_CERTIFICATE_UNTRUSTED: {
    clause: 'RFC 5280 §6.1',
    status: 422,
    title: {
      ja: 'このカードの署名用電子証明書は、この窓口では使えません',
      en: 'The signing certificate on this card cannot be used here',
    },
    next: {
      ja: 'ご自身のマイナンバーカードをかざしてください',
      en: 'Use your own My Number Card',
    },
  },
  CARD_CERTIFICATE_EXPIRED: {
    clause: '5-A4',
    status: 422,
    title: {
      ja: 'マイナンバーカードの電子証明書の有効期限が切れています',
      en: 'A certificate on the card has expired',
    },
    next: counter,
  },
  CARD_CERTIFICATE_REVOKED: {
    clause: 'RFC 5280 §6.1.3 (a)(3)',
    status: 422,
    title: {
      ja: 'マイナンバーカードの電子証明書が失効しています',
      en: 'A certificate on the card has been revoked',
    },
    next: counter,
  },
  CARD_CERTIFICATE_SUSPENDED: {
    clause: '5-B1',
    status: 422,
    title: {
      ja: 'マイナンバーカードの電子証明書は一時停止中です',
      en: 'A certificate on the card is suspended',
    },
    next: {
      ja: 'カードが見つかったときは、市区町村の窓口で一時停止の解除をお手続きください',
      en: 'If you have found the card, have the suspension lifted at your municipal office',
    },
  },
  CARD_CERTIFICATE_MISSING: {
    clause: '2-A',
    status: 422,
    title: {
      ja: 'マイナンバーカードに、お選びの種類の電子証明書がありません',
      en: 'The card has no certificate of the chosen kind',
    },
    next: counter,
  },
  PHONE_CERTIFICATE_UNTRUSTED: {
    clause: 'RFC 5280 §6.1',
    status: 422,
    title: {
      ja: 'このスマホ用電子証明書は使えません',
      en: 'This smartphone certificate cannot be used here',
    },
    next: {
      ja: 'お手元のマイナンバーカードを利用してお手続きください',
      en: 'Use your My Number Card instead',
    },
  },
  PHONE_CERTIFICATE_EXPIRED: {
    clause: '5-A4',
    status: 422,
    title: {
      ja: 'スマホ用電子証明書の有効期限が切れています',
      en: 'The certificate on the phone has expired',
    },
    next: {
      ja: 'お手元のマイナンバーカードを利用してお手続きください',
      en: 'Use your My Number Card instead',
    },
  },
  PHONE_CERTIFICATE_REVOKED: {
    clause: 'RFC 5280 §6.1.3 (a)(3)',
    status: 422,
    title: {
      ja: 'スマホ用電子証明書はすでに失効しています',
      en: 'The certificate on the phone has been revoked',
    },
    next: {
      ja: 'スマートフォンの登録の状況を確認してください',
      en: 'Check the status of the certificates on this phone',
    },
  },
  PHONE_CERTIFICATE_SUSPENDED: {
    clause: '5-B1',
    status: 422,
    title: {
      ja: 'スマホ用電子証明書は一時停止中です',
      en: 'The certificate on the phone is suspended',
    },
    next: {
      ja: '再開の手続きをするか、お手元のマイナンバーカードを利用してお手続きください',
      en: 'Resume use, or use your My Number Card instead',
    },
  },
  REQUEST_SIGNER_WRONG: {
    clause: '2-F',
    status: 422,
    title: {
      ja: 'この手続きに使えない電子証明書で署名されています',
      en: 'This key may not sign this request',
    },
    next: {
      ja: 'お手元のマイナンバーカードを利用してお手続きください',
      en: 'Use your My Number Card instead',
    },
  },
  CARD_OF_ANOTHER_PERSON: {
    clause: '5-A2',
    status: 422,
    title: {
      ja: 'ほかの方のマイナンバーカードです',
      en: 'This is someone else’s My Number Card',
    },
    next: { ja: 'ご自身のマイナンバーカードをかざしてください', en: 'Use your own My Number Card' },
  },
  REQUEST_MISMATCH: {
    clause: '2-F',
    status: 422,
    title: {
      ja: '署名した内容と、求められた手続きが一致しません',
      en: 'The signed content does not match the request',
    },
    next: report,
  },
  DPOP_INVALID: {
    clause: 'RFC 9449 §4.3',
    status: 401,
    title: {
      ja: 'このスマートフォンからの通信であることを確認できません',
      en: 'The proof of the device key is missing or invalid',
    },
    next: report,
  },
  DPOP_TIME: {
    clause: 'RFC 9449 §11.1',
    status: 401,
    title: {
      ja: 'スマートフォンの時刻がずれています',
      en: 'The clock on the phone is wrong: the proof of the device key is not from just now',
    },
    next: {
      ja: 'スマートフォンの日付と時刻を自動設定にして、もう一度お試しください',
      en: 'Set the date and time on the phone to automatic; "now" is the authority’s time',
    },
  },
  DPOP_USED: {
    clause: 'RFC 9449 §11.1',
    status: 401,
    title: {
      ja: '同じ通信が二度送られました',
      en: 'The proof of the device key has already been used',
    },
    next: { ja: 'もう一度お試しください', en: 'Try again with a new proof' },
  },
} as const satisfies ProblemTable
