import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    name: 'マイナポータル（練習用）',
    title: 'マイナポータルにログイン',
    lead: 'スマホだけでログインします。カードはいりません。',
    knows:
      'ログインで伝わるのは、これだけです。氏名も住所も、電子証明書の番号も、ログインでは伝わりません。申請で「氏名・住所・生年月日を自動で入れる」を押し、スマホで認めたときと、申請に署名したときだけ、その申請に入ります。あなたの番号は、サイトごとに違います。電子証明書が有効かどうかは、画面を開いているあいだ1分ごとに本人確認の入り口に問い合わせ、使えなくなるとログアウトします。',
  },
  en: {
    name: 'Mynaportal (practice)',
    title: 'Log in to Mynaportal',
    lead: 'You can log in with just your phone. You do not need your card.',
    knows:
      'This is all that a login tells this site about you: neither your name nor your address, nor the number of your certificate. They reach an application only where you press “Enter my name, address and date of birth for me” in it and agree on the phone, or sign it. Every site gets a different number for you. While this page is open, the site asks the identity gate once a minute whether your certificate is still valid, and logs you out when it is not.',
  },
  operating: {
    ja: { name: 'マイナポータル' },
    en: { name: 'Mynaportal' },
  },
})
