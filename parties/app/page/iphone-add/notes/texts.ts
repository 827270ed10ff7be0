import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '注意事項と利用規約',
    lead: '下まで読んで、同意してください。',
    notesTitle: 'iPhoneのマイナンバーカードの注意事項',
    notes: [
      '電子証明書のほかに、氏名・住所・生年月日・性別・マイナンバー・顔写真をカードから読み取り、iPhoneで証明できるようにします（属性証明機能）。',
      '本人確認のために、顔の動きを撮影します。',
      '追加できるのは、お一人につき1台だけです。すでに別のスマートフォンで使っているときは、先にそちらを削除してください。',
      '利用可能になるのは、8:00～19:30に追加した場合はおおむね数分後、それ以外は翌日8:00以降です（平日・土日祝日とも）。',
      'ブラウザーのサイトデータを消すと、このiPhone（練習用）のカードの鍵も消えます。そのときは、もう一度追加してください。',
    ],
    termsTitle: '利用規約',
    japaneseOnly: '',
    agree: '注意事項を確認し、利用規約に同意します',
    agreeMissing: '読んでから、チェックを付けてください。',
    next: '次へ',
  },
  en: {
    title: 'Notes and terms of use',
    lead: 'Read to the end and agree.',
    notesTitle: 'Notes on the My Number Card on iPhone',
    notes: [
      'Besides the certificates, your name, address, birth date, sex, My Number and photo are read from the card, so that the iPhone can prove them (attribute proof).',
      'The movement of your face is recorded to make sure that it is you.',
      'One person can add it to one phone only. If you use another phone already, delete it there first.',
      'A card added between 8:00 and 19:30 can be used some minutes later, otherwise after 8:00 the next day, weekends and holidays too.',
      'Clearing the site data of this browser deletes the keys on this iPhone (practice) too. Add the card again then.',
    ],
    termsTitle: 'Terms of use',
    japaneseOnly: 'The terms that are signed are in Japanese.',
    agree: 'I have read the notes and agree to the terms',
    agreeMissing: 'Read them, then tick the box.',
    next: 'Next',
  },
})
