import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '用意するものを確かめましょう',
    lead: '全部そろってから、はじめます。約5分かかります。',
    items: {
      card: 'マイナンバーカード',
      password: '署名用電子証明書のパスワード',
      phone: '対応しているスマートフォン',
      app: '最新のアプリ',
    },
    notes: {
      card: '署名用電子証明書が入ったもの。15歳以上の方なら、ふつう入っています。',
      password: '半角の英大文字と数字を含む6文字から16文字。紙の控えの①です。',
      phone: 'このスマホは対応しています。',
      app: 'このアプリは最新です。',
    },
    unsure: 'そろっているか、わからないとき',
    answers: [
      '署名用電子証明書が入っているかわからない：お住まいの市区町村の窓口で確かめられます。',
      'パスワードがわからない：市区町村の窓口で初期化（再設定）できます。思いつきで試すと、5回でロックされます。',
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
    lead: 'Begin when you have everything. It takes about 5 minutes.',
    items: {
      card: 'My Number Card',
      password: 'Password of the signing certificate',
      phone: 'A supported smartphone',
      app: 'The newest app',
    },
    notes: {
      card: 'With a signing certificate. The cards of people aged 15 and over usually have one.',
      password: '6 to 16 half-width capitals and digits: ① on your paper.',
      phone: 'This phone is supported.',
      app: 'This app is the newest.',
    },
    unsure: 'If you are not sure',
    answers: [
      'Does my card have a signing certificate? The counter of your municipality can tell you.',
      'I do not know the password: the counter can reset it. Guessing locks it after 5 tries.',
    ],
    phones: {
      new: 'I use another phone: one person, one phone. If it is an Android phone, use “Change of phone”; if it is an iPhone, delete the card there first.',
      switch:
        'The old phone goes on working until you have registered on this one; then it stops by itself.',
      resume: 'The suspended certificates end when you apply. You register on this phone again.',
    },
    others: 'Somebody else uses this phone: they must revoke their certificates on it first.',
    missing: 'Some boxes are not ticked yet. Tick what you have at hand.',
    next: 'Next',
    models: 'Supported models',
    checking: 'Checking whether this phone can be used.',
    again: 'Check again',
    home: 'Home',
    resume: 'Start using it again',
    why: {
      switch:
        'Change of phone: the certificates of your old phone move to this one. Until you have registered, the old phone goes on working.',
      resume:
        'Start again: the certificates of the phone you found are issued anew. The suspended ones end; register the new ones to use them.',
    },
  },
})
