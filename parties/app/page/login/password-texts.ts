import { defineTexts } from '@kazashi/ui'
import type { SpecialTexts } from '../faults/fault.tsx'

export const passwordTexts = defineTexts({
  ja: {
    title: '渡す情報を確かめてください',
    gives: (site: string) => `「${site}」に渡すもの`,
    between: '、',
    claims: { name: '氏名', address: '住所', birthdate: '生年月日', gender: '性別' },
    why: 'これらは、スマホの署名用電子証明書に入っています。渡すには、その署名用のパスワードが必要です。',
    android: {
      whose: 'このスマホ用に決めたパスワードです。カードのパスワードではありません。',
      label: 'スマホ用署名用電子証明書のパスワード',
      hint: '6～16ケタ、英大文字と数字の組み合わせ',
      form: '6～16ケタで、英大文字と数字の両方が入ったものです。',
    },
    iphone: {
      whose: 'このiPhone用に決めたパスワードです。実物のカードのパスワードではありません。',
      label: 'iPhoneのマイナンバーカードの署名用パスワード',
      hint: '6～16文字、英大文字と数字の組み合わせ',
      form: '6～16文字で、英大文字と数字の両方が入ったものです。',
    },
    lastTry: '自分で決めたパスワードであることを確かめました',
    give: '渡してログインする',
    decline: 'やめる',
    forgotten: 'パスワードがわからない',
  },
  en: {
    title: 'Check what you are sharing',
    gives: (site: string) => `Shared with ${site}`,
    between: ', ',
    claims: { name: 'Name', address: 'Address', birthdate: 'Date of birth', gender: 'Sex' },
    why: 'These details are in the signing certificate on your phone. To share them, you need its signing password.',
    android: {
      whose: 'This is the password you chose for this phone, not the password of your card.',
      label: 'Smartphone signing password',
      hint: '6 to 16 characters, both capital letters and digits',
      form: 'It has 6 to 16 characters, with both capital letters and digits.',
    },
    iphone: {
      whose:
        'This is the password you chose for this iPhone, not the password of your physical card.',
      label: 'Signing password of your My Number Card on iPhone',
      hint: '6 to 16 characters, both capital letters and digits',
      form: 'It has 6 to 16 characters, with both capital letters and digits.',
    },
    lastTry: 'I have checked that this is the password I chose',
    give: 'Share and log in',
    decline: 'Cancel',
    forgotten: 'I don’t know the password',
  },
})

/** Where the signing password was asked for, not the PIN. */
export const passwordFaults = defineTexts<SpecialTexts>({
  ja: {
    SECRET_WRONG: {
      what: 'パスワードが違います',
      why: 'このスマホの署名用に決めたパスワード（英大文字と数字）と一致しませんでした。',
      next: ['カードのパスワードではなく、スマホ用に決めたものを入れてください'],
    },
    LAST_TRY: {
      what: 'あと1回だけ試せます',
      why: '次に間違えると、このスマホの署名用のパスワードがロックされます。',
      next: ['わからないときは、カードを使って設定し直せます'],
    },
    SECRET_BLOCKED: {
      what: '署名用のパスワードがロックされています',
      why: '続けて5回間違えたため、このスマホの署名用のパスワードは使えません。',
      next: ['カードを使って、パスワードを設定し直してください'],
    },
  },
  en: {
    SECRET_WRONG: {
      what: 'Wrong password',
      why: 'This does not match the signing password you chose for this phone.',
      next: ['Enter the password you chose for this phone, not the one of your card'],
    },
    LAST_TRY: {
      what: 'You have one attempt left',
      why: 'One more wrong password locks the signing password of this phone.',
      next: ['If you don’t know it, you can set a new one with your card'],
    },
    SECRET_BLOCKED: {
      what: 'The signing password is locked',
      why: 'The signing password of this phone was entered wrongly five times in a row.',
      next: ['Use your card to set a new password'],
    },
  },
})
