import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'メニュー',
    card: 'iPhoneのマイナンバーカード',
    states: {
      nothing: '未追加',
      unfinished: '追加の途中',
      waiting: '準備中',
      ready: '準備中',
      active: '利用可能',
      suspended: '一時利用停止中',
      ended: '終了',
    },
    other: 'そのほか',
    notices: 'お知らせ',
    newPhone: '新しいスマホに替えるとき',
    newPhoneNote: '手続きの順番をご案内します',
    loss: 'なくしたとき',
    lossNote: '24時間365日、電話で止められます',
    help: 'ヘルプ・お問い合わせ',
    deleteOther: '別のスマートフォンのカードを削除',
    deleteOtherLead:
      '手元にないスマートフォンに入っているカードを、実物のカードを使って削除します。',
  },
  en: {
    title: 'Menu',
    card: 'My Number Card on iPhone',
    states: {
      nothing: 'not added',
      unfinished: 'not finished',
      waiting: 'getting ready',
      ready: 'getting ready',
      active: 'ready to use',
      suspended: 'suspended',
      ended: 'ended',
    },
    other: 'More',
    notices: 'Notices',
    newPhone: 'I have a new phone',
    newPhoneNote: 'Which procedures, and in which order',
    loss: 'If you lose it',
    lossNote: 'One call stops it, 24 hours, 365 days',
    help: 'Help and contact',
    deleteOther: 'Delete the card on another smartphone',
    deleteOtherLead: 'Deletes the card on a phone you do not have at hand, with your card itself.',
  },
})
