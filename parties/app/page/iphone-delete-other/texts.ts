import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    steps: {
      password: 'カードの署名用パスワード',
      read: 'カードの読み取り',
      done: '削除の完了',
    },
    doneTitle: '削除完了',
    done: '別のスマートフォンのマイナンバーカードの削除が完了しました',
    model: '削除したスマートフォン',
    doneNext:
      'そのスマートフォンでは、もう使えません。このiPhoneで使うには、ホームの「追加をはじめる」へ進んでください。',
    home: 'ホームへ',
    stopped: '手続きを止めました',
  },
  en: {
    steps: {
      password: 'Signing password of the card',
      read: 'Reading the card',
      done: 'Deletion complete',
    },
    doneTitle: 'Deletion complete',
    done: 'The My Number Card on the other smartphone has been deleted',
    model: 'It was on',
    doneNext:
      'It can no longer be used on that smartphone. To use it on this iPhone, press “Start adding” on the home screen.',
    home: 'Home',
    stopped: 'The procedure has stopped',
  },
})
