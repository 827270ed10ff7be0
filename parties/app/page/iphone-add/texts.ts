import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    models: '対応している機種一覧',
    model: (name: string, os: string) => `${name}（iOS ${os}以上）`,
    steps: {
      prepare: '用意するもの',
      notes: '注意事項と利用規約',
      face: '顔の動きの撮影',
      card: 'カードの暗証番号とパスワード',
      read: 'カードの読み取り',
      pin: 'iPhone用の暗証番号',
      password: 'iPhone用のパスワード',
      wallet: 'ウォレットに追加',
    },
    stopped: '手続きを止めました',
    newPhone: '新しいスマホに替えるときの手順を見る',
    deleteOther: '別のスマートフォンのカードを削除',
    home: 'ホームへ',
  },
  en: {
    models: 'Supported models',
    model: (name: string, os: string) => `${name} (iOS ${os} or later)`,
    steps: {
      prepare: 'What you need',
      notes: 'Notes and terms',
      face: 'Face recording',
      card: 'Card PIN and password',
      read: 'Read the card',
      pin: 'iPhone PIN',
      password: 'iPhone password',
      wallet: 'Add to Wallet',
    },
    stopped: 'You cannot continue',
    newPhone: 'See the steps for changing to a new phone',
    deleteOther: 'Delete the card on another smartphone',
    home: 'Home',
  },
})
