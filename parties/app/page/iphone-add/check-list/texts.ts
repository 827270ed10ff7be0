import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '用意するものを確かめましょう',
    lead: '全部そろってから、はじめます。約10分かかります。',
    items: {
      card: 'マイナンバーカード',
      password: '(A) 署名用電子証明書のパスワード',
      pin: '(B) 券面入力用暗証番号',
      phone: 'iOS 18.5以上を搭載したiPhone',
      app: '最新のマイナポータルアプリ（この練習用アプリ）',
    },
    notes: {
      card: '署名用電子証明書が登録されたもの。',
      password: '半角の英大文字と数字を含む6文字から16文字。紙の控えの①です。',
      pin: '数字4桁。紙の控えの④「券面事項入力補助用」です。',
      phone: {
        checking: '対応しているか確かめています…',
        supported: 'このiPhoneは対応しています。',
        unknown: '通信ができず、確かめられませんでした。あとで、もう一度確かめます。',
      },
      app: {
        checking: '最新か確かめています…',
        supported: 'このアプリは最新です。',
        unknown: '通信ができず、確かめられませんでした。あとで、もう一度確かめます。',
      },
    },
    unsure: 'そろっているか、わからないとき',
    answers: [
      '署名用電子証明書が入っているかわからない：お住まいの市区町村の窓口で確かめられます。',
      '(A)や(B)がわからない：市区町村の窓口で初期化（再設定）できます。思いつきで試すと、(A)は5回、(B)は3回でロックされます。',
      '前のスマートフォンで使っている：1人1台です。先に前のスマートフォンで、削除か失効の手続きをしてください。',
      '前のスマートフォンが手元にない：「メニュー」のいちばん下の「別のスマートフォンのカードを削除」を使います。',
    ],
    models: '対応している機種一覧',
    modelsText: 'iPhone XS、XS Max、XR以降に発売されたiPhone（iOS 18.5以上）',
    missing: 'まだチェックが付いていないものがあります。用意できたものにチェックを付けてください。',
    next: '次へ',
  },
  en: {
    title: 'Check that you have everything',
    lead: 'Begin when you have everything. It takes about 10 minutes.',
    items: {
      card: 'My Number Card',
      password: '(A) Password of the signing certificate',
      pin: '(B) PIN for card data input',
      phone: 'An iPhone with iOS 18.5 or newer',
      app: 'The newest app (this app for practice)',
    },
    notes: {
      card: 'With a signing certificate.',
      password: '6 to 16 half-width capitals and digits: ① on your paper.',
      pin: '4 digits: ④ “card data input” on your paper.',
      phone: {
        checking: 'Checking whether it is supported…',
        supported: 'This iPhone is supported.',
        unknown: 'This could not be checked without a network; it is checked again later.',
      },
      app: {
        checking: 'Checking whether it is the newest…',
        supported: 'This app is the newest.',
        unknown: 'This could not be checked without a network; it is checked again later.',
      },
    },
    unsure: 'If you are not sure',
    answers: [
      'Does my card have a signing certificate? The counter of your municipality can tell you.',
      'I do not know (A) or (B): the counter can reset them. Guessing locks (A) after 5 tries, (B) after 3.',
      'I use another phone: one person, one phone. Delete or revoke it on the other phone first.',
      'I do not have the other phone: use “Delete the card on another smartphone” at the bottom of the menu.',
    ],
    models: 'Supported models',
    modelsText: 'iPhone XS, XS Max, XR and later models, with iOS 18.5 or newer',
    missing: 'Some boxes are not ticked yet. Tick what you have at hand.',
    next: 'Next',
  },
})
