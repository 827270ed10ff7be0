/**
 * Every kind of notice: kind → the row it belongs to, and the words for the resident.
 * A notice shows on a locked screen, so its words name no person and no place.
 */
import type { NoticeKind, PhonePlatform } from '@kazashi/lifecycle'
import type { Texts } from '@kazashi/serve'

interface NoticeWords {
  readonly title: Texts
  readonly text: Texts
}

interface NoticeKindEntry extends NoticeWords {
  /** Of the course. */
  readonly row: string
  /** Where the course words it differently for an iPhone. */
  readonly iphone?: NoticeWords
}

export const noticeKindTable = {
  'ready-to-register': {
    row: '5-A1',
    title: {
      ja: 'スマホ用電子証明書を登録できます',
      en: 'You can now register your smartphone certificates',
    },
    text: {
      ja: '発行が終わりました。アプリを開いて、登録を完了してください。30日を過ぎると、申請からやり直しになります',
      en: 'Your certificates have been issued. Open the app and register within 30 days, or you will have to apply again',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードの準備ができました',
        en: 'Your My Number Card on iPhone is ready',
      },
      text: {
        ja: '発行が終わりました。アプリを開くと、数秒で利用可能になります',
        en: 'It has been issued. Open the app and it will be ready to use in a few seconds',
      },
    },
  },
  suspended: {
    row: '5-B1',
    title: {
      ja: 'スマホ用電子証明書を一時停止しました',
      en: 'Your smartphone certificates have been suspended',
    },
    text: {
      ja: 'コールセンターへのご連絡により、スマホ用電子証明書を一時停止しました。登録前の申請は取り消されました。お心当たりがないときは、すぐにコールセンターへご連絡ください',
      en: 'They were suspended after a call to the hotline. Any application you had not registered yet was cancelled. If you did not make this call, contact the hotline right away',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードを一時停止しました',
        en: 'Your My Number Card on iPhone has been suspended',
      },
      text: {
        ja: 'コールセンターへのご連絡により、iPhoneのマイナンバーカードを一時停止しました。お心当たりがないときは、すぐにコールセンターへご連絡ください',
        en: 'It was suspended after a call to the hotline. If you did not make this call, contact the hotline right away',
      },
    },
  },
  resumed: {
    row: '5-B3',
    title: {
      ja: 'スマホ用電子証明書の利用を再開できます',
      en: 'You can resume using your smartphone certificates',
    },
    text: {
      ja: '一時停止していたスマホ用電子証明書は失効し、新しいスマホ用電子証明書に替わりました',
      en: 'Your suspended certificates have been revoked and replaced by new ones',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードの利用を再開できます',
        en: 'You can resume using your My Number Card on iPhone',
      },
      text: {
        ja: '一時停止していたものは使えなくなり、新しいものに替わりました',
        en: 'Your suspended card no longer works. It has been replaced by a new one',
      },
    },
  },
  revoked: {
    row: '2-F',
    title: {
      ja: 'スマホ用電子証明書が失効しました',
      en: 'Your smartphone certificates have been revoked',
    },
    text: {
      ja: '失効の手続きが終わりました。残っている電子証明書は、アプリで確認できます',
      en: 'Revocation is complete. You can see any remaining certificates in the app',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードが削除されました',
        en: 'Your My Number Card on iPhone has been deleted',
      },
      text: {
        ja: '削除の手続きが終わりました。実物のマイナンバーカードは、そのまま使えます',
        en: 'Deletion is complete. You can still use your physical My Number Card as usual',
      },
    },
  },
  'replaced-by-switch': {
    row: '4-A',
    title: {
      ja: '別のスマートフォンに切り替わりました',
      en: 'You have switched to another phone',
    },
    text: {
      ja: '新しいスマートフォンでの登録が終わり、このスマートフォンのスマホ用電子証明書は失効しました。お心当たりがないときは、コールセンターへご連絡ください',
      en: 'Your new phone has been registered, and the smartphone certificates on this phone have been revoked. If this was not you, contact the hotline',
    },
  },
  'card-ended': {
    row: '5-A4',
    title: {
      ja: 'スマホ用電子証明書が使えなくなりました',
      en: 'Your smartphone certificates no longer work',
    },
    text: {
      ja: 'マイナンバーカードの電子証明書が更新・失効されたか、有効期限が切れたため、スマホ用電子証明書（申請中のものを含む）も使えなくなりました。引き続き使うには、申請をやり直してください',
      en: 'The certificates on your My Number Card were renewed or revoked, or have expired, so your smartphone certificates (and any you had applied for) no longer work. To keep using your phone, apply again',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードが使えなくなりました',
        en: 'Your My Number Card on iPhone no longer works',
      },
      text: {
        ja: '実物のカードの電子証明書が更新・失効されたか、有効期限が切れたため、iPhoneのマイナンバーカード（申し込み中のものを含む）も使えなくなりました。引き続き使うには、もう一度追加してください',
        en: 'The certificates on your physical card were renewed or revoked, or have expired, so your My Number Card on iPhone (and any you had asked to add) no longer works. To keep using it, add the card again',
      },
    },
  },
  'deleted-by-card': {
    row: '3-F',
    title: {
      ja: 'マイナンバーカードの機能が削除されました',
      en: 'Your My Number Card has been deleted from this phone',
    },
    text: {
      ja: '別のスマートフォンでマイナンバーカードを使って削除の手続きが行われました。お心当たりがないときは、コールセンターへご連絡ください',
      en: 'It was deleted from another smartphone with your My Number Card. If this was not you, contact the hotline',
    },
  },
  lapsed: {
    row: '2-E',
    title: {
      ja: '申請の有効期限が過ぎました',
      en: 'Your application has expired',
    },
    text: {
      ja: '30日以内に登録されなかったため、申請は無効になりました。はじめから申請をやり直してください',
      en: 'You did not register within 30 days. Please apply again from the beginning',
    },
  },
} as const satisfies Readonly<Record<NoticeKind, NoticeKindEntry>>

/** The words for the resident on this kind of phone. */
export function noticeWords(kind: NoticeKind, platform: PhonePlatform): NoticeWords {
  const entry: NoticeKindEntry = noticeKindTable[kind]
  return platform === 'iphone' ? (entry.iphone ?? entry) : entry
}
