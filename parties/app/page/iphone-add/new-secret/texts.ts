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
    sameNote: 'チェックを付けると、入力は要りません。確認のための入力も省きます。',
    sameGone:
      'アプリを開き直したため、カードと同じものを自動では入れられません。同じにするときは、下に入力してください。',
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
      pin: 'Set the user authentication PIN of the card on this iPhone',
      'pin-again': 'Enter the PIN again to make sure',
      password: 'Set the signing password of the card on this iPhone',
      'password-again': 'Enter the password again to make sure',
    },
    lead: {
      pin: 'Enter the new PIN, four digits.',
      'pin-again': 'Enter the new PIN, four digits.',
      password: 'Enter the new password, 6 to 16 letters and digits.',
      'password-again': 'Enter the new password, 6 to 16 letters and digits.',
    },
    whose: {
      pin: 'This is a new PIN for the iPhone. The PIN of your card does not change.',
      'pin-again': 'Enter once more the new PIN you have just chosen for the iPhone.',
      password: 'This is a new password for the iPhone. The password of your card does not change.',
      'password-again': 'Enter once more the new password you have just chosen for the iPhone.',
    },
    label: { pin: 'PIN', password: 'Password' },
    hint: {
      pin: '4 digits',
      password: '6 to 16 characters, capitals and digits together (small letters become capitals)',
    },
    faults: {
      pin: {
        form: 'Enter 4 digits.',
        differs: 'It differs from the first entry. Enter it again, or press “Choose again”.',
      },
      password: {
        form: 'Use 6 to 16 characters with both capitals and digits.',
        differs: 'It differs from the first entry. Enter it again, or press “Choose again”.',
      },
    },
    chooseAgain: 'Choose again',
    same: 'Enter the same letters and digits as the signing password of your card',
    sameNote: 'If you tick this, you do not have to type anything.',
    sameGone:
      'The app was opened again, so the password of the card cannot be filled in for you. To use the same, type it below.',
    weakTitle: 'This PIN is easy to guess',
    warnings: {
      'same-digits': 'All four digits are the same.',
      'in-a-row': 'The digits are in order, like 1234.',
      'birth-date': 'It is your birth date.',
    },
    insist: 'I know that it is easy to guess and want to use it',
    about: { pin: 'About the PIN', password: 'About the password' },
    aboutText: {
      pin: 'You use it to log in to Mynaportal and other sites. Three wrong tries in a row lock it. Avoid your birth date and four equal digits.',
      password:
        'You use it to sign, for example in online applications, and to delete the card on this iPhone. Five wrong tries in a row lock it. If you write it down, keep the paper where nobody sees it.',
    },
    next: 'Next',
    setting: 'Setting the PIN and the password',
    settingLead: 'It takes a few seconds. Please wait.',
  },
})
