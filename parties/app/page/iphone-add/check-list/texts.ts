import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '用意するものを確かめましょう',
    lead: '以下の4点を用意しましょう。パスワードと暗証番号は、(A)と(B)の両方が要ります。全部そろってから、はじめます。10分ほどかかります。',
    items: {
      card: 'マイナンバーカード',
      password: '(A) 署名用電子証明書のパスワード',
      pin: '(B) 券面入力用暗証番号',
      phone: 'iOS 18.5以上を搭載したiPhone',
      app: 'マイナポータルアプリ（この練習用アプリ）',
    },
    notes: {
      card: '署名用電子証明書が登録されたマイナンバーカード。',
      password:
        'あらかじめ市区町村窓口で設定した、半角の英大文字と数字を含む6文字から16文字の署名用電子証明書のパスワード。紙の控えの①です。',
      pin: '数字4桁の券面入力用暗証番号。紙の控えの④「券面事項入力補助用」です。',
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
      'アプリが最新かわからない：既にインストールされている方は、最新のバージョンに更新してください。このアプリは、開き直すと最新になります。',
    ],
    missing: 'まだチェックが付いていないものがあります。用意できたものにチェックを付けてください。',
    next: '次へ',
  },
  en: {
    title: 'Check that you have everything',
    lead: 'You need these four things, and both (A) and (B). Start when you have everything ready. It takes about 10 minutes.',
    items: {
      card: 'Your My Number Card',
      password: '(A) The password of its signing certificate',
      pin: '(B) Its card data PIN',
      phone: 'An iPhone with iOS 18.5 or later',
      app: 'The Mynaportal app (this practice app)',
    },
    notes: {
      card: 'It must have a signing certificate.',
      password:
        'You set it at your municipal office: 6 to 16 characters, capital letters and digits. It is ① on your password sheet.',
      pin: '4 digits. It is ④ “Card data input” on your password sheet.',
      phone: {
        checking: 'Checking whether it is supported…',
        supported: 'This iPhone is supported.',
        unknown:
          'This could not be checked because you are offline. It will be checked again later.',
      },
      app: {
        checking: 'Checking whether it is up to date…',
        supported: 'This app is up to date.',
        unknown:
          'This could not be checked because you are offline. It will be checked again later.',
      },
    },
    unsure: 'If you are not sure',
    answers: [
      'Not sure if your card has a signing certificate? Ask at your municipal office.',
      'Don’t know (A) or (B)? Your municipal office can reset them. If you guess, (A) locks after 5 wrong attempts and (B) after 3.',
      'Already using another smartphone? Each person can use only one. Delete or revoke the card on your old smartphone first.',
      'Don’t have your old smartphone any more? Use “Delete the card on another smartphone” at the bottom of the menu.',
      'Not sure if your app is up to date? If you have it already, update it to the latest version. This app updates when you close and open it again.',
    ],
    missing: 'Some boxes are not ticked yet. Tick each item when you have it ready.',
    next: 'Next',
  },
  operating: {
    ja: { items: { app: 'マイナポータルアプリ（このアプリ）' } },
    en: { items: { app: 'The Mynaportal app (this app)' } },
  },
})
