import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    steps: {
      prepare: '用意するもの',
      card: 'カードのパスワード',
      choose: '電子証明書の選択',
      read: 'カードの読み取り',
      signing: 'スマホ用のパスワード（署名用）',
      pin: 'スマホ用のパスワード（利用者証明用）',
      done: '申請の完了',
    },
    stopped: '手続きを止めました',
    home: 'ホームへ',
    ways: {
      apply: 'スマホ用電子証明書を申請する',
      switch: '機種変更',
      resume: '利用再開の手続きをする',
      'new-phone': '新しいスマホに替えるときの手順を見る',
    },
  },
  en: {
    steps: {
      prepare: 'What you need',
      card: 'Card password',
      choose: 'Choose certificates',
      read: 'Read the card',
      signing: 'Phone password (signing)',
      pin: 'Phone PIN (user authentication)',
      done: 'Application complete',
    },
    stopped: 'You cannot continue',
    home: 'Home',
    ways: {
      apply: 'Apply for smartphone certificates',
      switch: 'Transfer to this phone',
      resume: 'Resume use',
      'new-phone': 'See the steps for changing to a new phone',
    },
  },
})
