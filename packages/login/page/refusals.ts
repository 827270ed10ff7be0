/** Every code that a login on a screen can meet, and its words: the types leave no code without. */

import type { commonProblems } from '@kazashi/serve'
import { defineTexts, type ErrorWords } from '@kazashi/ui'
import type { LoginCode } from '../problems.ts'

/** Code → the code whose words it uses. */
export const loginToldAs = {
  ATTRIBUTES_MISSING: 'UNEXPECTED',
  BODY_TOO_LARGE: 'UNEXPECTED',
  CERTIFICATE_EXPIRED: 'CERTIFICATE_EXPIRED',
  CERTIFICATE_NOT_YET_VALID: 'CERTIFICATE_NOT_YET_VALID',
  CERTIFICATE_REVOKED: 'CERTIFICATE_REVOKED',
  CERTIFICATE_SUSPENDED: 'CERTIFICATE_SUSPENDED',
  CHAIN_INVALID: 'UNEXPECTED',
  CODE_WRONG: 'CODE_WRONG',
  ENDING: 'NETWORK',
  HEADERS_TOO_LARGE: 'UNEXPECTED',
  HOST_UNKNOWN: 'UNEXPECTED',
  HTTP_MALFORMED: 'UNEXPECTED',
  INTERNAL: 'UNEXPECTED',
  KEY_USAGE: 'UNEXPECTED',
  LOGIN_REQUEST_EXPIRED: 'LOGIN_REQUEST_EXPIRED',
  LOGIN_REQUEST_UNKNOWN: 'LOGIN_REQUEST_UNKNOWN',
  ISSUER_REVOKED: 'UNEXPECTED',
  LOGIN_REQUEST_USED: 'UNEXPECTED',
  MEDIA_TYPE_UNSUPPORTED: 'UNEXPECTED',
  NETWORK: 'NETWORK',
  NOT_FOUND: 'UNEXPECTED',
  ORIGIN_REFUSED: 'UNEXPECTED',
  PAGES_NOT_BUILT: 'UNEXPECTED',
  PREFLIGHT_INVALID: 'UNEXPECTED',
  REQUEST_INVALID: 'UNEXPECTED',
  REQUEST_TIMEOUT: 'NETWORK',
  RESPONSE_MALFORMED: 'UNEXPECTED',
  SIGNATURE_INVALID: 'UNEXPECTED',
  STARTING: 'NETWORK',
  STATEMENT_EXPIRED: 'UNEXPECTED',
  STATEMENT_MALFORMED: 'UNEXPECTED',
  STATEMENT_MISMATCH: 'UNEXPECTED',
  STATUS_STALE: 'STATUS_UNAVAILABLE',
  STATUS_UNAVAILABLE: 'STATUS_UNAVAILABLE',
  STATUS_UNKNOWN: 'UNEXPECTED',
  TRUST_MALFORMED: 'UNEXPECTED',
  TRUST_UNAVAILABLE: 'STATUS_UNAVAILABLE',
  UNEXPECTED: 'UNEXPECTED',
  URI_MALFORMED: 'UNEXPECTED',
  URI_TOO_LONG: 'UNEXPECTED',
} as const satisfies Readonly<
  Record<LoginCode | keyof typeof commonProblems | 'NETWORK' | 'UNEXPECTED', string>
>

export type LoginRefusal = keyof typeof loginToldAs
/** The codes that have words. */
export type SpokenCode = (typeof loginToldAs)[LoginRefusal]

/** A code as it came; one that nobody knows is shown as unexpected. */
export const loginRefusal = (code: string): LoginRefusal =>
  isLoginRefusal(code) ? code : 'UNEXPECTED'
const isLoginRefusal = (code: string): code is LoginRefusal => Object.hasOwn(loginToldAs, code)

type Refusals = Readonly<Record<SpokenCode, ErrorWords>>

