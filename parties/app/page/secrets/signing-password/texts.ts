import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '新しいパスワードの設定',
    lead: {
      android: 'スマホ用署名用電子証明書の新しいパスワードを入力してください。',
      iphone: 'iPhoneのマイナンバーカードの新しい署名用パスワードを入力してください。',
    },
    whose: {
      android: 'これはスマホ用の新しいパスワードです。カードのパスワードは変わりません。',
      iphone: 'これはiPhone用の新しいパスワードです。カードのパスワードは変わりません。',
    },
    label: 'パスワード',
    again: 'パスワード（確認）',
    hint: {
      android: '6～16ケタ、英大文字と数字の組み合わせ',
      iphone: '英数字6～16文字（英大文字と数字の組み合わせ）',
    },
    repeat: '確認のため、もう一度入力してください。',
    faults: {
      form: {
        android: '6～16ケタで、英大文字と数字の両方を使ってください。',
        iphone: '6～16文字で、英大文字と数字の両方を使ってください。',
      },
      differs: '2つの入力が違います。「入力内容を表示する」で見比べてください。',
    },
    about: {
      android: 'スマホ用署名用電子証明書のパスワードとは',
      iphone: 'パスワードについて',
    },
    aboutText:
      '電子申請などで署名するときに使います。5回続けて間違えるとロックされます。紙に控えるときは、人に見られないところにしまってください。',
    next: '次へ',
  },
  en: {
    title: 'Set a new password',
    lead: {
      android: 'Enter a new password for your smartphone signing certificate.',
      iphone: 'Enter a new signing password for your My Number Card on iPhone.',
    },
    whose: {
      android: 'This is a new password for your phone. The password of your card does not change.',
      iphone: 'This is a new password for your iPhone. The password of your card does not change.',
    },
    label: 'Password',
    again: 'Password (again)',
    hint: {
      android: '6 to 16 characters, both capital letters and digits',
      iphone: '6 to 16 characters, both capital letters and digits',
    },
    repeat: 'Enter it again to confirm.',
    faults: {
      form: {
        android: 'Use 6 to 16 characters, with both capital letters and digits.',
        iphone: 'Use 6 to 16 characters, with both capital letters and digits.',
      },
      differs: 'The two entries are different. Press “Show what I typed” to compare them.',
    },
    about: {
      android: 'What is the password of the smartphone signing certificate?',
      iphone: 'About the password',
    },
    aboutText:
      'You use it to sign, for example online applications. It locks after 5 wrong attempts in a row. If you write it down, keep it where no one can see it.',
    next: 'Next',
  },
})
