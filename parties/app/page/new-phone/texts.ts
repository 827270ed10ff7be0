import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: '新しいスマホに替えるとき',
    which: 'いま手に持っているのは、どちらのスマホですか',
    thisIsNew: '新しいスマホ',
    thisIsOld: '古いスマホ',
    whichOld: '古いスマホは、どちらですか',
    whichNew: '新しいスマホは、どちらですか',
    plan: (count: number) => (count === 1 ? '手続きは1つです' : `手続きは${count}つ、この順番です`),
    rule: '一人が使えるスマホは1台です。終わったものにチェックを付けてください。',
    firstDelete:
      '古いスマートフォンからマイナンバーカード機能を削除したうえで、新しいスマートフォンに改めて登録を行ってください。',
    step: (at: number, where: string) => `${at}. ${where}`,
    onThis: 'このスマホで',
    onOld: '古いスマホで',
    onNew: '新しいスマホで',
    rows: {
      '2-C': 'スマホ用電子証明書を申請する',
      '2-F': 'スマホ用電子証明書の利用をやめる手続き',
      '3-C': 'iPhoneのマイナンバーカードを申請する',
      '3-E': 'iPhoneのマイナンバーカードの利用をやめる手続き',
      '3-F': '別のスマートフォンのカードを削除',
      '4-B': 'Androidスマホ用電子証明書を機種変更する',
    },
    notes: {
      '2-C': '「メニュー」→「スマホ用電子証明書を申請する」。マイナンバーカードを用意します。',
      '2-F': '「メニュー」→「失効」。スマホ用のパスワードか、カードを用意します。',
      '3-C': '「追加をはじめる」。マイナンバーカードを用意します。',
      '3-E': '「メニュー」→「iPhoneのマイナンバーカード」→ 一番下の「削除」。',
      '3-F': '「メニュー」の一番下。マイナンバーカードを用意します。',
      '4-B':
        '「メニュー」→「機種変更」。マイナンバーカードを用意します。登録が終わると、古いスマホの電子証明書は使えなくなります。',
    },
    begin: 'はじめる',
    lost: '古いスマホをなくしたときや、盗まれたときは、先に電話で止めてください。',
    toLoss: 'なくしたとき',
    home: 'ホームへ',
  },
  en: {
    title: 'Changing to a new phone',
    which: 'Which phone are you holding now?',
    thisIsNew: 'My new phone',
    thisIsOld: 'My old phone',
    whichOld: 'What kind of phone is your old one?',
    whichNew: 'What kind of phone is your new one?',
    plan: (count: number) =>
      count === 1 ? 'There is one thing to do' : `There are ${count} things to do, in this order`,
    rule: 'Each person can use only one phone. Tick each step when it is done.',
    firstDelete:
      'First remove the card from your old smartphone, then register again on the new one.',
    step: (at: number, where: string) => `${at}. ${where}`,
    onThis: 'On this phone',
    onOld: 'On your old phone',
    onNew: 'On your new phone',
    rows: {
      '2-C': 'Apply for smartphone certificates',
      '2-F': 'Stop using your smartphone certificates',
      '3-C': 'Add your My Number Card to iPhone',
      '3-E': 'Stop using the My Number Card on iPhone',
      '3-F': 'Delete the card on another smartphone',
      '4-B': 'Transfer to the new phone',
    },
    notes: {
      '2-C':
        'Press “Menu”, then “Apply for smartphone certificates”. Have your My Number Card ready.',
      '2-F': 'Press “Menu”, then “Revoke”. Have your phone’s password or your card ready.',
      '3-C': 'Press “Start adding”. Have your My Number Card ready.',
      '3-E': 'Press “Menu”, then “My Number Card on iPhone”, then “Delete” at the bottom.',
      '3-F': 'It is at the bottom of the menu. Have your My Number Card ready.',
      '4-B':
        'Press “Menu”, then “Transfer to this phone”. Have your My Number Card ready. Once you have registered, the certificates on your old phone stop working.',
    },
    begin: 'Start',
    lost: 'If your old phone is lost or stolen, call first to suspend it.',
    toLoss: 'If you lose your phone',
    home: 'Home',
  },
})
