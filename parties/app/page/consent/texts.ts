import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: { japaneseOnly: '' },
  en: { japaneseOnly: 'The official notes are in Japanese only.' },
})
