import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'マイナンバーカードの読み取り',
    lead: 'マイナンバーカードの上にiPhone背面上部をぴったりと合わせてください。',
    wait: 'カードが合うと、自動で読み取りをはじめます。',
    reading: 'カードを合わせたまま、お待ちください',
    asking: '窓口に確かめています',
    readingLead: '10秒ほどで終わります。終わるまで、カードを動かさないでください。',
    sending: 'カードで署名し、申し込んでいます。数秒で終わります。',
    progress: '読み取りの進み具合',
    stages: {
      found: 'カードを見つけました',
      pin: '券面入力用暗証番号を確かめます',
      photo: '氏名や顔写真などを読みます',
      password: '署名用パスワードを確かめます',
      signing: '申請に署名します',
      asking: '窓口に確かめます',
    },
    askingLead: 'カードは離してかまいません。窓口の返事を待っています。',
    start: '読み取り開始',
    again: 'もう一度読み取る',
    how: '読み取りかたを確認',
    hints: [
      '平らなところにカードを置き、iPhoneの背面の上のほうを重ねます',
      'ケースが厚いときは外します',
      '金属の机の上や、充電ケーブルをつないだままは避けます',
    ],
    onDesk:
      '練習用：カードをつかんで、スマホに重ねます。「カードをスマホにかざす」を押しても、同じです。',
    doneTitle: 'カードの読み取りに成功しました',
    doneLead:
      'カードをiPhoneから離してかまいません。次に、iPhone用の新しい暗証番号とパスワードを決めます。',
    next: '次へ',
  },
  en: {
    title: 'Read your My Number Card',
    lead: 'Place the top of the back of your iPhone flat on your My Number Card.',
    wait: 'Reading starts automatically when they touch.',
    reading: 'Keep the card and iPhone together',
    asking: 'Checking with the authority',
    readingLead: 'This takes about 10 seconds. Do not move the card until it is done.',
    sending: 'Signing with your card and sending your request. This takes a few seconds.',
    progress: 'Reading progress',
    stages: {
      found: 'Card found',
      pin: 'Checking the card data PIN',
      photo: 'Reading your name, photo and other data',
      password: 'Checking the signing password',
      signing: 'Signing the application',
      asking: 'Checking with the authority',
    },
    askingLead: 'You can take the card away. Waiting for the authority to reply.',
    start: 'Start reading',
    again: 'Read again',
    how: 'How to hold the card',
    hints: [
      'Lay the card flat and place the top of the back of your iPhone on it',
      'If your iPhone has a thick case, take it off',
      'Avoid metal desks, and unplug the charging cable',
    ],
    onDesk: 'Practice: drag the card onto the phone, or press “Hold the card to the phone”.',
    doneTitle: 'Your card was read',
    doneLead:
      'You can take the card away from your iPhone. Next, choose a new PIN and password for your iPhone.',
    next: 'Next',
  },
})
