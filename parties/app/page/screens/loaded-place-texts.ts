import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    opening: '開いています',
    lead: '数秒で開きます。',
    failed: '開けませんでした',
    again: 'もう一度開く',
  },
  en: {
    opening: 'Opening',
    lead: 'It takes a few seconds.',
    failed: 'It did not open',
    again: 'Try again',
  },
})
