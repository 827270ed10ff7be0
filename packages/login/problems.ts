/** Refusals of a login (RFC 9457), with their words: those of its requests, and those of packages/verify. */
import { CodedError } from '@kazashi/errors'
import { type ProblemEntry, type ProblemTable, problemClass, type Texts } from '@kazashi/serve'
import {
  type DocumentRefusal,
  type VerifyErrorCode,
  type VerifyNext,
  verifyErrors,
} from '@kazashi/verify'
import { verifyWords } from '@kazashi/verify/words'

const again: Texts = {
  ja: 'はじめの画面で、もう一度ログインをはじめてください',
  en: 'Start again on the login page',
}
const later: Texts = { ja: '少し待ってから、もう一度お試しください', en: 'Try again in a while' }

const requestProblems = {
  LOGIN_REQUEST_UNKNOWN: {
    clause: '1-B①',
    status: 404,
    title: { ja: 'このログインの受付はありません', en: 'This login request does not exist' },
    next: again,
  },
  LOGIN_REQUEST_EXPIRED: {
    clause: '1-B①',
    status: 410,
    title: { ja: 'ログインの受付時間が過ぎました', en: 'The login request has expired' },
    next: again,
  },
  LOGIN_REQUEST_USED: {
    clause: '1-B①',
    status: 409,
    title: {
      ja: 'このログインはすでに回答されています',
      en: 'This login request has already been answered',
    },
    next: again,
  },
  TRUST_UNAVAILABLE: {
    clause: 'RFC 5280 §6.1',
    status: 503,
    title: {
      ja: 'いまは電子証明書を確認できません',
      en: 'Certificates cannot be checked at the moment',
    },
    next: later,
  },
} as const satisfies ProblemTable

const nextSteps: Readonly<Record<VerifyNext, Texts>> = {
  'start-again': again,
  'enter-code-again': {
    ja: 'ログインしたい画面に出ている番号を、確かめて入れ直してください',
    en: 'Check the number on the screen that you want to log in on, and enter it again',
  },
  'use-valid-certificate': {
    ja: '利用者証明用電子証明書が入ったスマートフォンをお使いください',
    en: 'Use a phone with a user authentication certificate',
  },
  'go-to-counter': {
    ja: 'アプリで、もう一度スマホ用電子証明書を申請してください',
    en: 'Apply for smartphone certificates again in the app',
  },
  'release-suspension': {
    ja: '一時停止を解除する手続をしてください',
    en: 'Resume use in the app, or have the suspension lifted',
  },
  'try-again-later': later,
  'check-clock': {
    ja: 'スマートフォンの日付と時刻を確かめてください',
    en: 'Check the date and time on the phone',
  },
  report: {
    ja: 'もう一度お試しください。続くときはお問い合わせください',
    en: 'Try again. If this keeps happening, contact us and quote the error code',
  },
}

/** A refusal of packages/verify, with its words there, and the clause and the next step of its table. */
const told = (code: VerifyErrorCode, status = 422): ProblemEntry => {
  const { clause, next } = verifyErrors[code]
  return { clause, status, title: verifyWords[code].title, next: nextSteps[next] }
}

const ofVerify = {
  RESPONSE_MALFORMED: told('RESPONSE_MALFORMED', 400),
  SIGNATURE_INVALID: told('SIGNATURE_INVALID'),
  CHAIN_INVALID: told('CHAIN_INVALID'),
  KEY_USAGE: {
    ...told('KEY_USAGE'),
    title: {
      ja: 'この電子証明書はログインに使えません',
      en: 'The certificate cannot be used to log in',
    },
  },
  CERTIFICATE_EXPIRED: told('CERTIFICATE_EXPIRED'),
  CERTIFICATE_NOT_YET_VALID: told('CERTIFICATE_NOT_YET_VALID'),
  CERTIFICATE_REVOKED: told('CERTIFICATE_REVOKED'),
  CERTIFICATE_SUSPENDED: told('CERTIFICATE_SUSPENDED'),
  ISSUER_REVOKED: told('ISSUER_REVOKED'),
  STATUS_UNKNOWN: told('STATUS_UNKNOWN'),
  STATUS_STALE: told('STATUS_STALE', 503),
  STATUS_UNAVAILABLE: told('STATUS_UNAVAILABLE', 503),
  STATEMENT_MALFORMED: told('STATEMENT_MALFORMED', 400),
  STATEMENT_MISMATCH: told('STATEMENT_MISMATCH'),
  STATEMENT_EXPIRED: told('STATEMENT_EXPIRED'),
  CODE_WRONG: told('CODE_WRONG'),
  ATTRIBUTES_MISSING: told('ATTRIBUTES_MISSING'),
  TRUST_MALFORMED: told('TRUST_MALFORMED', 503),
} as const satisfies Readonly<Record<Exclude<VerifyErrorCode, DocumentRefusal>, ProblemEntry>>

export const loginProblems = { ...ofVerify, ...requestProblems }
export type LoginCode = keyof typeof loginProblems
export const isRefusal = (code: string): code is LoginCode => Object.hasOwn(loginProblems, code)
/** @returns undefined: no refusal of a login */
export const loginCodeOf = (error: unknown): LoginCode | undefined =>
  error instanceof CodedError && isRefusal(error.code) ? error.code : undefined

export class LoginProblem extends problemClass('LoginProblem', loginProblems) {}
