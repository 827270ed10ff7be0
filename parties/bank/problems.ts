/** The refusals of the bank (RFC 9457): its own, those of a site by the gate, and those of signing. */
import { type ProblemTable, problemClass } from '@kazashi/serve'
import { signingProblems, siteProblems } from '@kazashi/site'

const accountProblems = {
  GUARDIAN_NEEDED: {
    clause: '民法 §5',
    status: 403,
    title: {
      ja: '18歳未満の方は、ここでは口座を開けません',
      en: 'Nobody under 18 can open an account here',
    },
    next: {
      ja: '親権者の方と一緒に、窓口でお申し込みください',
      en: 'Apply at a branch, together with a parent or guardian',
    },
  },
  MINOR_ACCOUNT_OFFLINE: {
    clause: '民法 §5',
    status: 403,
    title: {
      ja: '18歳未満の方の証券口座（未成年口座）は、ここでは開けません',
      en: 'A securities account for somebody under 18 cannot be opened here',
    },
    next: {
      ja: '未成年口座は、親権者の方の口座と一緒に、窓口でお申し込みください',
      en: 'Apply at a branch, together with a parent or guardian who has an account there',
    },
  },
  ACCOUNT_FOR_OTHERS: {
    clause: '犯罪収益移転防止法 §28',
    status: 403,
    title: {
      ja: 'ほかの人のための口座は開けません',
      en: 'An account for somebody else cannot be opened',
    },
    next: {
      ja: '口座を人に渡すことは法律で禁じられています。頼まれて困っているときは、警察（#9110）に相談してください',
      en: 'Passing on an account is against the law. If somebody is putting you under pressure, call the police on #9110',
    },
  },
  NOTHING_TO_SIGN: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: '署名する申し込みがありません', en: 'There is no application to sign' },
    next: {
      ja: '申込書を書くところから、はじめてください',
      en: 'Begin by filling in the application',
    },
  },
  CONTRACT_NOT_READ: {
    clause: '消費者契約法 §3',
    status: 409,
    title: {
      ja: '契約書を、まだ最後まで読んでいません',
      en: 'The contract has not been read to its end',
    },
    next: {
      ja: '契約書を最後まで読んでから、署名してください',
      en: 'Read the contract to its end, then sign',
    },
  },
  ACCOUNT_EXISTS: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: {
      ja: '口座の申し込みは、もう終わっています',
      en: 'You have already applied for an account',
    },
    next: { ja: '申し込みの状態を確かめてください', en: 'Look at the status of your application' },
  },
  ATTRIBUTES_DIFFER: {
    clause: '犯罪収益移転防止法施行規則 §6-1 ワ',
    status: 422,
    title: {
      ja: '申込書と、署名用電子証明書の記載が違います',
      en: 'The application differs from what the signing certificate says',
    },
    next: {
      ja: '住民票と同じになるように申込書を直し、もう一度署名してください。口座は開いていません',
      en: 'Correct the application so that it is as in your resident record, and sign again. No account was opened',
    },
  },
  CASE_CLOSED: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: {
      ja: 'この申し込みは、確かめ終わっているか、ありません',
      en: 'This application has been decided already, or does not exist',
    },
    next: { ja: '一覧を開きなおしてください', en: 'Open the list again' },
  },
  CONTRACT_UNSIGNED: {
    clause: 'RFC 9110 §15.5.5',
    status: 404,
    title: { ja: '署名された契約書は、まだありません', en: 'There is no signed contract yet' },
    next: { ja: '契約書を読んで、署名してください', en: 'Read the contract and sign it' },
  },
} as const satisfies ProblemTable

export const bankProblems = { ...siteProblems, ...signingProblems, ...accountProblems }

export type BankCode = keyof typeof bankProblems

export class BankProblem extends problemClass('BankProblem', accountProblems) {}
