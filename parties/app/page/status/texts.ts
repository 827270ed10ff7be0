import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    title: 'このスマホの状態',
    home: 'ホームへ',
    nothing: 'まだ何も入っていません',
    nothingLead:
      'マイナンバーカードを一度読み取ると、このスマホだけでログインや申請ができるようになります。',
    unfinished: '申請の途中です',
    unfinishedLead:
      'カードの読み取りまで済んでいます。続きから、スマホ用のパスワードを決めてください。',
    waiting: '申請中',
    waitingLead: (time: string) =>
      `${time}ごろ、お知らせが届く見込みです。届いたら「登録する」を押してください。このアプリは閉じてもかまいません。`,
    applied: '申請した日時',
    receipt: '受付番号',
    ready: 'お知らせが届きました',
    readyLead: '発行の準備ができました。登録すると、使えるようになります。',
    activeLockedLead:
      '続けて間違えたため、スマホ用のパスワードがロックされています。お手元のカードで、設定し直せます。',
    expiredLead:
      'お住まいの市区町村の窓口でカードの電子証明書を更新してから、このスマホで、もう一度申請してください。',
    endingLead: (day: string) =>
      `${day}で使えなくなります。お住まいの市区町村の窓口で、カードの電子証明書をもう更新できます。更新のあと、このスマホで、もう一度申請してください。`,
    unknown: '窓口に記録がありません',
    unknownLead:
      '窓口のデータが新しくなると、こうなります。このスマホに入っているものは、もう使えません。はじめの状態に戻して、もう一度申請してください。',
    suspended: '一時利用停止中',
    suspendedLead:
      '届け出により、このスマホのスマホ用電子証明書を止めています。スマホが見つかった方は「利用再開」の手続きをしてください。',
    ended: '使えなくなっています',
    movedLead: 'いまは、新しいスマホで使えます。このスマホですることはありません。',
    endedLead: '使うには、もう一度申請してください。',
    over: '失効',
    state: '状態',
    why: '理由',
    since: 'わかった日時',
    until: '使える期限',
    untilValue: (day: string) => `${day}まで`,
    biometrics: '指紋・顔',
    biometricsOn: '使っています',
    biometricsOff: '使っていません',
    uses: {
      signing: '電子申請などで、書類に署名するときに使います。',
      authentication: 'マイナポータルなどにログインするときに使います。',
    },
    resetSecret: 'パスワードを設定し直す',
    resetSecretNote: 'お手元のマイナンバーカードで、いつでもできます。',
    withdraw: '申請を取りやめる',
    withdrawNote: '申請をやめたいとき。いつでもできます。',
    history: 'これまでのこと',
    attributes: '属性証明機能（年齢の確認など）',
    attributesLead: 'Android端末では未対応です。iPhoneのマイナンバーカードでだけ使えます。',
  },
  en: {
    title: 'State of this phone',
    home: 'Home',
    nothing: 'Nothing on it yet',
    nothingLead:
      'Once this phone has read your My Number Card, you can log in and apply with the phone alone.',
    unfinished: 'Your application is not finished',
    unfinishedLead: 'The card has been read. Go on and choose the passwords for the phone.',
    waiting: 'Applied',
    waitingLead: (time: string) =>
      `The notice is expected at about ${time}. When it has arrived, press “Register”. You may close this app.`,
    applied: 'Applied at',
    receipt: 'Receipt number',
    ready: 'A notice has arrived',
    readyLead: 'Your certificates are ready. Register them to use them.',
    activeLockedLead:
      'A password of the phone is locked: it was wrong too often. With your card at hand you can set a new one.',
    expiredLead:
      'Have the certificates of your card renewed at the counter of your municipality, then apply again on this phone.',
    endingLead: (day: string) =>
      `It can be used until ${day}. The counter of your municipality can renew the certificates of your card now; after that, apply again on this phone.`,
    unknown: 'The authority has no record of this phone',
    unknownLead:
      'This happens when the authority starts with new data. The certificates on this phone can no longer be used. Reset the phone and apply again.',
    suspended: 'Suspended',
    suspendedLead:
      'The certificates of this phone were suspended on request. If you found your phone, start using it again.',
    ended: 'It can no longer be used',
    movedLead: 'You use it on your new phone now. There is nothing to do on this one.',
    endedLead: 'Apply again to use it.',
    over: 'revoked',
    state: 'State',
    why: 'Why',
    since: 'Known since',
    until: 'Can be used until',
    untilValue: (day: string) => day,
    biometrics: 'Finger or face',
    biometricsOn: 'on',
    biometricsOff: 'off',
    uses: {
      signing: 'For signing documents, for example in online applications.',
      authentication: 'For logging in to Mynaportal and others.',
    },
    resetSecret: 'Set a new password',
    resetSecretNote: 'With your My Number Card at hand, at any time.',
    withdraw: 'Withdraw the application',
    withdrawNote: 'If you do not want it after all. At any time.',
    history: 'History',
    attributes: 'Attribute proof (for example of your age)',
    attributesLead: 'Not supported on Android. Only the My Number Card on an iPhone has it.',
  },
})
