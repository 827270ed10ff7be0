/** The refusals of the shop (RFC 9457), with their words: its own, and those of a signature, which are told at a counter and not at a login. */
import { loginProblems } from '@kazashi/login'
import { type ProblemEntry, type ProblemTable, problemClass, type Texts } from '@kazashi/serve'
import { type VerifyErrorCode, verifyErrors } from '@kazashi/verify'
import { verifyWords } from '@kazashi/verify/words'

const fromStart: Texts = {
  ja: '最初の画面から、もう一度はじめてください',
  en: 'Start again from the first screen',
}
const signAgain: Texts = {
  ja: 'もう一度かざして、署名してください。続くときは、店員にお知らせください',
  en: 'Hold it there again and sign. If this persists, tell the staff',
}
const signingOne: Texts = {
  ja: '署名用電子証明書の入ったカードかスマホを、お使いください',
  en: 'Use a card or phone that has a signing certificate',
}
const renew: Texts = {
  ja: 'カードは市区町村の窓口で、スマホはアプリで、新しい電子証明書を受け取ってからお越しください',
  en: 'Get a new certificate first: for a card at your municipal office, for a phone in the app',
}
const later: Texts = {
  ja: '少し待ってから、もう一度署名してください。契約は結ばれていません',
  en: 'Wait a moment and sign again. No contract was made',
}

const told = (code: VerifyErrorCode, next: Texts, status = 422): ProblemEntry => ({
  clause: verifyErrors[code].clause,
  status,
  title: verifyWords[code].title,
  next,
})

/** As `verifyDocument` refuses a signature. */
const ofSignatures = {
  SIGNATURE_INVALID: told('SIGNATURE_INVALID', signAgain),
  CHAIN_INVALID: told('CHAIN_INVALID', signingOne),
  KEY_USAGE: told('KEY_USAGE', signingOne),
  CERTIFICATE_EXPIRED: told('CERTIFICATE_EXPIRED', renew),
  CERTIFICATE_NOT_YET_VALID: told('CERTIFICATE_NOT_YET_VALID', signAgain),
  CERTIFICATE_REVOKED: told('CERTIFICATE_REVOKED', renew),
  CERTIFICATE_SUSPENDED: told('CERTIFICATE_SUSPENDED', {
    ja: '見つかったときは、一時停止を解除してからお越しください。心当たりがないときは、店員にお知らせください',
    en: 'If you have found it again, have the suspension lifted first. If you know of none, tell the staff',
  }),
  ISSUER_REVOKED: told('ISSUER_REVOKED', signingOne),
  STATUS_UNKNOWN: told('STATUS_UNKNOWN', signAgain),
  STATUS_STALE: told('STATUS_STALE', later, 503),
  STATUS_UNAVAILABLE: told('STATUS_UNAVAILABLE', later, 503),
  ATTRIBUTES_MISSING: told('ATTRIBUTES_MISSING', signingOne),
  DOCUMENT_CHANGED: told('DOCUMENT_CHANGED', signAgain),
  DOCUMENT_NOT_COVERED: told('DOCUMENT_NOT_COVERED', signAgain),
  TRUST_MALFORMED: told('TRUST_MALFORMED', later, 503),
  TRUST_UNAVAILABLE: { ...loginProblems.TRUST_UNAVAILABLE, next: later },
} as const satisfies ProblemTable