const ja: Refusals = {
  LOGIN_REQUEST_EXPIRED: {
    what: '時間が過ぎました',
    why: '安全のため、ログインの受付は5分で終わります。',
    next: ['「もう一度ログインする」を押してください'],
  },
  LOGIN_REQUEST_UNKNOWN: {
    what: 'このログインは、もう続けられません',
    why: 'ログインの途中で、このブラウザーの記録（Cookie）が消えたか、サイトが動き直しました。',
    next: ['「もう一度ログインする」を押してください'],
  },
  CERTIFICATE_NOT_YET_VALID: {
    what: 'まだ有効になっていないため、ログインできません',
    why: 'このスマホの電子証明書の有効期間は、これから始まります。',
    next: ['スマホとパソコンの日付と時刻を確かめてください'],
  },
  CODE_WRONG: {
    what: '確認番号が3回違いました',
    why: 'スマホに入れられた番号が、この画面の番号と違いました。',
    next: ['「もう一度ログインする」を押し、新しい確認番号をスマホに入れてください'],
  },
  CERTIFICATE_SUSPENDED: {
    what: '一時利用停止中のため、ログインできません',
    why: 'このスマホの電子証明書は、届け出により止められています。',
    next: ['スマホが見つかったときは、アプリで利用再開の手続きをしてください'],
  },
  CERTIFICATE_REVOKED: {
    what: '失効しているため、ログインできません',
    why: 'このスマホの電子証明書は、もう使えません。',
    next: ['アプリで、もう一度申請（iPhoneでは追加）をしてください'],
  },
  CERTIFICATE_EXPIRED: {
    what: '有効期限が切れているため、ログインできません',
    why: 'このスマホの電子証明書の期限が過ぎています。',
    next: ['カードの電子証明書を更新してから、アプリで申請（iPhoneでは追加）をし直してください'],
  },
  STATUS_UNAVAILABLE: {
    what: 'いまは、電子証明書を確かめられません',
    why: '発行した機関に問い合わせましたが、返事がありませんでした。',
    next: ['少し待ってから、もう一度お試しください'],
  },
  NETWORK: {
    what: 'つながりません',
    why: '通信ができませんでした。',
    next: ['少し待ってから、もう一度お試しください'],
  },
  UNEXPECTED: {
    what: 'ログインできませんでした',
    why: 'スマホからの返事を確かめられませんでした。',
    next: ['もう一度お試しください', '続くときは、下のエラー番号を電話でお伝えください'],
  },
}
const en: Refusals = {
  LOGIN_REQUEST_EXPIRED: {
    what: 'This login has expired',
    why: 'For your security, a login expires after 5 minutes.',
    next: ['Press “Log in again”'],
  },
  LOGIN_REQUEST_UNKNOWN: {
    what: 'This login cannot be continued',
    why: 'The cookies of this browser were deleted during the login, or the site was restarted.',
    next: ['Press “Log in again”'],
  },
  CERTIFICATE_NOT_YET_VALID: {
    what: 'You cannot log in because your certificate is not valid yet',
    why: 'The certificate on this phone becomes valid later.',
    next: ['Check the date and time of your phone and computer'],
  },
  CODE_WRONG: {
    what: 'The confirmation number was wrong three times',
    why: 'The number entered on the phone did not match the one on this screen.',
    next: ['Press “Log in again” and enter the new number on your phone'],
  },
  CERTIFICATE_SUSPENDED: {
    what: 'You cannot log in because your certificate is suspended',
    why: 'It was suspended after a report of loss or theft.',
    next: ['If you have found your phone, press “Resume use” in the app'],
  },
  CERTIFICATE_REVOKED: {
    what: 'You cannot log in because your certificate has been revoked',
    why: 'The certificate on this phone can no longer be used.',
    next: ['In the app, apply for new certificates or add your card again'],
  },
  CERTIFICATE_EXPIRED: {
    what: 'You cannot log in because your certificate has expired',
    why: 'The certificate on this phone is past its expiry date.',
    next: ['Renew the certificate on your card, then apply again in the app'],
  },
  STATUS_UNAVAILABLE: {
    what: 'The certificate cannot be checked at the moment',
    why: 'The authority that issued it did not answer.',
    next: ['Wait a moment and try again'],
  },
  NETWORK: {
    what: 'No connection',
    why: 'The page could not connect to the network.',
    next: ['Wait a moment and try again'],
  },
  UNEXPECTED: {
    what: 'You could not be logged in',
    why: 'The response from your phone could not be verified.',
    next: ['Try again', 'If this keeps happening, call and quote the error code'],
  },
}
export const refusalTexts = defineTexts({ ja, en })
