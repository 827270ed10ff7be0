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
      choose: 'Choose what to reset',
      card: 'Card password',
      read: 'Read the card',
      signing: 'New password (signing)',
      pin: 'New PIN (user authentication)',
      done: 'Done',
    },
    title: {
      android: 'Reset the certificate password or PIN',
      iphone: 'Reset your iPhone’s PIN or password',
    },
    lead: 'Tick the ones you forgot or that are locked. You can choose new ones with your card.',
    secrets: {
      android: {
        signing: 'Password of the smartphone signing certificate',
        authentication: 'PIN of the smartphone user authentication certificate',
      },
      iphone: { signing: 'Signing password', authentication: 'User authentication PIN' },
    },
    hints: { signing: '6 to 16 capital letters and digits', authentication: '4 digits' },
    none: 'Tick at least one of them.',
    need: 'What you need',
    things: ['Your My Number Card', 'The signing password of the card (① on your password sheet)'],
    begin: 'Start',
    setting: 'Setting it',
    notYet: 'Not set yet',
    settingLead: 'This takes a few seconds. Please wait.',
    again: 'Send again',
    home: 'Home',
    done: 'Reset complete',
    doneLead:
      'You can use what you just chose. The old one no longer works. The password of your card has not changed.',
    stopped: 'It could not be reset',
  },
})
