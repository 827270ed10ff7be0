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
    title: 'Register the certificates',
    lead: 'Your certificates are ready. Press “Register” to use them on this phone.',
    register: 'Register',
    stopped: 'It could not be registered',
    waiting: 'Registering',
    waitingLead: 'It takes a few seconds. Please wait.',
    done: 'Registration complete',
    doneLead: 'You can now use the certificates on this phone.',
    uses: 'What you can use it for',
    login: 'Login to Mynaportal (practice)',
    loginHow: 'Read the QR code of the other screen with the phone and enter your 4-digit PIN.',
    home: 'Home',
  },
})
