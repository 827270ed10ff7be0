import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: { android: '新しいパスワードの設定', iphone: '新しい暗証番号の設定' },
    lead: {
      android: 'スマホ用利用者証明用電子証明書の新しいパスワードを入力してください。',
      iphone: 'iPhoneのマイナンバーカードの新しい暗証番号を入力してください。',
    },
    whose: {
      android: 'これはスマホ用の新しいパスワードです。カードの暗証番号は変わりません。',
      iphone: 'これはiPhone用の新しい暗証番号です。カードの暗証番号は変わりません。',
    },
    label: { android: 'パスワード', iphone: '暗証番号' },
    again: { android: 'パスワード（確認）', iphone: '暗証番号（確認）' },
    hint: { android: '数字4ケタ', iphone: '数字4桁' },
    repeat: '確認のため、もう一度入力してください。',
    faults: {
      form: { android: '数字4ケタで入れてください。', iphone: '数字4桁で入れてください。' },
      differs: '2つの入力が違います。「入力内容を表示する」で見比べてください。',
    },
    weakTitle: '人に当てられやすい番号です',
    warnings: {
      'same-digits': '同じ数字が4つ並んでいます。',
      'in-a-row': '1234のように、続いた数字です。',
      'birth-date': '生年月日と同じ番号です。',
    },
    insist: '当てられやすいことがわかった上で、この番号を使う',
    about: {
      android: 'スマホ用利用者証明用電子証明書のパスワードとは',
      iphone: '暗証番号について',
    },
    aboutText:
      'マイナポータルなどにログインするときに使います。3回続けて間違えるとロックされます。生年月日や同じ数字の並びは避けてください。',
    next: '次へ',
  },
  en: {
    title: { android: 'Set a new PIN', iphone: 'Set a new PIN' },
    lead: {
      android: 'Enter a new PIN for your smartphone user authentication certificate.',
      iphone: 'Enter a new PIN for your My Number Card on iPhone.',
    },
    whose: {
      android: 'This is a new PIN for your phone. The PIN of your card does not change.',
      iphone: 'This is a new PIN for your iPhone. The PIN of your card does not change.',
    },
    label: { android: 'PIN', iphone: 'PIN' },
    again: { android: 'PIN (again)', iphone: 'PIN (again)' },
    hint: { android: '4 digits', iphone: '4 digits' },
    repeat: 'Enter it again to confirm.',
    faults: {
      form: { android: 'Enter 4 digits.', iphone: 'Enter 4 digits.' },
      differs: 'The two entries are different. Press “Show what I typed” to compare them.',
    },
    weakTitle: 'This PIN is easy to guess',
    warnings: {
      'same-digits': 'All four digits are the same.',
      'in-a-row': 'The digits are in order, like 1234.',
      'birth-date': 'It is your date of birth.',
    },
    insist: 'I understand that it is easy to guess, and I want to use it',
    about: {
      android: 'What is the PIN of the smartphone user authentication certificate?',
      iphone: 'About the PIN',
    },
    aboutText:
      'You use it to log in to Mynaportal and other sites. It locks after 3 wrong attempts in a row. Avoid your date of birth and repeated digits.',
    next: 'Next',
  },
})
