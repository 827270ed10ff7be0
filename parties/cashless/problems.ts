/** The refusals of the cashless payment (RFC 9457): its own, those of a site by the gate, and those of signing. */
import { type ProblemTable, problemClass } from '@kazashi/serve'
import { signingProblems, siteProblems } from '@kazashi/site'

const walletProblems = {
  WALLET_UNOPENED: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: 'ウォレットを、まだ開いていません', en: 'You have not opened a wallet yet' },
    next: { ja: 'ウォレットを開いてください', en: 'Open a wallet' },
  },
  BALANCE_LIMIT: {
    clause: 'docs/decisions/0052-cashless.md',
    status: 403,
    title: {
      ja: '残高の上限を超えるため、チャージできません',
      en: 'This would take the balance over its limit',
    },
    next: {
      ja: '金額を減らしてください。本人確認がまだのときは、すると上限が上がります',
      en: 'Choose a smaller amount. If your identity has not been checked yet, the check raises the limit',
    },
  },
  MINOR_LIMIT: {
    clause: '民法 §5',
    status: 403,
    title: {
      ja: '18歳未満の方が1か月にチャージできる金額を超えています',
      en: 'This is over what somebody under 18 can top up in a month',
    },
    next: {
      ja: '金額を減らすか、来月まで待ってください。上限は、保護者の同意があっても上がりません',
      en: 'Choose a smaller amount, or wait until next month. The limit stays, even with a guardian’s consent',
    },
  },
  BALANCE_SHORT: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: '残高が足りません', en: 'The balance is too low' },
    next: { ja: 'チャージしてから、もう一度お試しください', en: 'Top up, then try again' },
  },
  NOT_IDENTIFIED: {
    clause: '犯罪収益移転防止法 §4',
    status: 403,
    title: {
      ja: '銀行口座への送金には、本人確認が必要です',
      en: 'To send money to a bank account, your identity has to be checked',
    },
    next: { ja: '先に、本人確認をしてください', en: 'Have your identity checked first' },
  },
  PAYMENT_CODE_INVALID: {
    clause: 'RFC 9110 §15.5.11',
    status: 410,
    title: {
      ja: '支払いのコードが古いか、もう使われています',
      en: 'The payment code has expired, or has been used',
    },
    next: { ja: '新しいコードを出してください', en: 'Show a new code' },
  },
  WALLET_FOR_OTHERS: {
    clause: '犯罪収益移転防止法 §28',
    status: 403,
    title: {
      ja: 'ほかの人のためのウォレットは、本人確認できません',
      en: 'A wallet for somebody else cannot be checked',
    },
    next: {
      ja: 'ウォレットを人に渡すことは法律で禁じられています。頼まれて困っているときは、警察（#9110）に相談してください',
      en: 'Passing on a wallet is against the law. If somebody is putting you under pressure, call the police on #9110',
    },
  },
  ALREADY_IDENTIFIED: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: '本人確認は、もう済んでいます', en: 'Your identity has been checked already' },
    next: { ja: 'このままお使いください', en: 'There is nothing more to do' },
  },
  IDENTIFICATION_CLOSED: {
    clause: '犯罪収益移転防止法施行規則 §6-1 ワ',
    status: 403,
    title: {
      ja: '記載の違いが続いたため、本人確認を受け付けていません',
      en: 'What you wrote differed too often, so the identity check is closed',
    },
    next: {
      ja: '窓口に電話してください。チャージと支払いは、いまの上限まで使えます',
      en: 'Call the service. You can go on topping up and paying within the present limit',
    },
  },
  IDENTITY_DIFFERS: {
    clause: '犯罪収益移転防止法施行規則 §6-1 ワ',
    status: 422,
    title: {
      ja: '申込書と、署名用電子証明書の記載が違います',
      en: 'The application differs from what the signing certificate says',
    },
    next: {
      ja: '住民票と同じになるように申込書を直し、もう一度署名してください',
      en: 'Correct the application so that it is as in your resident record, and sign again',
    },
  },
  APPLICATION_MISSING: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: '署名する申込書がありません', en: 'There is no application to sign' },
    next: {
      ja: '申込書を書くところから、はじめてください',
      en: 'Begin by filling in the application',
    },
  },
  APPLICATION_UNSIGNED: {
    clause: 'RFC 9110 §15.5.5',
    status: 404,
    title: { ja: '署名された申込書は、まだありません', en: 'There is no signed application yet' },
    next: {
      ja: '本人確認の申込書に署名してください',
      en: 'Sign the application for the identity check',
    },
  },
} as const satisfies ProblemTable

export const cashlessProblems = { ...siteProblems, ...signingProblems, ...walletProblems }

export class CashlessProblem extends problemClass('CashlessProblem', walletProblems) {}
