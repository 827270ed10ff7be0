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
    receipt: '受付番号',
    stations: {
      applied: '申請',
      issue: '発行',
      hours: '8:00～19:30に行います',
      register: '「登録する」を押す',
    },
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
    since: '日時',
    card: 'スマホ用電子証明書',
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
    title: 'Status of this phone',
    home: 'Home',
    nothing: 'Nothing here yet',
    nothingLead:
      'Once you have scanned your My Number Card, you can log in and make applications with this phone alone.',
    unfinished: 'You have not finished applying',
    unfinishedLead: 'Your card has been read. Continue by choosing passwords for your phone.',
    waiting: 'Application received',
    waitingLead: (time: string) =>
      `You should get a notification at about ${time}. Then press “Register”. You can close this app.`,
    receipt: 'Reference number',
    stations: {
      applied: 'Application',
      issue: 'Issue',
      hours: 'From 8:00 to 19:30',
      register: 'Press “Register”',
    },
    ready: 'Ready to register',
    readyLead: 'Your certificates are ready. Register to start using them.',
    activeLockedLead:
      'A password or PIN of this phone is locked after too many wrong attempts. You can set a new one with your card.',
    expiredLead:
      'Renew the certificates on your card at your municipal office, then apply again on this phone.',
    endingLead: (day: string) =>
      `You can use this phone until ${day}. You can already renew the certificates on your card at your municipal office. After that, apply again on this phone.`,
    unknown: 'The authority has no record of this phone',
    unknownLead:
      'This happens when the authority’s data has been replaced. What is on this phone can no longer be used. Reset this phone and apply again.',
    suspended: 'Suspended',
    suspendedLead:
      'The certificates on this phone were suspended after a report of loss or theft. If you have found your phone, press “Resume use”.',
    ended: 'No longer in use',
    movedLead: 'You now use your new phone. There is nothing more to do on this one.',
    endedLead: 'To use this phone, apply again.',
    over: 'Revoked',
    state: 'Status',
    why: 'Reason',
    since: 'Date and time',
    card: 'Smartphone certificates',
    until: 'Valid until',
    untilValue: (day: string) => day,
    biometrics: 'Fingerprint or face',
    biometricsOn: 'On',
    biometricsOff: 'Off',
    uses: {
      signing: 'For signing documents, such as online applications.',
      authentication: 'For logging in to Mynaportal and other sites.',
    },
    resetSecret: 'Reset password or PIN',
    resetSecretNote: 'You can do this at any time with your My Number Card.',
    withdraw: 'Withdraw the application',
    withdrawNote: 'If you change your mind. You can do this at any time.',
    history: 'History',
    attributes: 'Attribute proof (such as your age)',
    attributesLead:
      'Attribute proof is not supported on Android. It works only with the My Number Card on iPhone.',
  },
})
