import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '用意するものを確かめましょう',
    lead: '以下の4点を用意しましょう。全部そろってから、はじめます。5分ほどかかります。',
    items: {
      card: 'マイナンバーカード',
      password: '署名用電子証明書のパスワード',
      phone: 'スマホ用電子証明書対応のスマートフォン',
      app: 'マイナポータルアプリ（この練習用アプリ）',
    },
    notes: {
      card: '署名用電子証明書が登録されたマイナンバーカード。15歳以上の方なら、ふつう登録されています。',
      password:
        'あらかじめ市区町村窓口で設定した半角の英大文字と数字を含む6文字から16文字の署名用電子証明書のパスワード。紙の控えの①です。',
      phone: 'このスマホは対応しています。',
      app: 'このアプリは最新です。',
    },
    unsure: 'そろっているか、わからないとき',
    answers: [
      '署名用電子証明書が入っているかわからない：お住まいの市区町村の窓口で確かめられます。',
      'パスワードがわからない：市区町村の窓口で初期化（再設定）できます。思いつきで試すと、5回でロックされます。',
      'アプリが最新かわからない：既にインストールされている方は、最新のバージョンに更新してください。このアプリは、開き直すと最新になります。',
    ],
    phones: {
      new: '前のスマホで使っている：1人1台です。前のスマホがAndroidなら「機種変更」へ、iPhoneなら先に前のiPhoneで削除します。',
      switch:
        '前のスマホは、登録が終わるまでそのまま使えます。登録が終わると、自動で使えなくなります。',
      resume: '止められていたものは、申請すると失効します。このスマホで、もう一度登録します。',
    },
    others: 'このスマホを別の人が使っている：先に、その人がこのスマホで失効の手続きをします。',
    missing: 'まだチェックが付いていないものがあります。用意できたものにチェックを付けてください。',
    next: '次へ',
    models: '対応している機種一覧',
    checking: 'このスマホで使えるかどうか、確かめています。',
    again: 'もう一度確かめる',
    home: 'ホームへ',
    resume: '利用再開の手続きをする',
    why: {
      switch:
        '機種変更：古いスマホで使っているスマホ用電子証明書を、このスマホに移します。登録が終わるまで、古いスマホはそのまま使えます。',
      resume:
        '利用再開：見つかったスマホのスマホ用電子証明書は、再発行されることになります。止められていたものは失効し、改めて登録すると使えるようになります。',
    },
  },
  en: {
    title: 'Check that you have everything',
    lead: 'You need these four things. Start when you have everything ready. It takes about 5 minutes.',
    items: {
      card: 'Your My Number Card',
      password: 'The password of its signing certificate',
      phone: 'A smartphone that supports smartphone certificates',
      app: 'The Mynaportal app (this practice app)',
    },
    notes: {
      card: 'It must have a signing certificate. Cards of people aged 15 or over usually do.',
      password:
        'You set it at your municipal office: 6 to 16 characters, capital letters and digits. It is ① on your password sheet.',
      phone: 'This phone is supported.',
      app: 'This app is up to date.',
    },
    unsure: 'If you are not sure',
    answers: [
      'Not sure if your card has a signing certificate? Ask at your municipal office.',
      'Don’t know the password? Your municipal office can reset it. If you guess, it locks after 5 wrong attempts.',
      'Not sure if your app is up to date? If you have it already, update it to the latest version. This app updates when you close and open it again.',
    ],
    phones: {
      new: 'Already using another phone? Each person can use only one. If your old phone is an Android phone, use “Transfer to this phone”. If it is an iPhone, delete the card on the iPhone first.',
      switch:
        'Your old phone keeps working until you have registered this one. After that, it stops automatically.',
      resume:
        'Your suspended certificates are revoked when you apply. You then register on this phone again.',
    },
    others:
      'Is someone else using this phone? They must first revoke their certificates on this phone.',
    missing: 'Some boxes are not ticked yet. Tick each item when you have it ready.',
    next: 'Next',
    models: 'Supported models',
    checking: 'Checking whether you can use this phone.',
    again: 'Check again',
    home: 'Home',
    resume: 'Resume use',
    why: {
      switch:
        'Transfer to this phone: your smartphone certificates move from your old phone to this one. Your old phone keeps working until you have registered.',
      resume:
        'Resume use: you get new certificates for the phone you found. The suspended ones are revoked, and you can use the new ones once you have registered.',
    },
  },
  operating: {
    ja: { items: { app: 'マイナポータルアプリ（このアプリ）' } },
    en: { items: { app: 'The Mynaportal app (this app)' } },
  },
})
