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
    label: '新しいパスワード',
    hint: '6～16ケタ、英大文字と数字の組み合わせ',
    repeat: '確認のため、もう一度入力してください。',
    faults: {
      form: '6～16ケタで、英大文字と数字の両方を使ってください。',
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
      android: 'Enter a new password for the signing certificate of the phone.',
      iphone: 'Enter a new signing password for the My Number Card on this iPhone.',
    },
    whose: {
      android: 'This is a new password for the phone. The password of your card does not change.',
      iphone: 'This is a new password for the iPhone. The password of your card does not change.',
    },
    label: 'New password',
    hint: '6 to 16 characters, capitals and digits together',
    repeat: 'Enter it again to make sure.',
    faults: {
      form: 'Use 6 to 16 characters with both capitals and digits.',
      differs: 'The two entries differ. Press “Show what I typed” and compare.',
    },
    about: {
      android: 'What is the password of the signing certificate?',
      iphone: 'About the password',
    },
    aboutText:
      'You use it to sign, for example in online applications. Five wrong tries in a row lock it. If you write it down, keep the paper where nobody sees it.',
    next: 'Next',
  },
})
