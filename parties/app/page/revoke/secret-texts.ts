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
    title: 'Enter your password',
    notes: 'Notes',
    whose: 'This is the password you chose for this phone, not the password of your card.',
    label: 'Password',
    lastTry: 'I have checked that this is the password I chose for this phone',
    revoke: 'Revoke',
    useCard: 'Use my card instead',
    unknown: 'If you don’t know the password',
    unknownAnswer:
      'Please do not guess. Press “Use my card instead” to revoke with your My Number Card and its signing password.',
    signing: {
      lead: 'Enter the password of your smartphone signing certificate.',
      note: 'Your smartphone signing certificate will be used to sign this request.',
      hint: '6 to 16 characters, both capital letters and digits',
      form: 'It has 6 to 16 characters, with both capital letters and digits.',
      about: 'What is the password of the smartphone signing certificate?',
      aboutText: 'The capital letters and digits you chose for this phone when you applied.',
    },
    authentication: {
      lead: 'Enter the PIN of your smartphone user authentication certificate.',
      note: 'Your smartphone user authentication certificate will be used to check that it is you.',
      hint: '4 digits',
      form: 'Enter 4 digits.',
      about: 'What is the PIN of the smartphone user authentication certificate?',
      aboutText: 'The 4 digits you chose for this phone when you applied.',
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
      why: 'This does not match the signing password you chose for this phone.',
      next: [
        'Enter the password you chose for this phone, not the one of your card',
        'If you don’t know it, press “Use my card instead”',
      ],
    },
    LAST_TRY: {
      what: 'You have one attempt left',
      why: 'One more wrong password locks the signing password of this phone.',
      next: ['If you don’t know it, press “Use my card instead”'],
    },
    SECRET_BLOCKED: {
      what: 'The password of this phone is locked',
      why: 'The signing password of this phone was entered wrongly five times in a row.',
      next: [
        'To revoke, press “Use my card instead”',
        'To keep using your certificates, press “Menu”, then “Reset password or PIN”',
      ],
    },
  },
})
