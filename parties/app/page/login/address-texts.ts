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
      'Have the screen you want to log in to show its QR code',
      'Read it with the camera app of this phone',
      'Press the link it shows; this app then asks you',
    ],
    label: 'If the camera cannot read it, paste the address',
    hint: 'The login screen shows it under “If the code cannot be read”',
    wrong: 'This is not a login address. Paste the whole address.',
    next: 'Next',
  },
})
