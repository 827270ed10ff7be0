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
    title: 'Do not clear your browser’s data',
    lead: {
      android: [
        'The keys of your certificates are stored only in the browser on this phone',
        'If you clear site data or browsing data, the keys are deleted and your certificates stop working',
      ],
      iphone: [
        'The keys of your My Number Card are stored only in the browser on this iPhone',
        'If you clear history and website data, the keys are deleted and the card stops working',
      ],
    },
    promise: {
      kept: 'The browser will not delete them by itself, even when space runs low',
      'may-go':
        'The browser may delete them by itself when space runs low, or when you have not opened this app for a long time',
    },
    after: {
      android: [
        'If the keys are deleted, press “Menu”, then “Transfer to this phone”. With your My Number Card you can use this phone again',
        'If they are deleted before you have registered, please call',
      ],
      iphone: [
        'If the keys are deleted, press “Menu”, then “Delete the card on another smartphone”. You need your My Number Card. Then add the card again',
      ],
    },
  },
})
