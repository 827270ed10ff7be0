import { defineTexts } from '@kazashi/ui'

export const addressTexts = defineTexts({
  ja: {
    title: '別の画面のサイトにログインする',
    steps: [
      'ログインしたい画面に、QRコードを出します',
      'スマホに付いているカメラアプリで、QRコードを読み取ります',
      '出てきたリンクを押すと、このアプリに確認の画面が出ます',
    ],
    label: 'カメラで読み取れないときは、アドレスを貼り付けてください',
    hint: 'ログイン画面の「QRコードを読み取れないとき」に出ています',
    wrong: 'ログイン用のアドレスではないようです。はじめから終わりまで貼り付けてください。',
    next: '次へ',
  },
  en: {
    title: 'Log in to a site on another screen',
    steps: [
      'Show the QR code on the screen you want to log in on',
      'Scan it with your phone’s camera app',
      'Press the link that appears. This app then asks you to confirm',
    ],
    label: 'If you cannot scan it, paste the address here',
    hint: 'You can find it on the login page under “If you cannot scan the QR code”',
    wrong: 'This is not a login address. Paste the whole address.',
    next: 'Next',
  },
})
