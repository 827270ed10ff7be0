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
      'ブラウザーのサイトデータを消すと、このiPhoneのカードの鍵も消えます。そのときは、もう一度追加してください。',
    ],
    termsTitle: '利用規約',
    agree: '注意事項を確認し、利用規約に同意します',
    agreeMissing: '読んでから、チェックを付けてください。',
    next: '次へ',
  },
  en: {
    title: 'Notes and terms of use',
    lead: 'Read to the end and accept.',
    notesTitle: 'Notes on the My Number Card on iPhone',
    notes: [
      'In addition to the certificates, your name, address, date of birth, sex, My Number and photo are read from the card, so that you can prove them with your iPhone (attribute proof).',
      'Your face is recorded to check that it is really you.',
      'Each person can add the card to only one phone. If you already use another smartphone, delete the card there first.',
      'If you add the card between 8:00 and 19:30, it is ready a few minutes later. Otherwise it is ready after 8:00 the next morning. This applies on every day of the week.',
      'If you clear the site data of this browser, the keys of the card on this iPhone are deleted too. You then have to add the card again.',
    ],
    termsTitle: 'Terms of use',
    agree: 'I have read the notes and accept the terms of use',
    agreeMissing: 'Read the notes and terms, then tick the box.',
    next: 'Next',
  },
})
