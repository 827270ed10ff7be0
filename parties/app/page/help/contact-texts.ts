import { defineTexts } from '@kazashi/ui'

export const contactTexts = defineTexts({
  ja: {
    open: 'いま、つながります',
    closed: 'いまは、受付時間外です',
    questions: '質問・相談',
    questionsHours: '平日 9:30～20:00、土日祝 9:30～17:30',
    questionsGuidance: '無料。音声ガイダンス4番を押してください',
    loss: '紛失・盗難（一時利用停止）',
    lossHours: '24時間365日',
    lossGuidance: '無料。音声ガイダンス2番を押してください',
    paid: '個人番号カードコールセンター',
    paidHours: '24時間365日（有料）',
  },
  en: {
    open: 'Open now',
    closed: 'Closed now',
    questions: 'Questions',
    questionsHours: 'Weekdays 9:30–20:00, weekends and holidays 9:30–17:30',
    questionsGuidance: 'Toll-free. Press 4 when you hear the menu',
    loss: 'Loss or theft (suspension)',
    lossHours: '24 hours a day, 365 days a year',
    lossGuidance: 'Toll-free. Press 2 when you hear the menu',
    paid: 'Individual Number Card call centre',
    paidHours: '24 hours a day, 365 days a year (call charges apply)',
  },
})
