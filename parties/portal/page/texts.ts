import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    name: 'マイナポータル（練習用）',
    title: 'マイナポータルにログイン',
    lead: 'スマホだけでログインします。カードはいりません。',
    knows:
      '伝わったのは、これだけです。氏名も住所も、電子証明書の番号も伝わっていません。あなたの番号は、サイトごとに違います。電子証明書が有効かどうかは、画面を開いているあいだ1分ごとに本人確認の入り口に問い合わせ、使えなくなるとログアウトします。',
  },
  en: {
    name: 'Mynaportal (practice)',
    title: 'Log in to Mynaportal',
    lead: 'You can log in with just your phone. You do not need your card.',
    knows:
      'This is all that this site knows about you. It has learnt neither your name nor your address, nor the number of your certificate. Every site gets a different number for you. While this page is open, the site asks the identity gate once a minute whether your certificate is still valid, and logs you out when it is not.',
  },
  operating: {
    ja: { name: 'マイナポータル' },
    en: { name: 'Mynaportal' },
  },
})
