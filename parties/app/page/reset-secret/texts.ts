import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    steps: {
      choose: '設定し直すものの選択',
      card: 'カードのパスワード',
      read: 'カードの読み取り',
      signing: '新しいパスワード（署名用）',
      pin: '新しいパスワード（利用者証明用）',
      done: '設定の完了',
    },
    title: {
      android: 'スマホ用のパスワードを設定し直します',
      iphone: 'iPhone用の暗証番号・パスワードを設定し直します',
    },
    lead: '忘れたもの、ロックされたものにチェックを付けてください。お手元のカードで、新しく決め直せます。',
    secrets: {
      android: {
        signing: 'スマホ用署名用電子証明書のパスワード',
        authentication: 'スマホ用利用者証明用電子証明書のパスワード',
      },
      iphone: { signing: '署名用パスワード', authentication: '利用者証明用暗証番号' },
    },
    hints: { signing: '英大文字と数字、6～16ケタ', authentication: '数字4ケタ' },
    none: '少なくとも1つ、チェックを付けてください。',
    need: '用意するもの',
    things: ['マイナンバーカード', 'カードの署名用パスワード（紙の控えの①）'],
    begin: 'はじめる',
    setting: '設定しています',
    notYet: 'まだ設定できていません',
    settingLead: '数秒で終わります。そのままお待ちください。',
    again: 'もう一度送る',
    home: 'ホームへ',
    done: '設定し直しました',
    doneLead:
      '新しいパスワードが使えます。前のパスワードは、もう使えません。カードのパスワードは変わっていません。',
    stopped: '設定し直せませんでした',
  },
  en: {
    steps: {
      choose: 'Which to set',
      card: 'Password of the card',
      read: 'Reading the card',
      signing: 'New password (signing)',
      pin: 'New PIN (authentication)',
      done: 'Complete',
    },
    title: {
      android: 'Set new passwords for the phone',
      iphone: 'Set a new PIN and password for the iPhone',
    },
    lead: 'Tick each one you forgot or that is locked. With your card at hand you choose a new one.',
    secrets: {
      android: {
        signing: 'Password of the signing certificate of the phone',
        authentication: 'PIN of the user authentication certificate of the phone',
      },
      iphone: { signing: 'Signing password', authentication: 'PIN for user authentication' },
    },
    hints: { signing: '6 to 16 capitals and digits', authentication: '4 digits' },
    none: 'Tick at least one of them.',
    need: 'What you need',
    things: ['Your My Number Card', 'The signing password of the card (① on your paper)'],
    begin: 'Begin',
    setting: 'Setting it',
    notYet: 'It is not set yet',
    settingLead: 'It takes a few seconds. Please wait.',
    again: 'Send again',
    home: 'Home',
    done: 'The new one is set',
    doneLead:
      'The new password can be used, the old one no longer. The password of your card has not changed.',
    stopped: 'It could not be set',
  },
})
