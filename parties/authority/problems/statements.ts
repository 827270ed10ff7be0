/** Refusals to a phone because of an application's contents. Codes stay for ever. */
import type { ProblemTable } from '@kazashi/serve'
import { again, counter, report } from './next-steps.ts'

export const statementsProblems = {
  STATEMENT_INVALID: {
    clause: 'RFC 8785 §3.2',
    status: 422,
    title: { ja: '申請内容の形式が正しくありません', en: 'The statement is malformed' },
    next: report,
  },
  STATEMENT_TIME: {
    clause: '2-C',
    status: 422,
    title: {
      ja: 'スマートフォンの時刻がずれています',
      en: 'The clock on the phone is wrong',
    },
    next: {
      ja: 'スマートフォンの日付と時刻を自動設定にして、申請をやり直してください',
      en: 'Set the date and time on the phone to automatic, then apply again',
    },
  },
  NONCE_UNKNOWN: {
    clause: '2-C',
    status: 409,
    title: { ja: 'この申請は受け付けられません', en: 'This nonce was not issued here' },
    next: again,
  },
  NONCE_EXPIRED: {
    clause: '2-C',
    status: 409,
    title: { ja: '申請の有効時間が過ぎました', en: 'The application took too long' },
    next: again,
  },
  NONCE_USED: {
    clause: '2-C',
    status: 409,
    title: { ja: 'この申請はすでに送信されています', en: 'This application has already been sent' },
    next: {
      ja: '申請の状況を確認してください',
      en: 'Check the status of your application',
    },
  },
  CONSENT_UNKNOWN: {
    clause: '2-C',
    status: 422,
    title: {
      ja: '注意事項の内容が新しくなっています',
      en: 'The notes have changed since you agreed to them',
    },
    next: again,
  },
  PHONE_NOT_SUPPORTED: {
    clause: '2-A',
    status: 422,
    title: {
      ja: 'このスマートフォンには対応していません',
      en: 'This phone is not supported',
    },
    next: {
      ja: '対応しているスマートフォンをお使いください',
      en: 'Use a supported phone',
    },
  },
  OS_TOO_OLD: {
    clause: '2-B',
    status: 422,
    title: {
      ja: 'スマートフォンのOSが古いため、利用できません',
      en: 'The operating system of the phone is too old',
    },
    next: {
      ja: 'OSを最新版に更新してから、もう一度お試しください',
      en: 'Update the operating system, then try again',
    },
  },
  APP_TOO_OLD: {
    clause: '2-A',
    status: 422,
    title: { ja: 'アプリが古いため、利用できません', en: 'The app is too old' },
    next: {
      ja: 'アプリを最新版に更新してから、もう一度お試しください',
      en: 'Update the app, then try again',
    },
  },
  FACE_CHECK_INVALID: {
    clause: '3-C',
    status: 422,
    title: {
      ja: 'お顔の確認が完了していません',
      en: 'The face check is missing, too old, or not of a kind accepted here',
    },
    next: { ja: 'お顔の撮影からやり直してください', en: 'Do the face check again' },
  },
  ATTRIBUTES_MISMATCH: {
    clause: '3-C',
    status: 422,
    title: {
      ja: 'カードの記載事項が、登録されている内容と一致しません',
      en: 'The details on the card do not match the register',
    },
    next: counter,
  },
  KEY_TOO_WEAK: {
    clause: 'RFC 8017 §3.1',
    status: 422,
    title: {
      ja: 'スマートフォンの鍵の種類が正しくありません',
      en: 'Keys must be RSA with 2048 bits',
    },
    next: report,
  },
} as const satisfies ProblemTable
