import { defineTexts } from '@kazashi/ui'

export const secretTexts = defineTexts({
  ja: {
    title: 'パスワード入力',
    notes: '注意事項',
    whose: 'このスマホ用に決めたパスワードです。カードのパスワードではありません。',
    label: 'パスワード',
    unconfirmed: 'よく確かめてから、下のチェックを付けてください。',
    lastTry: 'スマホ用に決めたパスワードと同じことを確かめました',
    revoke: '失効する',
    useCard: 'お手元のカードを利用する',
    unknown: 'パスワードがわからない場合',
    unknownAnswer:
      '思いつきで試さないでください。「お手元のカードを利用する」を押すと、マイナンバーカードとその署名用パスワードで失効できます。',
    signing: {
      lead: 'スマホ用署名用電子証明書のパスワードを入力してください。',
      note: 'スマホ用署名用電子証明書を用いて電子署名を行います。',
      hint: '6～16ケタ、英大文字と数字の組み合わせ',
      form: '6～16ケタで、英大文字と数字の両方が入ったものです。',
      about: 'スマホ用署名用電子証明書のパスワードとは',
      aboutText: '申請のときに、このスマホ用に決めた、英大文字と数字の組み合わせです。',
    },
    authentication: {
      lead: 'スマホ用利用者証明用電子証明書のパスワードを入力してください。',
      note: 'スマホ用利用者証明用電子証明書を用いて、ご本人であることを確かめます。',
      hint: '数字4ケタ',
      form: '数字4ケタで入れてください。',
      about: 'スマホ用利用者証明用電子証明書のパスワードとは',
      aboutText: '申請のときに、このスマホ用に決めた数字4ケタです。',
    },
  },
  en: {
    title: 'Enter the password',
    notes: 'Notes',
    whose: 'The one you chose for this phone, not that of the card.',
    label: 'Password',
    unconfirmed: 'Check it carefully, then tick the box below.',
    lastTry: 'I have checked that it is the one I chose for the phone',
    revoke: 'Revoke',
    useCard: 'Use the card at hand',
    unknown: 'I do not know the password',
    unknownAnswer:
      'Please do not guess. Press “Use the card at hand”: your My Number Card and its signing password can revoke it.',
    signing: {
      lead: 'Enter the password of the signing certificate of the phone.',
      note: 'The signing certificate of the phone signs your request.',
      hint: '6 to 16 characters, capitals and digits together',
      form: 'It has 6 to 16 characters with both capitals and digits.',
      about: 'What is the password of the signing certificate?',
      aboutText: 'The capitals and digits that you chose for this phone when you applied.',
    },
    authentication: {
      lead: 'Enter the PIN of the user authentication certificate of the phone.',
      note: 'The user authentication certificate of the phone shows that it is you.',
      hint: '4 digits',
      form: 'Enter 4 digits.',
      about: 'What is the PIN of the user authentication certificate?',
      aboutText: 'The four digits that you chose for this phone when you applied.',
    },
  },
})
