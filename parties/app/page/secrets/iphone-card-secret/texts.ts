import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: {
      pin: '実物のマイナンバーカードの券面入力用暗証番号の入力',
      password: '実物のマイナンバーカードの署名用パスワードの入力',
    },
    lead: {
      add: 'iPhoneのマイナンバーカードを追加することに署名します。パスワードを英数字6～16文字で入力してください。',
      pin: 'マイナンバーカードに含まれるマイナンバーや顔写真などの情報を読み取るために、暗証番号を数字4桁で入力してください。',
      delete:
        'iPhoneのマイナンバーカードを削除することに署名します。パスワードを英数字6～16文字で入力してください。',
      'reset-secret':
        'iPhone用の暗証番号やパスワードを設定し直すことに署名します。カードのパスワードを英数字6～16文字で入力してください。',
      'delete-other':
        '別のスマートフォンのマイナンバーカードを削除することに署名します。パスワードを英数字6～16文字で入力してください。',
    },
    whose: {
      pin: 'これはカードの暗証番号です。紙の控えの④「券面事項入力補助用」を見て入れてください。',
      password: 'これはカードのパスワードです。紙の控えの①を見て入れてください。',
    },
    label: { pin: '券面入力用暗証番号', password: '署名用パスワード' },
    hint: { pin: '数字4桁', password: '英大文字と数字、6～16文字（小文字は大文字になります）' },
    faults: {
      pin: {
        empty: '暗証番号を入れてください。',
        form: '④は、数字4桁です。',
      },
      password: {
        empty: 'パスワードを入れてください。',
        form: '①は、英大文字と数字の両方が入った6～16文字です。数字4桁の②③④とは別のものです。',
      },
    },
    lastTry: {
      pin: '紙の控えの④と同じことを確かめました',
      password: '紙の控えの①と同じことを確かめました',
    },
    unknown: { pin: '暗証番号がわからない', password: 'パスワードがわからない' },
    unknownAnswer: {
      pin: '思いつきで試さないでください。3回続けて間違えるとロックされます。お住まいの市区町村の窓口で、初期化（再設定）ができます。マイナンバーカードをお持ちください。',
      password:
        '思いつきで試さないでください。5回続けて間違えるとロックされます。お住まいの市区町村の窓口で、初期化（再設定）ができます。マイナンバーカードをお持ちください。',
    },
    next: '次へ',
  },
  en: {
    title: {
      pin: 'Enter the card data PIN of your physical My Number Card',
      password: 'Enter the signing password of your physical My Number Card',
    },
    lead: {
      add: 'You are signing a request to add your My Number Card to iPhone. Enter the password (6 to 16 letters and digits).',
      pin: 'Enter the 4-digit PIN, so that your My Number, photo and other data can be read from your card.',
      delete:
        'You are signing a request to delete the My Number Card on this iPhone. Enter the password (6 to 16 letters and digits).',
      'reset-secret':
        'You are signing a request to set a new PIN or password for your iPhone. Enter the password of your card (6 to 16 letters and digits).',
      'delete-other':
        'You are signing a request to delete the My Number Card on another smartphone. Enter the password (6 to 16 letters and digits).',
    },
    whose: {
      pin: 'This is a PIN of your card. Look at ④ “Card data input” on your password sheet.',
      password: 'This is the password of your card. Look at ① on your password sheet.',
    },
    label: { pin: 'Card data PIN', password: 'Signing password' },
    hint: {
      pin: '4 digits',
      password:
        '6 to 16 characters, capital letters and digits (small letters are changed to capitals)',
    },
    faults: {
      pin: {
        empty: 'Enter the PIN.',
        form: '④ has 4 digits.',
      },
      password: {
        empty: 'Enter the password.',
        form: '① has 6 to 16 characters, with both capital letters and digits. It is not one of the 4-digit PINs (②, ③ or ④).',
      },
    },
    lastTry: {
      pin: 'I have checked that it matches ④ on my password sheet',
      password: 'I have checked that it matches ① on my password sheet',
    },
    unknown: { pin: 'I don’t know the PIN', password: 'I don’t know the password' },
    unknownAnswer: {
      pin: 'Please do not guess. The PIN locks after 3 wrong attempts in a row. Your municipal office can reset it. Bring your My Number Card.',
      password:
        'Please do not guess. The password locks after 5 wrong attempts in a row. Your municipal office can reset it. Bring your My Number Card.',
    },
    next: 'Next',
  },
})
