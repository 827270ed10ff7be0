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
      password: 'Card signing password',
      read: 'Read the card',
      done: 'Deleted',
    },
    doneTitle: 'Deleted',
    done: 'The My Number Card on the other smartphone has been deleted',
    model: 'Deleted from',
    doneNext:
      'It can no longer be used on that smartphone. To use the card on this iPhone, press “Start adding” on the home screen.',
    home: 'Home',
    stopped: 'You cannot continue',
  },
})
