/** The refusals at the door of a class, with their words (RFC 9457). */
import { type ProblemTable, problemClass } from '@kazashi/serve'

export const classProblems = {
  CLASS_SESSION_MISSING: {
    clause: 'RFC 9110 §15.5.2',
    status: 401,
    title: { ja: '授業のパスワードが必要です', en: "The class's password is needed" },
    next: {
      ja: '最初のページを開き直して、パスワードを入れてください',
      en: 'Open the start page again and enter the password',
    },
  },
  CLASS_PASSWORD_WRONG: {
    clause: 'RFC 9110 §15.5.4',
    status: 403,
    title: { ja: 'パスワードが違います', en: 'That is not the password' },
    next: {
      ja: '先生に確かめて、入れ直してください',
      en: 'Ask your instructor, and enter it again',
    },
  },
  CLASS_TRIES_OVER: {
    clause: 'RFC 6585 §4',
    status: 429,
    title: { ja: '間違いが続きました', en: 'There were too many wrong attempts' },
    next: { ja: '1分待ってから、入れ直してください', en: 'Wait a minute, and enter it again' },
  },
} as const satisfies ProblemTable

export class ClassProblem extends problemClass('ClassProblem', classProblems) {}
export type ClassCode = keyof typeof classProblems
