import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'カードの署名用パスワードを入れてください',
    whose: 'これはカードのパスワードです。紙の控えの①を見て入れてください。',
    label: '署名用パスワード',
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
    whose: 'This is the password of your card: ① on your paper.',
    label: 'Signing password',
    hint: '6 to 16 half-width capitals and digits (small letters become capitals)',
    faults: {
      empty: 'Enter the password.',
      form: '① has 6 to 16 characters with both capitals and digits. It is not one of the 4-digit numbers ②③④.',
    },
    lastTry: 'I have checked that it is the same as ① on my paper',
    unknown: 'I do not know the password',
    unknownAnswer:
      'Please do not guess. The counter of your municipality can reset it. Bring your My Number Card.',
    next: 'Next',
  },
})
