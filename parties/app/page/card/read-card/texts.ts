import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    waiting: 'カードをスマホに当ててください',
    waitingLead: 'マイナンバーカードの中心をピッタリと当ててしばらく待ちます。',
    reading: 'カードを当てたまま、お待ちください',
    asking: '窓口に確かめています',
    readingLead: '数秒で終わります。終わるまで、カードを動かさないでください。',
    progress: '読み取りの進み具合',
    stages: {
      found: 'カードを見つけました',
      password: 'パスワードを確かめます',
      certificate: '電子証明書を読みます',
      signing: '申請に署名します',
      asking: '窓口に確かめます',
    },
    askingLead: 'カードは離してかまいません。窓口の返事を待っています。',
    askingAgain: '数秒で終わります。そのままお待ちください。',
    again: 'もう一度読み取る',
    how: '読み取りかたを確認',
    hints: [
      '平らなところにカードを置き、スマホの背面の上半分を重ねます',
      'ケースが厚いときは外します',
      '金属の机の上や、充電ケーブルをつないだままは避けます',
    ],
    onDesk:
      '練習用：カードをつかんで、スマホに重ねます。「カードをスマホにかざす」を押しても、同じです。',
    doneTitle: 'カードの読み取りに成功しました',
    doneLead: 'カードをスマホから離してかまいません。次に、スマホ用の新しいパスワードを決めます。',
    next: '次へ',
    agree: '同意して次へ',
    agreeLead: '新しいスマホで登録が終わると、古いスマホの電子証明書は使えなくなります。',
  },
  en: {
    waiting: 'Hold your card to the phone',
    waitingLead: 'Hold the centre of your My Number Card flat against the phone and wait.',
    reading: 'Keep holding the card to the phone',
    asking: 'Checking with the authority',
    readingLead: 'This takes a few seconds. Do not move the card until it is done.',
    progress: 'Reading progress',
    stages: {
      found: 'Card found',
      password: 'Checking the password',
      certificate: 'Reading the certificate',
      signing: 'Signing the application',
      asking: 'Checking with the authority',
    },
    askingLead: 'You can take the card away. Waiting for the authority to reply.',
    askingAgain: 'This takes a few seconds. Please wait.',
    again: 'Read again',
    how: 'How to hold the card',
    hints: [
      'Lay the card flat and place the upper half of the back of your phone on it',
      'If your phone has a thick case, take it off',
      'Avoid metal desks, and unplug the charging cable',
    ],
    onDesk: 'Practice: drag the card onto the phone, or press “Hold the card to the phone”.',
    doneTitle: 'Your card was read',
    doneLead:
      'You can take the card away from the phone. Next, choose new passwords for your phone.',
    next: 'Next',
    agree: 'Agree and continue',
    agreeLead:
      'Once you have registered the new phone, the certificates on your old phone stop working.',
  },
})
