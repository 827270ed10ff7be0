import { defineTexts } from '@kazashi/ui'

export const waitingTexts = defineTexts({
  ja: {
    waiting: 'スマホで読み取ってください',
    steps: [
      'スマホでQRコードを読み取ります',
      'この画面の確認番号を、スマホに入れます',
      'スマホの数字4桁（Androidは利用者証明用のパスワード、iPhoneは暗証番号）を入れるか、指紋・顔で確認します',
    ],
    qr: 'ログイン用のQRコード',
    unread: 'QRコードを読み取れないとき',
    paste:
      '下のアドレスをスマホに送り、アプリの「読み取りかた・読み取れないとき」に貼り付けてください。',
    code: '確認番号',
    samePhone: 'このスマホでログインする',
    waitingHere: 'アプリでログインします',
    stepsHere: [
      '上のボタンでアプリを開きます',
      'スマホの数字4桁（Androidは利用者証明用のパスワード、iPhoneは暗証番号）を入れるか、指紋・顔で確認します',
    ],
    otherPhone: '別のスマホでログインするとき',
    readCode: 'このQRコードを別のスマホで読み取り、下の確認番号をそのスマホに入れてください。',
    wait: 'スマホでの操作を待っています（5分以内）',
  },
  en: {
    waiting: 'Scan the code with your phone',
    steps: [
      'Scan the QR code with your phone',
      'Enter the confirmation number of this screen on your phone',
      'Enter the 4-digit PIN of the user authentication certificate, or use your fingerprint or face',
    ],
    qr: 'QR code for logging in',
    unread: 'If you cannot scan the QR code',
    paste:
      'Send this address to your phone. In the app, open “How to scan, and what to do if you can’t” and paste it there.',
    code: 'Confirmation number',
    samePhone: 'Log in on this phone',
    waitingHere: 'Log in with the app',
    stepsHere: [
      'Open the app with the button above',
      'Enter the 4-digit PIN of the user authentication certificate, or use your fingerprint or face',
    ],
    otherPhone: 'To log in with another phone',
    readCode: 'Scan this QR code with the other phone, and enter the number below on it.',
    wait: 'Waiting for your phone (up to 5 minutes)',
  },
})
