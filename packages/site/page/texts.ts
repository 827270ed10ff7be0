/** The words of a login by the gate, for any site. */
import { defineTexts, type ErrorWords } from '@kazashi/ui'
import type { SpokenRefusal } from './refusals.ts'

type Refusals = Readonly<Record<SpokenRefusal, ErrorWords>>

const refusalsJa: Refusals = {
  ANSWER_INVALID: {
    what: '本人確認の結果を確かめられませんでした',
    why: '本人確認の入り口から届いた返事が、正しくありませんでした。安全のため、ログインしていません。',
    next: ['もう一度お試しください', '続くときは、下のエラー番号を電話でお伝えください'],
  },
  GATE_UNAVAILABLE: {
    what: 'いまは、ログインできません',
    why: '本人確認の入り口から、返事がありませんでした。',
    next: ['少し待ってから、もう一度お試しください'],
  },
  NETWORK: {
    what: 'つながりません',
    why: '通信ができませんでした。',
    next: ['少し待ってから、もう一度お試しください'],
  },
  UNEXPECTED: {
    what: 'ログインできませんでした',
    why: 'このサイトで、思わぬことが起きました。',
    next: ['もう一度お試しください', '続くときは、下のエラー番号を電話でお伝えください'],
  },
}
const refusalsEn: Refusals = {
  ANSWER_INVALID: {
    what: 'The result of the identity check could not be verified',
    why: 'The answer from the identity gate was not correct. For your security, you are not logged in.',
    next: ['Try again', 'If this persists, call and quote the error code below'],
  },
  GATE_UNAVAILABLE: {
    what: 'You cannot log in at the moment',
    why: 'The identity gate did not answer.',
    next: ['Wait a moment and try again'],
  },
  NETWORK: {
    what: 'No connection',
    why: 'The site could not be reached.',
    next: ['Wait a moment and try again'],
  },
  UNEXPECTED: {
    what: 'You could not be logged in',
    why: 'Something unexpected happened at this site.',
    next: ['Try again', 'If this persists, call and quote the error code below'],
  },
}

export const siteTexts = defineTexts({
  ja: {
    phones: ['Android：スマホ用電子証明書', 'iPhone：iPhoneのマイナンバーカード'],
    phonesTitle: '使えるスマホ',
    notes: {
      left: 'ログアウトしました。',
      over: 'ログインの時間が過ぎたか、ほかの画面でログアウトしたため、終わりました。',
      signing:
        '署名しているあいだに、ログインが終わりました。申し込みは、まだ届いていません。入力した内容は残っています。もう一度ログインして、署名してください。',
      stopped: 'ログインせずに戻りました。',
      elsewhere:
        'ログインをはじめたのとは別のブラウザーに戻ったか、時間が過ぎたため、ログインしていません。この画面で、もう一度はじめてください。',
    },
    login: 'スマホでログインする',
    again: 'もう一度ログインする',
    asking: '準備しています',
    going: '本人確認の画面に進んでいます',
    in: 'ログインしました',
    inLead: (time: string) => `スマホの電子証明書で、ご本人と確かめました。${time}`,
    logout: 'ログアウト',
    leaving: 'ログアウトしています',
    ends: (time: string) =>
      `使い終わったら、ログアウトしてください。${time}に自動でログアウトします。`,
    learnt: 'このサイトに伝わったこと',
    sub: 'このサイトだけで使う、あなたの番号',
    issuer: '本人確認をしたところ',
    checked: '有効と確かめた日時',
    refused: 'ログインできませんでした',
    refusals: refusalsJa,
    ended: 'ログアウトしました',
    endedWords: {
      what: '電子証明書が使えなくなったため、ログアウトしました',
      why: '本人確認の入り口に問い合わせたところ、スマホの電子証明書は、止められたか、失効したか、期限が切れていました。',
      next: ['アプリで、スマホの電子証明書の状態を確かめてください'],
    },
    unknownWords: {
      what: '電子証明書を確かめられないため、ログアウトしました',
      why: '本人確認の入り口に10分のあいだ問い合わせましたが、返事がありませんでした。',
      next: ['少し待ってから、もう一度ログインしてください'],
    },
  },
  en: {
    phones: [
      'Android: the certificates on your phone',
      'iPhone: the My Number Card on your iPhone',
    ],
    phonesTitle: 'Phones you can use',
    notes: {
      left: 'You have logged out.',
      over: 'Your session has ended. It timed out, or you logged out in another window.',
      signing:
        'Your login ended while you were signing. Your application has not arrived yet. What you entered is kept. Log in again, then sign.',
      stopped: 'You came back without logging in.',
      elsewhere:
        'You are not logged in, because you came back to another browser than the one you started in, or too late. Please start again on this page.',
    },
    login: 'Log in with your phone',
    again: 'Log in again',
    asking: 'Getting ready',
    going: 'Taking you to the identity check',
    in: 'You are logged in',
    inLead: (time: string) =>
      `The certificate on your phone has confirmed that it is you, at ${time}.`,
    logout: 'Log out',
    leaving: 'Logging out',
    ends: (time: string) =>
      `Log out when you have finished. You are logged out automatically at ${time}.`,
    learnt: 'What this site has learnt',
    sub: 'Your number, used by this site alone',
    issuer: 'Identity checked by',
    checked: 'Last confirmed valid',
    refused: 'You could not be logged in',
    refusals: refusalsEn,
    ended: 'You have been logged out',
    endedWords: {
      what: 'You have been logged out because your certificate can no longer be used',
      why: 'The identity gate says that the certificate on your phone was suspended or revoked, or has expired.',
      next: ['Check the status of your certificate in the app'],
    },
    unknownWords: {
      what: 'You have been logged out because your certificate could not be checked',
      why: 'The identity gate has not answered for ten minutes.',
      next: ['Wait a moment and log in again'],
    },
  },
})
