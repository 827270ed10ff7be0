import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'カードの署名用パスワードを入れてください',
    whose: 'これはカードのパスワードです。紙の控えの①を見て入れてください。',
    label: 'パスワード',
    hint: '英大文字と数字、6～16文字（小文字は大文字になります）',
    faults: {
      empty: 'パスワードを入れてください。',
      form: '①は、英大文字と数字の両方が入った6～16文字です。数字4ケタの②③④とは別のものです。',
    },
    lastTry: '紙の控えの①と同じことを確かめました',
    unknown: 'パスワードがわからない',
    unknownAnswer:
      '思いつきで試さないでください。お住まいの市区町村の窓口で、初期化（再設定）ができます。マイナンバーカードをお持ちください。',
    next: '次へ',
  },
  en: {
    title: 'Enter the signing password of your card',
    whose: 'This is the password of your card. Look at ① on your password sheet.',
    label: 'Password',
    hint: '6 to 16 characters, capital letters and digits (small letters are changed to capitals)',
    faults: {
      empty: 'Enter the password.',
      form: '① has 6 to 16 characters, with both capital letters and digits. It is not one of the 4-digit PINs (②, ③ or ④).',
    },
    lastTry: 'I have checked that it matches ① on my password sheet',
    unknown: 'I don’t know the password',
    unknownAnswer:
      'Please do not guess. Your municipal office can reset the password. Bring your My Number Card.',
    next: 'Next',
  },
})
