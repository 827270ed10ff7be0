import { defineTexts } from '@kazashi/ui'

export const closedTexts = defineTexts({
  ja: { title: '開けませんでした', again: 'もう一度開く' },
  en: { title: 'The app could not be opened', again: 'Try again' },
})
export const elsewhereTexts = defineTexts({
  ja: {
    title: 'ほかの画面で開いています',
    lead: 'このアプリは、同時に1つの画面でだけ使えます。手続きの途中なら、先に開いた画面で続けてください。',
    here: 'この画面で使う',
  },
  en: {
    title: 'This app is open in another window',
    lead: 'You can use this app in only one window at a time. If you were partway through something, continue in the other window.',
    here: 'Use it here',
  },
})
export const goneTexts = defineTexts({
  ja: {
    title: 'このスマホのデータが消えました',
    lead: '開いているあいだに、ブラウザに保存していたデータが消されました。入っていた電子証明書の鍵も、途中の手続きも、この画面には残っていません。',
    next: 'このあとは',
    steps: [
      '「はじめから開く」を押すと、何も入っていないスマホとして開きます',
      '電子証明書を使っていたときは、お手元のマイナンバーカードで、もう一度使えるようにできます。「メニュー」の「機種変更」（iPhoneでは「別のスマートフォンのカードを削除」）から進んでください',
      'わからないときは、電話してください（0120-95-0178）',
    ],
    anew: 'はじめから開く',
  },
  en: {
    title: 'The data of this phone has been deleted',
    lead: 'The data that your browser stored for this app was deleted while the app was open. The keys of your certificates and anything you had not finished are gone.',
    next: 'What to do now',
    steps: [
      'Press “Start again” to open this phone as a new, empty one',
      'If you were using certificates, you can get them back with your My Number Card. Press “Menu”, then “Transfer to this phone” (on an iPhone: “Delete the card on another smartphone”)',
      'If you are not sure, call 0120-95-0178',
    ],
    anew: 'Start again',
  },
})
export const bannerTexts = defineTexts({
  ja: {
    offline: 'いま、つながっていません。',
    offlineAtRest: '表示しているのは、最後につながったときの状態です。',
    offlineUnderWay: '入れた内容は残っています。つながると、続きができます。',
    newer: '新しい版があります',
    update: '更新する',
  },
  en: {
    offline: 'You are offline.',
    offlineAtRest: 'This is how things were when you were last online.',
    offlineUnderWay: 'Your entries are saved. You can continue when you are back online.',
    newer: 'A new version is available',
    update: 'Update',
  },
})