const shopProblems = {
  VISIT_UNKNOWN: {
    clause: 'RFC 9110 §15.5.2',
    status: 401,
    title: { ja: '手続きは終わっています', en: 'This procedure has ended' },
    next: fromStart,
  },
  VISIT_STEP: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: 'いまは、この操作はできません', en: 'This cannot be done at this point' },
    next: fromStart,
  },
  CUSTOMER_TOO_YOUNG: {
    clause: '電子署名等に係る地方公共団体情報システム機構の認証業務に関する法律 §3',
    status: 403,
    title: {
      ja: '15歳未満の方は、ここでは契約できません',
      en: 'Nobody under 15 can make a contract here',
    },
    next: {
      ja: '15歳になるまで、署名用電子証明書は発行されません。保護者の方の名前でお申し込みください',
      en: 'There is no signing certificate before the age of 15. A parent or guardian can make the contract in their own name',
    },
  },
  GUARDIAN_NEEDED: {
    clause: '民法 §5',
    status: 422,
    title: {
      ja: '18歳未満の方の契約には、親権者などの同意が要ります',
      en: 'Whoever is under 18 needs the consent of a parent or guardian',
    },
    next: {
      ja: '親権者などのお名前を入れ、その方のカードかスマホをご用意ください',
      en: 'Enter the name of a parent or guardian, and have that person’s card or phone ready',
    },
  },
  NUMBER_TAKEN: {
    clause: '電気通信事業法 §50',
    status: 409,
    title: {
      ja: 'この電話番号は、もうこの会社で契約されています',
      en: 'This telephone number already has a contract here',
    },
    next: {
      ja: '電話番号を確かめてください。新しい番号でも、お申し込みいただけます',
      en: 'Check the number. You can also take a new one',
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
      ja: '契約書を最後まで読み、「最後まで読みました」に印を付けてください',
      en: 'Read the contract to its end, and tick “I have read it to the end”',
    },
  },
  SIGNER_OTHER: {
    clause: '携帯電話不正利用防止法 §3',
    status: 403,
    title: {
      ja: '申し込んだ方とは別の人のカードかスマホです',
      en: 'This card or phone belongs to somebody other than the applicant',
    },
    next: {
      ja: 'その署名は使いません。申し込んだご本人のものをかざしてください',
      en: 'That signature is not used. Hold the applicant’s own card or phone there',
    },
  },
  ATTRIBUTES_DIFFER: {
    clause: '携帯電話不正利用防止法施行規則 §3',
    status: 422,
    title: {
      ja: '申込書と、署名用電子証明書の記載が違います',
      en: 'The application differs from what the signing certificate says',
    },
    next: {
      ja: '住民票と同じになるように申込書を直し、もう一度署名してください。契約は結ばれていません',
      en: 'Correct the application so that it is as in your resident record, and sign again. No contract was made',
    },
  },
  GUARDIAN_SAME: {
    clause: '民法 §5',
    status: 403,
    title: {
      ja: '申し込んだ方が、ご自分の契約に同意することはできません',
      en: 'The applicant cannot consent to their own contract',
    },
    next: {
      ja: '親権者などの方の、カードかスマホをかざしてください',
      en: 'Hold the card or phone of the parent or guardian there',
    },
  },
  GUARDIAN_UNDER_AGE: {
    clause: '民法 §5, §833',
    status: 403,
    title: {
      ja: '18歳未満の方は、同意できません',
      en: 'Nobody under 18 can consent',
    },
    next: {
      ja: '18歳以上の親権者などの方の、カードかスマホをかざしてください',
      en: 'Hold the card or phone of a parent or guardian of 18 or older there',
    },
  },
  GUARDIAN_OTHER: {
    clause: '民法 §5',
    status: 403,
    title: {
      ja: '契約書に書かれた親権者などの方とは、別の人です',
      en: 'This is not the parent or guardian named in the contract',
    },
    next: {
      ja: '契約書に書かれた方のものをかざすか、申込書を直してください',
      en: 'Hold that person’s card or phone there, or correct the application',
    },
  },
  SIGNATURE_REPLAYED: {
    clause: 'RFC 5652 §5.4',
    status: 409,
    title: {
      ja: 'この署名は、もう使われています',
      en: 'This signature has been used before',
    },
    next: signAgain,
  },
} as const satisfies ProblemTable

export const mobileProblems = { ...ofSignatures, ...shopProblems }

export type MobileCode = keyof typeof mobileProblems

export class MobileProblem extends problemClass('MobileProblem', shopProblems) {}
