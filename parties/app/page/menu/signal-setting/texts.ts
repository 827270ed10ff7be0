import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '読み取りを音と振動で知らせる',
    note: 'カードを読み取れたときと、読み取れなかったとき。マナーモードでは音が出ないことがあります。',
  },
  en: {
    title: 'Sound and vibration when reading cards',
    note: 'When a card has been read, and when it could not be read. There may be no sound in silent mode.',
  },
})
