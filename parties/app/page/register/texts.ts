import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'スマホ用電子証明書を登録します',
    lead: '発行の準備ができました。「登録する」を押すと、このスマホで使えるようになります。',
    register: '登録する',
    stopped: '登録できませんでした',
    waiting: '登録しています',
    waitingLead: '数秒で終わります。そのままお待ちください。',
    done: '登録が完了しました',
    doneLead: 'スマホ用電子証明書が、このスマホで使えるようになりました。',
    uses: 'いま使えること',
    login: 'マイナポータル（練習用）へのログイン',
    loginHow: 'パソコンの画面のQRコードをスマホで読み取り、数字4ケタを入れます。',
    home: 'ホームへ',
  },
  en: {
    title: 'Register your smartphone certificates',
    lead: 'Your certificates are ready. Press “Register” to start using them on this phone.',
    register: 'Register',
    stopped: 'Registration failed',
    waiting: 'Registering',
    waitingLead: 'This takes a few seconds. Please wait.',
    done: 'Registration complete',
    doneLead: 'You can now use smartphone certificates on this phone.',
    uses: 'What you can do now',
    login: 'Log in to Mynaportal (practice)',
    loginHow:
      'Scan the QR code on your computer screen with your phone and enter your 4-digit PIN.',
    home: 'Home',
  },
})
