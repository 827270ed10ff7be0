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
      en: 'Your certificates are ready to be registered',
    },
    text: {
      ja: '発行が終わりました。アプリを開いて、登録を完了してください。30日を過ぎると、申請からやり直しになります',
      en: 'They have been issued. Open the app and complete the registration. After 30 days you have to apply again',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードの準備ができました',
        en: 'Your My Number Card on iPhone is ready',
      },
      text: {
        ja: '発行が終わりました。アプリを開くと、数秒で利用可能になります',
        en: 'It has been issued. Open the app, and it can be used in a few seconds',
      },
    },
  },
  suspended: {
    row: '5-B1',
    title: {
      ja: 'スマホ用電子証明書を一時停止しました',
      en: 'Your certificates on the phone have been suspended',
    },
    text: {
      ja: 'コールセンターへのご連絡により、スマホ用電子証明書を一時停止しました。登録前の申請は取り消されました。お心当たりがないときは、すぐにコールセンターへご連絡ください',
      en: 'They were suspended after a call to the hotline, and an application not registered yet was cancelled. If it was not you who called, call the hotline at once',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードを一時停止しました',
        en: 'Your My Number Card on iPhone has been suspended',
      },
      text: {
        ja: 'コールセンターへのご連絡により、iPhoneのマイナンバーカードを一時停止しました。お心当たりがないときは、すぐにコールセンターへご連絡ください',
        en: 'It was suspended after a call to the hotline. If it was not you who called, call the hotline at once',
      },
    },
  },
  resumed: {
    row: '5-B3',
    title: {
      ja: 'スマホ用電子証明書の利用を再開できます',
      en: 'You can use your certificates on the phone again',
    },
    text: {
      ja: '一時停止していたスマホ用電子証明書は失効し、新しいスマホ用電子証明書に替わりました',
      en: 'The suspended certificates were revoked and replaced by new ones',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードの利用を再開できます',
        en: 'You can use your My Number Card on iPhone again',
      },
      text: {
        ja: '一時停止していたものは使えなくなり、新しいものに替わりました',
        en: 'The suspended one was revoked and replaced by a new one',
      },
    },
  },
  revoked: {
    row: '2-F',
    title: {
      ja: 'スマホ用電子証明書が失効しました',
      en: 'Certificates on the phone have been revoked',
    },
    text: {
      ja: '失効の手続きが終わりました。残っている電子証明書は、アプリで確認できます',
      en: 'The revocation is complete. The app shows which certificates are left',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードが削除されました',
        en: 'Your My Number Card on iPhone has been deleted',
      },
      text: {
        ja: '削除の手続きが終わりました。実物のマイナンバーカードは、これまでどおり使えます',
        en: 'The deletion is complete. Your card itself works as before',
      },
    },
  },
  'replaced-by-switch': {
    row: '4-A',
    title: {
      ja: '別のスマートフォンに切り替わりました',
      en: 'Another phone has replaced this one',
    },
    text: {
      ja: '新しいスマートフォンでの登録が終わり、このスマートフォンのスマホ用電子証明書は失効しました。お心当たりがないときは、コールセンターへご連絡ください',
      en: 'The new phone is registered, and the certificates on this one have been revoked. If it was not you, call the hotline',
    },
  },
  'card-ended': {
    row: '5-A4',
    title: {
      ja: 'スマホ用電子証明書が使えなくなりました',
      en: 'Certificates on the phone have ended with those of the card',
    },
    text: {
      ja: 'マイナンバーカードの電子証明書が更新または失効したため、スマホ用電子証明書（申請中のものを含む）も使えなくなりました。引き続き使うには、申請をやり直してください',
      en: 'The certificates of the card were renewed or revoked. Those on the phone, or applied for, ended with them. Apply again to go on using them',
    },
    iphone: {
      title: {
        ja: 'iPhoneのマイナンバーカードが使えなくなりました',
        en: 'Your My Number Card on iPhone has ended with that of the card',
      },
      text: {
        ja: '実物のカードの電子証明書が更新または失効したため、iPhoneのマイナンバーカード（申し込み中のものを含む）も使えなくなりました。引き続き使うには、もう一度追加してください',
        en: 'The certificates of the card were renewed or revoked. Those on the iPhone, or applied for, ended with them. Add the card again to go on using it',
      },
    },
  },
  'deleted-by-card': {
    row: '3-F',
    title: {
      ja: 'マイナンバーカードの機能が削除されました',
      en: 'The functions of the card have been deleted from this phone',
    },
    text: {
      ja: '別のスマートフォンでマイナンバーカードを使って削除の手続きが行われました。お心当たりがないときは、コールセンターへご連絡ください',
      en: 'This was requested on another phone, with the card at hand. If it was not you, call the hotline',
    },
  },
  lapsed: {
    row: '2-E',
    title: {
      ja: '申請の有効期限が過ぎました',
      en: 'Your application has lapsed',
    },
    text: {
      ja: '30日以内に登録されなかったため、申請は無効になりました。はじめから申請をやり直してください',
      en: 'It was not registered within 30 days. Start again from the beginning',
    },
  },
} as const satisfies Readonly<Record<NoticeKind, NoticeKindEntry>>

/** The words for the resident on this kind of phone. */
export function noticeWords(kind: NoticeKind, platform: PhonePlatform): NoticeWords {
  const entry: NoticeKindEntry = noticeKindTable[kind]
  return platform === 'iphone' ? (entry.iphone ?? entry) : entry
}
