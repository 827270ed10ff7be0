/** Refusals of a site that has documents signed by the gate's signing API (RFC 9457). */
import { type ProblemTable, problemClass } from '@kazashi/serve'

export const signingProblems = {
  SIGN_STOPPED: {
    clause: 'RFC 6749 §4.1.2.1 access_denied',
    status: 403,
    title: { ja: '署名せずに戻りました', en: 'You came back without signing' },
    next: {
      ja: '入力した内容は残っています。署名するときは、もう一度「スマホで署名する」を押してください',
      en: 'What you entered is kept. To sign, press “Sign with your phone” again',
    },
  },
  SIGN_CERTIFICATE_ENDED: {
    clause: 'RFC 6960 §2.2',
    status: 403,
    title: {
      ja: 'スマホの電子証明書が使えないため、署名できませんでした',
      en: 'The certificate on the phone can no longer be used, so nothing was signed',
    },
    next: {
      ja: 'アプリで、スマホの電子証明書の状態を確かめてください',
      en: 'Check the status of the certificate in the app on your phone',
    },
  },
  SIGN_EXPIRED: {
    clause: 'RFC 9110 §15.5.11',
    status: 410,
    title: { ja: '署名の受付時間が過ぎました', en: 'The time to sign is over' },
    next: {
      ja: '入力した内容は残っています。もう一度「スマホで署名する」を押してください',
      en: 'What you entered is kept. Press “Sign with your phone” again',
    },
  },
  SIGN_TAKEN: {
    clause: 'RFC 9110 §15.5.11',
    status: 410,
    title: {
      ja: 'この署名の結果は、すでに受け取られています',
      en: 'The result of this signing has been fetched before',
    },
    next: {
      ja: '申し込みの状態を確かめてください。終わっていなければ、もう一度署名してください',
      en: 'Look at the status of your application. If it is not complete, sign again',
    },
  },
  SIGNER_OTHER: {
    clause: 'OpenID Connect Core 1.0 §3.1.2.2',
    status: 403,
    title: {
      ja: 'ログインした人とは別の人のスマホで署名されました',
      en: 'Somebody other than the person logged in has signed',
    },
    next: {
      ja: 'その署名は使いません。ログインした本人のスマホで、もう一度署名してください',
      en: 'That signature is not used. Sign again with the phone of the person logged in',
    },
  },
  SESSION_OVER_SIGNING: {
    clause: 'RFC 6265 §4.1.2.2',
    status: 401,
    title: {
      ja: '署名しているあいだに、ログインが終わりました',
      en: 'Your login ended while you were signing',
    },
    next: {
      ja: '申し込みは、まだ届いていません。入力した内容は残っています。もう一度ログインして、署名してください',
      en: 'Your application has not arrived yet. What you entered is kept. Log in again, then sign',
    },
  },
  SIGNED_INVALID: {
    clause: 'ISO 32000-2 §12.8',
    status: 422,
    title: {
      ja: '署名された文書を確かめられませんでした',
      en: 'The signed document could not be verified',
    },
    next: {
      ja: 'もう一度署名してください。続くときは、このサイトの窓口に伝えてください',
      en: 'Sign again. If this persists, tell this site',
    },
  },
} as const satisfies ProblemTable

export class SigningProblem extends problemClass('SigningProblem', signingProblems) {}
