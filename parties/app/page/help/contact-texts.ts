import { defineTexts } from '@kazashi/ui'

export const contactTexts = defineTexts({
  ja: {
    open: 'いま、つながります',
    closed: 'いまは、受付時間外です',
    call: (number: string) => `${number} に電話する`,
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
    call: (number: string) => `Call ${number}`,
    questions: 'Questions',
    questionsHours: 'Weekdays 9:30–20:00, weekends and holidays 9:30–17:30',
    questionsGuidance: 'Free of charge. Press 4 when the voice asks',
    loss: 'Loss or theft (suspension)',
    lossHours: '24 hours, 365 days',
    lossGuidance: 'Free of charge. Press 2 when the voice asks',
    paid: 'Call centre of the My Number Card',
    paidHours: '24 hours, 365 days (charged)',
  },
})
