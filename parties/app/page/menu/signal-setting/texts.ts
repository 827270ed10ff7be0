import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '読み取りを音と振動で知らせる',
    note: 'カードを読み取れたときと、読み取れなかったとき。マナーモードでは音が出ないことがあります。',
  },
  en: {
    title: 'Signal by sound and vibration whether the card was read',
    note: 'When a card was read, and when it was not. A silenced phone may stay silent.',
  },
})
