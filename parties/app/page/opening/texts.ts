import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '開いています',
    lead: '数秒で開きます。',
    failed: '開けませんでした',
    again: 'もう一度開く',
  },
  en: {
    title: 'Opening',
    lead: 'This takes a few seconds.',
    failed: 'This could not be opened',
    again: 'Try again',
  },
})
