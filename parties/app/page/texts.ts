import { defineTexts } from '@kazashi/ui'

export const closedTexts = defineTexts({
  ja: { title: '開けませんでした', again: 'もう一度開く' },
  en: { title: 'It did not open', again: 'Try again' },
})
export const elsewhereTexts = defineTexts({
  ja: {
    title: 'ほかの画面で開いています',
    lead: 'このアプリは、同時に1つの画面でだけ使えます。手続きの途中なら、先に開いた画面で続けてください。',
    here: 'この画面で使う',
  },
  en: {
    title: 'It is open in another window',
    lead: 'This app can be used in one window at a time. If you were in the middle of a procedure, go on there.',
    here: 'Use it here',
  },
})
