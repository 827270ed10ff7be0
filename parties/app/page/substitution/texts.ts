import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '代替文字（かわりの文字）',
    name: (characters: readonly string[]) =>
      `お名前の${characters.map((one) => `「${one}」`).join('')}は、電子証明書に書けない文字のかわりに入っている文字です。`,
    address: '住所に、電子証明書に書けない文字のかわりの文字があります。',
    register: '住民票とカードの表の文字は、変わりません。',
    told: '署名した書類を受け取った相手は、どの文字がかわりの文字かを、署名用電子証明書で確かめられます。',
  },
  en: {
    title: 'Substitute characters',
    name: (characters: readonly string[]) =>
      `In your name, ${characters.map((one) => `“${one}”`).join(' ')} replaces a character that a certificate cannot contain.`,
    address: 'Your address contains characters that replace others.',
    register: 'Your resident record and the front of your card keep the original characters.',
    told: 'Anyone who receives a document you signed can see in the signing certificate which characters are substitutes.',
  },
})
