import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: {
      pin: 'iPhoneのマイナンバーカードの利用者証明用暗証番号の設定',
      'pin-again': '確認のため、もう一度暗証番号の入力',
      password: 'iPhoneのマイナンバーカードの署名用パスワードの設定',
      'password-again': '確認のため、もう一度パスワードの入力',
    },
    lead: {
      pin: '新しく設定する暗証番号を数字4桁で入力してください。',
      'pin-again': '新しく設定する暗証番号を数字4桁で入力してください。',
      password: '新しく設定するパスワードを英数字6～16文字で入力してください。',
      'password-again': '新しいパスワードを英数字6～16文字で入力してください。',
    },
    whose: {
      pin: 'これはiPhone用の新しい暗証番号です。カードの暗証番号は変わりません。',
      'pin-again': 'いま決めた、iPhone用の新しい暗証番号を、もう一度入れてください。',
      password: 'これはiPhone用の新しいパスワードです。カードのパスワードは変わりません。',
      'password-again': 'いま決めた、iPhone用の新しいパスワードを、もう一度入れてください。',
    },
    label: { pin: '暗証番号', password: 'パスワード' },
    hint: {
      pin: '数字4桁',
      password: '英大文字と数字の組み合わせ、6～16文字（小文字は大文字になります）',
    },
    faults: {
      pin: {
        form: '数字4桁で入れてください。',
        differs:
          '1回目の入力と違います。もう一度入れるか、「はじめから決め直す」を押してください。',
      },
      password: {
        form: '6～16文字で、英大文字と数字の両方を使ってください。',
        differs:
          '1回目の入力と違います。もう一度入れるか、「はじめから決め直す」を押してください。',
      },
    },
    chooseAgain: 'はじめから決め直す',
    same: '実物のマイナンバーカードの署名用パスワードと同じ英数字を入力',
    sameNote:
      'チェックを付けると、この画面での入力は要りません。次の画面で、確認のために一度入力します。',
    sameGone:
      'アプリを開き直したため、カードと同じものを自動では入れられません。同じにするときは、上に入力してください。',
    weakTitle: '人に当てられやすい番号です',
    warnings: {
      'same-digits': '同じ数字が4つ並んでいます。',
      'in-a-row': '1234のように、続いた数字です。',
      'birth-date': '生年月日と同じ番号です。',
    },
    insist: '当てられやすいことがわかった上で、この番号を使う',
    about: { pin: '暗証番号について', password: 'パスワードについて' },
    aboutText: {
      pin: 'マイナポータルなどにログインするときに使います。3回続けて間違えるとロックされます。生年月日や同じ数字の並びは避けてください。',
      password:
        '電子申請などで署名するときと、このiPhoneのカードを削除するときに使います。5回続けて間違えるとロックされます。紙に控えるときは、人に見られないところにしまってください。',
    },
    next: '次へ',
    setting: '暗証番号とパスワードを設定しています',
    settingLead: '数秒で終わります。そのままお待ちください。',
  },
  en: {
    title: {
      pin: 'Set the user authentication PIN of your My Number Card on iPhone',
      'pin-again': 'Enter the PIN again to confirm',
      password: 'Set the signing password of your My Number Card on iPhone',
      'password-again': 'Enter the password again to confirm',
    },
    lead: {
      pin: 'Enter a new 4-digit PIN.',
      'pin-again': 'Enter the new 4-digit PIN.',
      password: 'Enter a new password of 6 to 16 letters and digits.',
      'password-again': 'Enter the new password of 6 to 16 letters and digits.',
    },
    whose: {
      pin: 'This is a new PIN for your iPhone. The PIN of your card does not change.',
      'pin-again': 'Enter the new PIN you just chose for your iPhone again.',
      password:
        'This is a new password for your iPhone. The password of your card does not change.',
      'password-again': 'Enter the new password you just chose for your iPhone again.',
    },
    label: { pin: 'PIN', password: 'Password' },
    hint: {
      pin: '4 digits',
      password:
        '6 to 16 characters, both capital letters and digits (small letters are changed to capitals)',
    },
    faults: {
      pin: {
        form: 'Enter 4 digits.',
        differs: 'This is not what you entered first. Enter it again, or press “Choose a new one”.',
      },
      password: {
        form: 'Use 6 to 16 characters, with both capital letters and digits.',
        differs: 'This is not what you entered first. Enter it again, or press “Choose a new one”.',
      },
    },
    chooseAgain: 'Choose a new one',
    same: 'Use the same letters and digits as the signing password of your physical card',
    sameNote:
      'If you tick this, you do not have to type anything on this screen. You enter it once on the next screen to confirm.',
    sameGone:
      'The app was reopened, so the password of your card cannot be filled in automatically. To use the same password, type it above.',
    weakTitle: 'This PIN is easy to guess',
    warnings: {
      'same-digits': 'All four digits are the same.',
      'in-a-row': 'The digits are in order, like 1234.',
      'birth-date': 'It is your date of birth.',
    },
    insist: 'I understand that it is easy to guess, and I want to use it',
    about: { pin: 'About the PIN', password: 'About the password' },
    aboutText: {
      pin: 'You use it to log in to Mynaportal and other sites. It locks after 3 wrong attempts in a row. Avoid your date of birth and repeated digits.',
      password:
        'You use it to sign, for example online applications, and to delete the card on this iPhone. It locks after 5 wrong attempts in a row. If you write it down, keep it where no one can see it.',
    },
    next: 'Next',
    setting: 'Setting your PIN and password',
    settingLead: 'This takes a few seconds. Please wait.',
  },
})
