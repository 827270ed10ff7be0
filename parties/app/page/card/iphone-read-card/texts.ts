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
      '練習用：机の画面では、カードをつかんでスマホの上まで運ぶか、「カードをスマホにかざす」を押します。',
    doneTitle: 'カードの読み取りに成功しました',
    doneLead:
      'カードをiPhoneから離してかまいません。次に、iPhone用の新しい暗証番号とパスワードを決めます。',
    next: '次へ',
  },
  en: {
    title: 'Reading your My Number Card',
    lead: 'Put the upper back of the iPhone tightly on your My Number Card.',
    wait: 'The reading begins by itself when they touch.',
    reading: 'Keep the card where it is',
    asking: 'Asking the authority',
    readingLead: 'It takes about ten seconds. Do not move the card until it is done.',
    sending: 'The card signs, and your request is sent. It takes a few seconds.',
    progress: 'Progress of the reading',
    stages: {
      found: 'The card was found',
      pin: 'Checking the PIN for card data input',
      photo: 'Reading name, photo and other data',
      password: 'Checking the signing password',
      signing: 'Signing the application',
      asking: 'Asking the authority',
    },
    askingLead: 'You can take the card away. The authority is being asked.',
    start: 'Start reading',
    again: 'Read again',
    how: 'How to hold the card',
    hints: [
      'Put the card on something flat and the upper back of the iPhone on it',
      'Take off a thick case',
      'Keep away from metal desks and unplug the charging cable',
    ],
    onDesk:
      'Practice: on the desk, drag the card onto the phone, or press “Hold the card to the phone”.',
    doneTitle: 'The card was read',
    doneLead: 'You can take the card away. Next you choose a new PIN and password for the iPhone.',
    next: 'Next',
  },
})
