import { defineTexts, type ErrorWords } from '@kazashi/ui'

/** The request of a site, by the error that it gets; `other` for all that are not here. */
const stoppedJa: Readonly<Record<string, ErrorWords>> = {
  invalid_client: {
    what: 'このサイトは登録されていません',
    why: '本人確認を求めたサイトが、この入り口に登録されていないか、名前が違います。',
    next: ['元のサイトに戻り、運営者にお問い合わせください'],
  },
  invalid_redirect_uri: {
    what: '戻り先のアドレスが登録と違います',
    why: '登録のないアドレスへは、本人確認の結果を渡しません。',
    next: ['元のサイトに戻り、運営者にお問い合わせください'],
  },
}
const stoppedEn: Readonly<Record<string, ErrorWords>> = {
  invalid_client: {
    what: 'This site is not registered',
    why: 'The site that asked for a login is not registered here, or goes by another name.',
    next: ['Go back to the site and contact those who run it'],
  },
  invalid_redirect_uri: {
    what: 'The address to return to is not the registered one',
    why: 'The result of a login is not sent to an address that is not registered.',
    next: ['Go back to the site and contact those who run it'],
  },
}

export const texts = defineTexts({
  ja: {
    name: '本人確認（練習用）',
    asking: '準備しています',
    forWhom: (name: string) => `「${name}」にログインします。`,
    signsFor: (name: string) => `「${name}」の文書に、スマホで署名します。`,
    leaving: '元のサイトに戻っています',
    leavingTo: (name: string) => `「${name}」に戻っています。`,
    stop: 'やめて、元のサイトに戻る',
    byCard: 'スマホではなく、パソコンのカードリーダーを使うとき',
    byCardHow:
      'リーダーにICカードを置き、このパソコンで次のコマンドを実行してください。NAMEはリーダーの名前です（npx kazashi card readers で見られます）。暗証番号はコマンドの中で入力します。',
    hindered:
      'あなたのスマホから、そう返事がありました。このスマホでは続けられません。ほかのスマホをお使いになるときは、下のコードがそのまま使えます。',
    again: 'もう一度ログインする',
    refused: 'ログインできませんでした',
    unknown: {
      what: 'このログインは、もう続けられません',
      why: '時間が過ぎたか、ログインをはじめたのとは別のブラウザーで開かれています。',
      next: ['元のサイトに戻り、もう一度ログインをはじめてください'],
    },
    stopped: '本人確認をはじめられません',
    stoppedWords: stoppedJa,
    other: {
      what: 'サイトからの依頼を受け付けられません',
      why: '依頼の内容が正しくないか、時間が過ぎています。',
      next: ['元のサイトに戻り、もう一度はじめてください'],
    },
    detail: 'サイトの開発者の方へ',
    title: '本人確認の入り口',
    lead: 'サイトから「スマホでログイン」を求められたときに、ここでスマホとつなぎます。このページから始めることはありません。',
    developers: 'サイトを作る方へ',
    discovery: 'OpenID Connectの設定は、次のアドレスにあります。',
  },
  en: {
    name: 'Identity check (practice)',
    asking: 'Getting ready',
    forWhom: (name: string) => `You are logging in to ${name}.`,
    signsFor: (name: string) => `You are signing documents of ${name} with your phone.`,
    leaving: 'Taking you back to the site',
    leavingTo: (name: string) => `Taking you back to ${name}.`,
    stop: 'Cancel and go back to the site',
    byCard: 'With the card in a reader at this computer, in place of a phone',
    byCardHow:
      'Put the card on the reader and run this command on this computer. NAME is the name of the reader (npx kazashi card readers lists them). It asks for the PIN itself.',
    hindered:
      'This is what your phone answered, so you cannot go on with it. If you have another phone, the code below still works.',
    again: 'Log in again',
    refused: 'You could not be logged in',
    unknown: {
      what: 'This login cannot be continued',
      why: 'It has expired, or it was opened in another browser than the one it was started in.',
      next: ['Go back to the site and start the login again'],
    },
    stopped: 'The login cannot be started',
    stoppedWords: stoppedEn,
    other: {
      what: 'The request from the site cannot be accepted',
      why: 'The request is not correct, or it has expired.',
      next: ['Go back to the site and start again'],
    },
    detail: 'For developers of the site',
    title: 'Identity gate',
    lead: 'When a site asks you to log in with your phone, this page connects it to your phone. There is nothing to start here.',
    developers: 'For developers of sites',
    discovery: 'The OpenID Connect configuration is at this address.',
  },
  operating: {
    ja: { name: '本人確認' },
    en: { name: 'Identity check' },
  },
})
