/** The refusals of the portal (RFC 9457): those of any site by the gate, of signing there, of a login without it, and its own. */
import { loginProblems } from '@kazashi/login'
import { type ProblemTable, problemClass, type Texts } from '@kazashi/serve'
import { type SiteCode, signingProblems, siteProblems } from '@kazashi/site'

const signAgain: Texts = {
  ja: '入力した内容は残っています。もう一度「スマホで署名して提出する」を押してください',
  en: 'What you entered is kept. Press “Sign with your phone and hand in” again',
}

const applicationProblems = {
  APPLICATION_UNKNOWN: {
    clause: 'RFC 9110 §15.5.5',
    status: 404,
    title: { ja: 'この申請はありません', en: 'There is no such application' },
    next: { ja: '「手続き」から選び直してください', en: 'Choose it again under “Procedures”' },
  },
  APPLICATION_TAKEN: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: {
      ja: 'この申請は、もう受け付けられています',
      en: 'This application has been taken already',
    },
    next: {
      ja: '受付票を見てください。直したいときは、提出先に連絡してください',
      en: 'Look at the receipt. To correct it, contact the office',
    },
  },
  APPLICATION_CHANGED: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: {
      ja: 'この申請は、ほかの画面で変わりました',
      en: 'Another window has changed this application',
    },
    next: {
      ja: '画面を開き直して、内容を確かめてください',
      en: 'Open the page again and look at it',
    },
  },
  ANSWERS_INVALID: {
    clause: 'RFC 9110 §15.5.21',
    status: 422,
    title: { ja: '直すところがあります', en: 'Something has to be corrected' },
    next: { ja: '「faults」の項目を直してください', en: 'Correct the fields named in “faults”' },
  },
  ATTACHMENT_TOO_LARGE: {
    clause: 'RFC 9110 §15.5.14',
    status: 413,
    title: { ja: '書類が大きすぎます', en: 'The paper is too large' },
    next: { ja: '1つ3 MBまでにしてください', en: 'One may have 3 MB at most' },
  },
  ATTACHMENT_UNREADABLE: {
    clause: 'RFC 9110 §15.5.16',
    status: 415,
    title: {
      ja: '書類の中身が、PDF・JPEG・PNGではありません',
      en: 'What is in the paper is not PDF, JPEG or PNG',
    },
    next: {
      ja: 'PDFで保存し直すか、写真を撮り直して、もう一度選んでください',
      en: 'Save it as PDF or take the picture again, and choose it once more',
    },
  },
  ATTACHMENTS_TOO_MANY: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: '書類は5つまでです', en: 'There may be five papers at most' },
    next: { ja: 'いらない書類を外してください', en: 'Remove one that is not needed' },
  },
  RETURN_UNKNOWN: {
    clause: 'RFC 6749 §10.12',
    status: 400,
    title: {
      ja: 'この画面に戻ることは、もうできません',
      en: 'This way back has been used, has expired, or is somebody else’s',
    },
    next: {
      ja: '「手続き」で、申請の状態を確かめてください',
      en: 'Look at the application under “Procedures”',
    },
  },
  SIGN_OUTDATED: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: {
      ja: '署名のあいだに内容が変わったため、その署名は使いません',
      en: 'The application changed while it was signed, so that signature is not used',
    },
    next: signAgain,
  },
  RECORDS_UNAVAILABLE: {
    clause: 'RFC 9110 §15.6.4',
    status: 503,
    title: {
      ja: 'いまは、記録を読み書きできません',
      en: 'The records cannot be reached at the moment',
    },
    next: {
      ja: '保存した内容はなくなりません。少し待ってから、もう一度お試しください',
      en: 'What was saved is not lost. Wait a moment and try again',
    },
  },
} as const satisfies ProblemTable

export const portalProblems = {
  ...loginProblems,
  ...siteProblems,
  ...signingProblems,
  ...applicationProblems,
}

/** The codes the portal may answer. */
export type PortalCode = SiteCode | keyof typeof applicationProblems | keyof typeof signingProblems

/** Of sessions, logins by the gate and what comes after: no phone is told them. */
export type SessionCode =
  | keyof typeof siteProblems
  | keyof typeof signingProblems
  | keyof typeof applicationProblems

export class PortalProblem extends problemClass('PortalProblem', applicationProblems) {}
