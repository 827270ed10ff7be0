/** The refusals of a site at which people log in by the gate (RFC 9457), with their words. */
import { CodedError } from '@kazashi/errors'
import { loginProblems } from '@kazashi/login'
import { commonProblems, type ProblemTable, problemClass } from '@kazashi/serve'

export const siteProblems = {
  NOT_LOGGED_IN: {
    clause: 'RFC 9110 §15.5.2',
    status: 401,
    title: { ja: 'ログインしていません', en: 'You are not logged in' },
    next: { ja: 'ログインしてください', en: 'Log in' },
  },
  SESSION_ENDED: {
    clause: 'RFC 6960 §2.2',
    status: 401,
    title: {
      ja: '電子証明書が使えなくなったため、ログインを終わりました',
      en: 'You have been logged out because the certificate is no longer valid',
    },
    next: {
      ja: 'アプリで、スマホの電子証明書の状態を確かめてください',
      en: 'Check the status of the certificate in the app on your phone',
    },
  },
  LOGIN_STOPPED: {
    clause: 'RFC 6749 §4.1.2.1',
    status: 403,
    title: { ja: 'ログインせずに戻りました', en: 'You came back without logging in' },
    next: { ja: 'ログインするときは、もう一度はじめてください', en: 'To log in, start again' },
  },
  LOGIN_ELSEWHERE: {
    clause: 'RFC 6749 §10.12',
    status: 400,
    title: {
      ja: 'このブラウザーではじめたログインではないか、時間が過ぎました',
      en: 'This login was not started in this browser, or it has expired',
    },
    next: {
      ja: 'ログインするブラウザーで、もう一度はじめてください',
      en: 'Start again in the browser you want to log in with',
    },
  },
  ANSWER_INVALID: {
    clause: 'OpenID Connect Core 1.0 §3.1.3.7',
    status: 502,
    title: {
      ja: '本人確認の結果を確かめられませんでした',
      en: 'The result of the identity check could not be verified',
    },
    next: {
      ja: 'もう一度お試しください。続くときは、運営者に伝えてください',
      en: 'Try again. If this persists, tell the operator',
    },
  },
  GATE_UNAVAILABLE: {
    clause: 'RFC 9110 §15.6.4',
    status: 503,
    title: {
      ja: '本人確認の入り口から返事がありません',
      en: 'The identity gate does not answer',
    },
    next: { ja: '少し待ってから、もう一度お試しください', en: 'Wait a moment and try again' },
  },
  GRANT_ENDED: {
    clause: 'RFC 6749 §5.2',
    status: 401,
    title: {
      ja: '電子証明書は、もう使えないと分かりました',
      en: 'The certificate can no longer be used',
    },
    next: {
      ja: 'アプリで、スマホの電子証明書の状態を確かめてください',
      en: 'Check the status of the certificate in the app on your phone',
    },
  },
} as const satisfies ProblemTable

/** All that a session may end with: what the gate says, and what a certificate that is asked about directly says. */
const sessionAnswers = { ...commonProblems, ...loginProblems, ...siteProblems }
export type SiteCode = keyof typeof sessionAnswers
const isSiteCode = (code: string): code is SiteCode => Object.hasOwn(sessionAnswers, code)
export const siteCodeOf = (error: unknown): SiteCode =>
  error instanceof CodedError && isSiteCode(error.code) ? error.code : 'INTERNAL'

export class SiteProblem extends problemClass('SiteProblem', siteProblems) {}
