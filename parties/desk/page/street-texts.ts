import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    places: '使う場所',
    lead: '新しい画面で開きます。スマホは、アプリのメニューの「機械にかざす」でかざします。',
    names: {
      bank: '銀行',
      cashless: 'スマホ決済',
      kiosk: 'コンビニ',
      clinic: '病院・薬局',
      mobile: '携帯電話店',
    },
    notes: {
      bank: '口座をつくる',
      cashless: '本人確認をする',
      kiosk: '証明書を取る',
      clinic: '保険証として使う',
      mobile: '契約に署名する',
    },
    open: (name: string) => `${name}を開く`,
    put: (name: string) => `${name}の機械にカードを置く`,
    take: (name: string) => `${name}の機械からカードを取る`,
    licenceTitle: '警察・レンタカー',
    licence:
      'スマホは、運転免許証としては使えません。運転するときは、運転免許証（またはマイナ免許証のカード）を持ち歩いてください。',
  },
  en: {
    places: 'Places',
    lead: 'Each opens in a new window. Hold the phone there with “Hold to a machine” in the app’s menu.',
    names: {
      bank: 'Bank',
      cashless: 'Cashless payment',
      kiosk: 'Convenience store',
      clinic: 'Clinic, pharmacy',
      mobile: 'Phone shop',
    },
    notes: {
      bank: 'Open an account',
      cashless: 'Prove who you are',
      kiosk: 'Print a certificate',
      clinic: 'As insurance card',
      mobile: 'Sign a contract',
    },
    open: (name: string) => `Open: ${name}`,
    put: (name: string) => `Put the card on the machine: ${name}`,
    take: (name: string) => `Take the card from the machine: ${name}`,
    licenceTitle: 'Police, car rental',
    licence:
      'The phone is no driving licence. When you drive, carry your licence, or the card with the licence on it.',
  },
})
