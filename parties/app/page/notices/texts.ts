import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'お知らせ',
    none: 'お知らせはありません。',
    toRegister: '登録へ進む',
    kinds: {
      android: {
        'ready-to-register': '発行の準備ができました。「登録する」へ進んでください。',
        suspended:
          '届け出により、スマホ用電子証明書を一時利用停止にしました。お心当たりがないときは、すぐに電話してください。',
        resumed: '止めていたスマホ用電子証明書は失効し、新しいものに替わりました。',
        revoked: 'スマホ用電子証明書が失効しました。',
        'replaced-by-switch':
          '新しいスマホで登録が終わりました。このスマホのスマホ用電子証明書は、使えなくなりました。',
        'card-ended':
          'マイナンバーカードの電子証明書が更新・失効したため、スマホ用電子証明書も使えなくなりました。改めて申請してください。',
        'deleted-by-card': '別のスマホから、カードを使って削除されました。',
        lapsed: '30日のあいだ登録されなかったため、申請は無効になりました。',
      },
      iphone: {
        'ready-to-register': '発行の準備ができました。数秒で利用可能になります。',
        suspended:
          '届け出により、iPhoneのマイナンバーカードを一時利用停止にしました。お心当たりがないときは、すぐに電話してください。',
        resumed: '止めていたものは使えなくなり、新しいものに替わりました。',
        revoked: 'iPhoneのマイナンバーカードが削除されました。',
        'replaced-by-switch':
          '新しいスマホで登録が終わりました。このiPhoneのマイナンバーカードは、使えなくなりました。',
        'card-ended':
          '実物のカードの電子証明書が更新・失効したため、iPhoneのマイナンバーカードも使えなくなりました。もう一度追加してください。',
        'deleted-by-card': '別のスマホから、実物のカードを使って削除されました。',
        lapsed: '30日のあいだ利用が始まらなかったため、追加の申し込みは無効になりました。',
      },
    },
  },
  en: {
    title: 'Notices',
    none: 'There are no notices.',
    toRegister: 'Go to registration',
    kinds: {
      android: {
        'ready-to-register': 'Your certificates are ready. Go on to “Register”.',
        suspended:
          'The certificates of this phone were suspended on request. If it was not you who asked, call at once.',
        resumed: 'The suspended certificates ended, and new ones replaced them.',
        revoked: 'Certificates of this phone were revoked.',
        'replaced-by-switch': 'Your new phone is registered. The certificates of this phone ended.',
        'card-ended':
          'The certificates of your card were renewed or revoked, so those of the phone ended. Please apply again.',
        'deleted-by-card': 'They were deleted from another phone with your card.',
        lapsed: 'The application lapsed: it was not registered for 30 days.',
      },
      iphone: {
        'ready-to-register': 'It is ready. It can be used in a few seconds.',
        suspended:
          'The My Number Card on this iPhone was suspended on request. If it was not you who asked, call at once.',
        resumed: 'The suspended card ended, and a new one replaced it.',
        revoked: 'The My Number Card on this iPhone was deleted.',
        'replaced-by-switch': 'Your new phone is registered. The card on this iPhone ended.',
        'card-ended':
          'The certificates of your card were renewed or revoked, so those of the iPhone ended. Please add the card again.',
        'deleted-by-card': 'It was deleted from another phone with your card.',
        lapsed: 'Your request to add the card lapsed: it was not put to use for 30 days.',
      },
    },
  },
})
