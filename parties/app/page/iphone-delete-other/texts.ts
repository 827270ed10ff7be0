import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    steps: {
      password: 'カードの署名用パスワード',
      sure: '最後の確認',
      read: 'カードの読み取り',
      done: '削除の完了',
    },
    sureTitle: '本当に削除しますか',
    sureLead: '削除すると、別のスマートフォンでは次のことができなくなります。',
    sureList: [
      'そのスマートフォンでのログインと署名',
      'そのスマートフォンでの氏名・住所・生年月日などの証明',
    ],
    sureKeeps: '実物のマイナンバーカードは、そのまま使えます。削除すると、元に戻せません。',
    sure: '削除する',
    not: '削除しない',
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
      sure: 'Confirm',
      read: 'Read the card',
      done: 'Deleted',
    },
    sureTitle: 'Do you really want to delete it?',
    sureLead: 'Once it is deleted, the other smartphone can no longer be used for:',
    sureList: [
      'Logging in and signing on that smartphone',
      'Proving your name, address, date of birth and so on with that smartphone',
    ],
    sureKeeps:
      'You can still use your physical My Number Card as usual. A deletion cannot be undone.',
    sure: 'Go on to delete',
    not: 'Do not delete',
    doneTitle: 'Deleted',
    done: 'The My Number Card on the other smartphone has been deleted',
    model: 'Deleted from',
    doneNext:
      'It can no longer be used on that smartphone. To use the card on this iPhone, press “Start adding” on the home screen.',
    home: 'Home',
    stopped: 'You cannot continue',
  },
})
