/** The refusals of the portal (RFC 9457), with their words: its own codes, and those of a login. */
import { CodedError } from '@kazashi/errors'
import { loginProblems } from '@kazashi/login'
import { commonProblems, type ProblemTable, problemClass } from '@kazashi/serve'

const sessionProblems = {
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
} as const satisfies ProblemTable

export const portalProblems = { ...loginProblems, ...sessionProblems }

/** The codes the portal may answer. */
const portalAnswers = { ...commonProblems, ...portalProblems }
export type PortalCode = keyof typeof portalAnswers
const isPortalCode = (code: string): code is PortalCode => Object.hasOwn(portalAnswers, code)
export const portalCodeOf = (error: unknown): PortalCode =>
  error instanceof CodedError && isPortalCode(error.code) ? error.code : 'INTERNAL'

export class PortalProblem extends problemClass('PortalProblem', sessionProblems) {}
