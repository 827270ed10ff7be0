import { defineTexts } from '@kazashi/ui'
import type { SpecialTexts } from '../faults/fault.tsx'

export const secretTexts = defineTexts({
  ja: {
    title: 'パスワード入力',
    notes: '注意事項',
    whose: 'このスマホ用に決めたパスワードです。カードのパスワードではありません。',
    label: 'パスワード',
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

/** Where the signing password was asked for, not the PIN. */
export const secretFaults = defineTexts<SpecialTexts>({
  ja: {
    SECRET_WRONG: {
      what: 'パスワードが違います',
      why: 'このスマホの署名用に決めたパスワード（英大文字と数字）と一致しませんでした。',
      next: [
        'カードのパスワードではなく、スマホ用に決めたものを入れてください',
        'わからないときは「お手元のカードを利用する」を押してください',
      ],
    },
    LAST_TRY: {
      what: 'あと1回だけ試せます',
      why: '次に間違えると、このスマホの署名用のパスワードがロックされます。',
      next: ['わからないときは「お手元のカードを利用する」を押してください'],
    },
    SECRET_BLOCKED: {
      what: 'スマホ用のパスワードがロックされています',
      why: '続けて5回間違えたため、このスマホの署名用のパスワードは使えません。',
      next: [
        '失効するには「お手元のカードを利用する」を押してください',
        '使い続けるには「メニュー」→「パスワードを設定し直す」',
      ],
    },
  },
  en: {
    SECRET_WRONG: {
      what: 'Wrong password',
      why: 'This is not the signing password that you chose for this phone.',
      next: [
        'Enter the one you chose for the phone, not that of the card',
        'If you are not sure, press “Use the card at hand”',
      ],
    },
    LAST_TRY: {
      what: 'Only one try is left',
      why: 'One more wrong try locks the signing password of this phone.',
      next: ['If you are not sure, press “Use the card at hand”'],
    },
    SECRET_BLOCKED: {
      what: 'The password of the phone is locked',
      why: 'The signing password of this phone was wrong five times in a row.',
      next: [
        'To revoke, press “Use the card at hand”',
        'To go on using it: menu, “Set a new password”',
      ],
    },
  },
})
