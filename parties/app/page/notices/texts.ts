import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'お知らせ',
    none: 'お知らせはありません。',
    toRegister: '登録する',
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
    title: 'Notifications',
    none: 'You have no notifications.',
    toRegister: 'Register',
    kinds: {
      android: {
        'ready-to-register': 'Your certificates are ready. Press “Register”.',
        suspended:
          'Your smartphone certificates have been suspended after a report of loss or theft. If this was not you, call right away.',
        resumed: 'Your suspended certificates have been revoked and replaced by new ones.',
        revoked: 'Smartphone certificates have been revoked.',
        'replaced-by-switch':
          'You have registered your new phone. The smartphone certificates on this phone no longer work.',
        'card-ended':
          'The certificates on your My Number Card were renewed or revoked, so your smartphone certificates no longer work. Please apply again.',
        'deleted-by-card': 'They were deleted from another phone with your card.',
        lapsed: 'Your application has expired because you did not register within 30 days.',
      },
      iphone: {
        'ready-to-register': 'Your card will be ready to use in a few seconds.',
        suspended:
          'Your My Number Card on iPhone has been suspended after a report of loss or theft. If this was not you, call right away.',
        resumed: 'Your suspended card no longer works. It has been replaced by a new one.',
        revoked: 'Your My Number Card on iPhone has been deleted.',
        'replaced-by-switch':
          'You have registered your new phone. The My Number Card on this iPhone no longer works.',
        'card-ended':
          'The certificates on your physical card were renewed or revoked, so your My Number Card on iPhone no longer works. Please add the card again.',
        'deleted-by-card': 'It was deleted from another phone with your physical card.',
        lapsed: 'Your request to add the card has expired because it was not used within 30 days.',
      },
    },
  },
})
