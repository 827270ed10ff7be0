import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    places: '使う場所',
    lead: 'カードやスマホを、つかんで機械へ',
    names: {
      bank: '銀行',
      kiosk: 'コンビニ',
      clinic: '病院・薬局',
    },
    notes: {
      bank: '口座をつくる',
      kiosk: '証明書を取る',
      clinic: '保険証として使う',
    },
    open: (name: string) => `${name}を開く`,
    where: 'どこにかざす？',
    whereCard: 'カードをどこにかざす？',
    wherePhone: 'スマホをどこにかざす？',
    hold: (name: string) => `${name}の機械にかざす`,
    noMachines: 'ここでは、機械は動いていません。',
    dropHere: 'ここで離す',
    cardLies: 'カード',
    liesAt: (name: string) => `${name}の機械に置いてあります`,
    screenOf: (name: string) => `${name}の画面`,
    ownWindow: '別の画面で開く',
    close: 'とじる',
    licenceTitle: '警察・レンタカー',
    licence:
      'スマホは、運転免許証としては使えません。運転するときは、運転免許証（またはマイナ免許証のカード）を持ち歩いてください。',
  },
  en: {
    places: 'Places',
    lead: 'Drag the card or a phone onto a machine',
    names: {
      bank: 'Bank',
      kiosk: 'Convenience store',
      clinic: 'Clinic, pharmacy',
    },
    notes: {
      bank: 'Open an account',
      kiosk: 'Print a certificate',
      clinic: 'As insurance card',
    },
    open: (name: string) => `Open: ${name}`,
    where: 'Hold it where?',
    whereCard: 'Where do you want to hold the card?',
    wherePhone: 'Where do you want to hold the phone?',
    hold: (name: string) => `Hold to the machine: ${name}`,
    noMachines: 'No machine is running here.',
    dropHere: 'Drop here',
    cardLies: 'Card',
    liesAt: (name: string) => `The card lies on the machine: ${name}`,
    screenOf: (name: string) => `Screen: ${name}`,
    ownWindow: 'Open in a window of its own',
    close: 'Close',
    licenceTitle: 'Police, car rental',
    licence:
      'The phone is no driving licence. When you drive, carry your licence, or the card with the licence on it.',
  },
})
