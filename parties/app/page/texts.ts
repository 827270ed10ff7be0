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
