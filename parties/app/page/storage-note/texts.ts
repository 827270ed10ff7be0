import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'ブラウザのデータを消さないでください',
    lead: {
      android: [
        '電子証明書の鍵は、このスマホのブラウザの中だけにあります',
        '「サイトデータの削除」や「閲覧データの削除」をすると鍵も消え、使えなくなります',
      ],
      iphone: [
        'マイナンバーカードの鍵は、このiPhoneのブラウザの中だけにあります',
        '「履歴とWebサイトデータを消去」をすると鍵も消え、使えなくなります',
      ],
    },
    promise: {
      kept: '空き容量が足りなくなっても、ブラウザが自動で消すことはありません',
      'may-go':
        '空き容量が足りないときや、長いあいだ開かないときに、ブラウザが自動で消すことがあります',
    },
    after: {
      android: [
        '消えたときは、お手元のマイナンバーカードで「メニュー」→「機種変更」をすると、また使えます',
        '登録の前に消えたときは、電話してください',
      ],
      iphone: [
        '消えたときは、お手元のマイナンバーカードで「メニュー」→「別のスマートフォンのカードを削除」をしてから、もう一度追加してください',
      ],
    },
  },
  en: {
    title: 'Do not delete the data of the browser',
    lead: {
      android: [
        'The keys of your certificates are in the browser of this phone and nowhere else',
        'If you delete site data or browsing data they are gone, and nothing works any more',
      ],
      iphone: [
        'The keys of the card are in the browser of this iPhone and nowhere else',
        'If you clear history and website data they are gone, and nothing works any more',
      ],
    },
    promise: {
      kept: 'The browser does not delete them by itself, even if space runs out',
      'may-go':
        'The browser may delete them by itself if space runs out, or if you do not open this app for a long time',
    },
    after: {
      android: [
        'If they are gone: with your My Number Card at hand, “Menu” → “Change of phone” brings them back',
        'If they are gone before you registered, call',
      ],
      iphone: [
        'If they are gone: with your My Number Card at hand, “Menu” → “Delete the card on another smartphone”, then add it again',
      ],
    },
  },
})
