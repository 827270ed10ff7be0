import { defineTexts } from '@kazashi/ui'

export const texts = defineTexts({
  ja: {
    brand: 'かざし',
    menu: 'メニュー',
    notices: 'お知らせ',
    card: 'マイナンバーカード',
    title: 'iPhoneのマイナンバーカード',
    nothing: 'まだ追加していません',
    nothingLead: '必要なものを用意し、本人確認のために、顔の動きを撮影します。',
    nothingMore:
      '実物のマイナンバーカードを一度読み取ると、このiPhoneだけでログインや申請ができるようになります。',
    start: '追加をはじめる',
    unfinished: '追加の途中です',
    unfinishedLead:
      'カードの読み取りまで済んでいます。続きから、iPhone用の暗証番号などを決めてください。',
    unsentLead:
      'iPhone用の暗証番号とパスワードまで決めてあります。続きから、ウォレットに追加してください。',
    goOn: '続きからはじめる',
    goOnRequest: '手続きを続ける',
    underWay: {
      revoke: '削除の手続きが、まだ終わっていません。',
      'delete-other': '別のスマートフォンのカードを削除する手続きが、まだ終わっていません。',
      unblock: '暗証番号・パスワードを設定し直す手続きが、まだ終わっていません。',
    },
    waiting: '利用可能になるまで、お待ちください',
    waitingLead: (time: string) =>
      `${time}ごろ、利用可能になる見込みです。このアプリは閉じてもかまいません。`,
    stations: {
      added: '追加の申し込み',
      issue: '発行',
      hours: '8:00～19:30に行います',
      usable: '利用可能になる',
    },
    receipt: '受付番号',
    withdraw: '追加を取りやめる',
    ready: 'ウォレットに入れています',
    readyLead: '準備ができました。数秒で利用可能になります。',
    again: 'もう一度試す',
    fiveMinutes: '通知が届いてから、実際に使えるまで5分ほどかかることがあります。',
    unknown: '窓口に記録がありません',
    unknownLead:
      '窓口のデータが新しくなると、こうなります。このiPhoneに入っているものは、もう使えません。はじめの状態に戻して、もう一度追加してください。',
    resetPhone: 'はじめの状態に戻す',
    suspended: '一時利用停止中',
    suspendedLead: '届け出により、このiPhoneのマイナンバーカードは止められています。',
    resume: '利用再開',
    resumeLead:
      'iPhoneが見つかったときは、「利用再開」から、カードをもう一度追加してください。実物のマイナンバーカードを使います。',
    ended: '利用は終わりました',
    endedLead:
      'このiPhoneのマイナンバーカードは、もう使えません。使うには、もう一度追加してください。',
    why: '理由',
    deletedHere: 'このiPhoneで削除の手続きをしたため',
    since: '日時',
    until: '使える期限',
    untilValue: (day: string) => `${day}まで`,
    signing: '署名用電子証明書',
    authentication: '利用者証明用電子証明書',
    attributes: '属性証明（氏名・住所・生年月日など）',
    lockedLead:
      '続けて間違えたため、iPhone用の暗証番号かパスワードがロックされています。実物のカードで、設定し直せます。',
    resetSecret: 'パスワードを設定し直す',
    expiredLead:
      'お住まいの市区町村の窓口で実物のカードの電子証明書を更新してから、このiPhoneに、もう一度追加してください。',
    endingLead: (day: string) =>
      `${day}で使えなくなります。お住まいの市区町村の窓口で、実物のカードの電子証明書をもう更新できます。更新のあと、このiPhoneに、もう一度追加してください。`,
    see: 'くわしく見る・削除する',
    push: '通知を受け取る',
    pushNote: '利用可能になったら、このiPhoneの画面でお知らせします。',
    canDo: 'できること',
    login: 'マイナポータル（練習用）へのログイン',
    loginHow: 'ログイン画面のQRコードをiPhoneのカメラで読み取ると、ここに確認の画面が出ます。',
    loginBy: '読み取りかた・読み取れないとき',
    lost: 'なくしたとき',
    lostLead: '24時間365日、電話で止められます（ガイダンス2番）',
  },
  en: {
    brand: 'Kazashi',
    menu: 'Menu',
    notices: 'Notifications',
    card: 'My Number Card',
    title: 'My Number Card on iPhone',
    nothing: 'Not added yet',
    nothingLead:
      'Get everything you need ready. Your face is recorded to check that it is really you.',
    nothingMore:
      'Once you have scanned your physical My Number Card, you can log in and make applications with this iPhone alone.',
    start: 'Start adding',
    unfinished: 'You have not finished adding your card',
    unfinishedLead:
      'Your card has been read. Continue by choosing a PIN and password for your iPhone.',
    unsentLead:
      'You have chosen a PIN and password for your iPhone. Continue by adding the card to Wallet.',
    goOn: 'Continue',
    goOnRequest: 'Continue',
    underWay: {
      revoke: 'Your deletion is not finished yet.',
      'delete-other': 'Your deletion on another smartphone is not finished yet.',
      unblock: 'Your PIN or password reset is not finished yet.',
    },
    waiting: 'Please wait until your card is ready to use',
    waitingLead: (time: string) => `It should be ready at about ${time}. You can close this app.`,
    stations: {
      added: 'Request to add',
      issue: 'Issue',
      hours: 'From 8:00 to 19:30',
      usable: 'Ready to use',
    },
    receipt: 'Reference number',
    withdraw: 'Cancel adding the card',
    ready: 'Adding to Wallet',
    readyLead: 'Your card will be ready to use in a few seconds.',
    again: 'Try again',
    fiveMinutes: 'After the notification, it can take about 5 minutes until you can use the card.',
    unknown: 'The authority has no record of this iPhone',
    unknownLead:
      'This happens when the authority’s data has been replaced. The card on this iPhone can no longer be used. Reset this iPhone and add the card again.',
    resetPhone: 'Reset this iPhone',
    suspended: 'Suspended',
    suspendedLead:
      'The My Number Card on this iPhone was suspended after a report of loss or theft.',
    resume: 'Resume use',
    resumeLead:
      'If you have found your iPhone, press “Resume use” and add the card again. You need your physical My Number Card.',
    ended: 'No longer in use',
    endedLead:
      'The My Number Card on this iPhone can no longer be used. To use it, add the card again.',
    why: 'Reason',
    deletedHere: 'You deleted it on this iPhone',
    since: 'Date and time',
    until: 'Valid until',
    untilValue: (day: string) => day,
    signing: 'Signing certificate',
    authentication: 'User authentication certificate',
    attributes: 'Attribute proof (name, address, date of birth and so on)',
    lockedLead:
      'The PIN or password of this iPhone is locked after too many wrong attempts. You can set a new one with your physical card.',
    resetSecret: 'Reset password or PIN',
    expiredLead:
      'Renew the certificates on your physical card at your municipal office, then add the card to this iPhone again.',
    endingLead: (day: string) =>
      `You can use the card until ${day}. You can already renew the certificates on your physical card at your municipal office. After that, add the card to this iPhone again.`,
    see: 'See details or delete',
    push: 'Get notifications',
    pushNote: 'This iPhone tells you when your card is ready to use.',
    canDo: 'What you can do',
    login: 'Log in to Mynaportal (practice)',
    loginHow:
      'Scan the QR code on the login page with your iPhone’s camera. You are then asked to confirm here.',
    loginBy: 'How to scan, and what to do if you can’t',
    lost: 'If you lose your iPhone',
    lostLead: 'Call to suspend it, 24 hours a day, 365 days a year (press 2)',
  },
  operating: {
    ja: { login: 'マイナポータルへのログイン' },
    en: { login: 'Log in to Mynaportal' },
  },
})
