import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'お知らせ',
    none: 'お知らせはありません。',
    toRegister: '登録へ進む',
    kinds: {
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
  },
  en: {
    title: 'Notices',
    none: 'There are no notices.',
    toRegister: 'Go to registration',
    kinds: {
      'ready-to-register': 'Your certificates are ready. Go on to “Register”.',
      suspended:
        'The certificates of this phone were suspended on request. If it was not you who asked, call at once.',
      resumed: 'The suspended certificates ended, and new ones took their place.',
      revoked: 'Certificates of this phone were revoked.',
      'replaced-by-switch': 'Your new phone is registered. The certificates of this phone ended.',
      'card-ended':
        'The certificates of your card were renewed or revoked, so those of the phone ended. Please apply again.',
      'deleted-by-card': 'They were deleted from another phone with your card.',
      lapsed: 'The application lapsed: it was not registered for 30 days.',
    },
  },
})
