import { defineTexts } from '@kazashi/ui'
import type { SpecialTexts } from '../faults/fault.tsx'

export const texts = defineTexts({
  ja: {
    steps: { who: '相手の確認', you: 'ご本人の確認', done: 'ログインの完了' },
    fetching: 'ログインの相手を確かめています',
    waitLead: '数秒で終わります。そのままお待ちください。',
    ways: {
      android: {
        title: '指紋・顔でログイン',
        lead: 'ボタンを押すと、スマホの確認画面が出ます。いつもの指紋か顔で確認してください。',
        button: '指紋・顔でログインする',
        notNow: '指紋・顔で確認できませんでした',
        again: 'もう一度、指紋・顔で',
        usePin: 'パスワードを入れる',
        instead: {
          'not-now':
            'パスワードの残り回数は減っていません。パスワード（数字4ケタ）でログインできます。',
          'set-up-again':
            '設定したときと変わっているため、使えません。いまはパスワード（数字4ケタ）でログインし、あとで「メニュー」から設定し直してください。',
        },
      },
      iphone: {
        title: 'Face ID・Touch IDでログイン',
        lead: 'ボタンを押すと、iPhoneの確認画面が出ます。いつものFace IDかTouch IDで確認してください。',
        button: 'Face ID・Touch IDでログインする',
        notNow: 'Face ID・Touch IDで確認できませんでした',
        again: 'もう一度、Face ID・Touch IDで',
        usePin: '暗証番号を入れる',
        instead: {
          'not-now': '暗証番号の残り回数は減っていません。暗証番号でログインできます。',
          'set-up-again':
            '設定したときと変わっているため、使えません。いまは暗証番号でログインし、あとで「メニュー」から設定し直してください。',
        },
      },
    },
    recognising: '確認しています',
    recognisingLead: '出てきた確認画面で、確認してください。',
    pin: {
      android: {
        title: 'スマホ用のパスワードを入れてください',
        whose: 'このスマホ用に決めた数字4ケタです。カードの暗証番号ではありません。',
        label: 'スマホ用利用者証明用電子証明書のパスワード',
        hint: '数字4ケタ',
        form: '数字4ケタで入れてください。',
        forgotten: 'パスワードがわからない場合',
      },
      iphone: {
        title: 'iPhoneの暗証番号を入れてください',
        whose: 'このiPhone用に決めた数字4ケタです。実物のカードの暗証番号ではありません。',
        label: 'iPhoneのマイナンバーカードの利用者証明用暗証番号',
        hint: '数字4桁',
        form: '数字4桁で入れてください。',
        forgotten: '暗証番号がわからない',
      },
    },
    lastTry: '自分で決めた番号であることを確かめました',
    login: 'ログインする',
    answering: 'ログインしています',
    accepted: 'ログインしました',
    confirmed: 'ご本人の確認が終わりました',
    complete: '「元の画面に戻る」を押すと、ログインが完了します。',
    back: '元の画面に戻ってください',
    backLead: (who: string) => `${who}の画面が、ログインした状態になっています。`,
    backLink: '元の画面に戻る',
    refused: 'ログインできませんでした',
    declined: 'ログインをやめました',
    declinedLead: '相手には何も送っていません。元の画面は閉じてかまいません。',
    home: 'ホームへ',
    forgottenAnswer:
      '思いつきで試さないでください。お手元のマイナンバーカードで、新しく決め直せます。そのあと、ログインをはじめからやり直してください。',
    resetSecret: 'パスワードを設定し直す',
    resume: '利用再開の手続きをする',
  },
  en: {
    steps: { who: 'Check the site', you: 'Confirm it’s you', done: 'Logged in' },
    fetching: 'Checking who is asking',
    waitLead: 'This takes a few seconds. Please wait.',
    ways: {
      android: {
        title: 'Log in with fingerprint or face',
        lead: 'Press the button and your phone will ask you to confirm. Use your fingerprint or face as usual.',
        button: 'Log in with fingerprint or face',
        notNow: 'Your fingerprint or face was not recognised',
        again: 'Try fingerprint or face again',
        usePin: 'Enter PIN instead',
        instead: {
          'not-now': 'This did not use up a PIN attempt. You can log in with your PIN.',
          'set-up-again':
            'Something has changed since you set this up. Log in with your PIN now, and set it up again later from the menu.',
        },
      },
      iphone: {
        title: 'Log in with Face ID or Touch ID',
        lead: 'Press the button and your iPhone will ask you to confirm. Use Face ID or Touch ID as usual.',
        button: 'Log in with Face ID or Touch ID',
        notNow: 'Face ID or Touch ID did not recognise you',
        again: 'Try Face ID or Touch ID again',
        usePin: 'Enter PIN instead',
        instead: {
          'not-now': 'This did not use up a PIN attempt. You can log in with your PIN.',
          'set-up-again':
            'Something has changed since you set this up. Log in with your PIN now, and set it up again later from the menu.',
        },
      },
    },
    recognising: 'Confirming',
    recognisingLead: 'Confirm on the screen that appeared.',
    pin: {
      android: {
        title: 'Enter the PIN for this phone',
        whose: 'This is the 4-digit PIN you chose for this phone, not the PIN of your card.',
        label: 'Smartphone user authentication PIN',
        hint: '4 digits',
        form: 'Enter 4 digits.',
        forgotten: 'I don’t know the PIN',
      },
      iphone: {
        title: 'Enter the PIN for this iPhone',
        whose:
          'This is the 4-digit PIN you chose for this iPhone, not the PIN of your physical card.',
        label: 'User authentication PIN of your My Number Card on iPhone',
        hint: '4 digits',
        form: 'Enter 4 digits.',
        forgotten: 'I don’t know the PIN',
      },
    },
    lastTry: 'I have checked that this is the PIN I chose',
    login: 'Log in',
    answering: 'Logging in',
    accepted: 'You are logged in',
    confirmed: 'Your identity is confirmed',
    complete: 'Press “Back to the login page” to complete the login.',
    back: 'Go back to the login page',
    backLead: (who: string) => `You are now logged in to ${who} on that page.`,
    backLink: 'Back to the login page',
    refused: 'You could not be logged in',
    declined: 'Login cancelled',
    declinedLead: 'Nothing was sent to the site. You can close the login page.',
    home: 'Home',
    forgottenAnswer:
      'Please do not guess. You can set a new PIN with your My Number Card. Then start the login again from the beginning.',
    resetSecret: 'Reset password or PIN',
    resume: 'Resume use',
  },
})

/** After the third wrong number: nothing can be entered again here. */
export const overFaults = defineTexts<SpecialTexts>({
  ja: {
    CODE_WRONG: {
      what: '確認番号が3回違いました',
      why: 'ログインしたい画面に出ている番号と、一致しませんでした。このログインは終わりました。',
      next: ['ログインしたい画面で、もう一度はじめてください。新しい確認番号が出ます'],
    },
  },
  en: {
    CODE_WRONG: {
      what: 'The confirmation number was wrong three times',
      why: 'It did not match the number on the screen you want to log in on. This login is over.',
      next: ['Start again on the screen you want to log in on. It will show a new number'],
    },
  },
})
