import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '画面の色',
    themes: { device: '端末に合わせる', light: '明るい', dark: '暗い' },
  },
  en: {
    title: 'Screen colours',
    themes: { device: 'Same as device', light: 'Light', dark: 'Dark' },
  },
})
