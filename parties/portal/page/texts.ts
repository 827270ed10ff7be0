import { defineTexts, type ErrorWords } from '@kazashi/ui'
import type { SpokenCode } from './refusal-codes.ts'

type Refusals = Readonly<Record<SpokenCode, ErrorWords>>

const ja: Refusals = {
  LOGIN_REQUEST_EXPIRED: {
    what: '時間が過ぎました',
    why: '安全のため、ログインの受付は5分で終わります。',
    next: ['「もう一度ログインする」を押してください'],
  },
  CERTIFICATE_SUSPENDED: {
    what: '一時利用停止中のため、ログインできません',
    why: 'このスマホの電子証明書は、届け出により止められています。',
    next: ['スマホが見つかったときは、アプリで利用再開の手続きをしてください'],
  },
  CERTIFICATE_REVOKED: {
    what: '失効しているため、ログインできません',
    why: 'このスマホの電子証明書は、もう使えません。',
    next: ['アプリで、もう一度申請してください'],
  },
  CERTIFICATE_EXPIRED: {
    what: '有効期限が切れているため、ログインできません',
    why: 'このスマホの電子証明書の期限が過ぎています。',
    next: ['カードの電子証明書を更新してから、アプリで申請し直してください'],
  },
  NETWORK: {
    what: 'つながりません',
    why: '通信ができませんでした。',
    next: ['少し待ってから、もう一度お試しください'],
  },
  UNEXPECTED: {
    what: 'ログインできませんでした',
    why: 'スマホからの返事を確かめられませんでした。',
    next: ['もう一度お試しください', '続くときは、下のエラー番号を電話でお伝えください'],
  },
}
const en: Refusals = {
  LOGIN_REQUEST_EXPIRED: {
    what: 'This login has expired',
    why: 'For your security, a login expires after 5 minutes.',
    next: ['Press “Log in again”'],
  },
  CERTIFICATE_SUSPENDED: {
    what: 'You cannot log in because your certificate is suspended',
    why: 'It was suspended after a report of loss or theft.',
    next: ['If you have found your phone, press “Resume use” in the app'],
  },
  CERTIFICATE_REVOKED: {
    what: 'You cannot log in because your certificate has been revoked',
    why: 'The certificate on this phone can no longer be used.',
    next: ['In the app, apply for new certificates or add your card again'],
  },
  CERTIFICATE_EXPIRED: {
    what: 'You cannot log in because your certificate has expired',
    why: 'The certificate on this phone is past its expiry date.',
    next: ['Renew the certificate on your card, then apply again in the app'],
  },
  NETWORK: {
    what: 'No connection',
    why: 'The page could not connect to the network.',
    next: ['Wait a moment and try again'],
  },
  UNEXPECTED: {
    what: 'You could not be logged in',
    why: 'The response from your phone could not be verified.',
    next: ['Try again', 'If this keeps happening, call and quote the error code'],
  },
}

export const texts = defineTexts({
  ja: {
    name: 'マイナポータル（練習用）',
    title: 'マイナポータルにログイン',
    lead: 'スマホ用電子証明書を使って、スマホだけでログインします。カードはいりません。',
    login: 'スマホでログインする',
    again: 'もう一度ログインする',
    asking: '準備しています',
    waiting: 'スマホで読み取ってください',
    steps: [
      'スマホでQRコードを読み取ります',
      '上の確認番号と同じ番号がスマホに出たら「同じ番号です」を押します',
      'スマホ用の暗証番号（数字4ケタ）を入れるか、指紋・顔で確認します',
    ],
    qr: 'ログイン用のQRコード',
    unread: 'QRコードを読み取れないとき',
    paste:
      '下のアドレスをスマホに送り、アプリの「読み取りかた・読み取れないとき」に貼り付けてください。',
    code: '確認番号',
    samePhone: 'このスマホでログインする',
    wait: 'スマホでの操作を待っています（5分以内）',
    cancel: 'やめる',
    in: 'ログインしました',
    inLead: 'スマホ用利用者証明用電子証明書で、ご本人と確かめました。',
    serial: '電子証明書の番号',
    until: '有効期限',
    checked: '有効と確かめた日時',
    knows: 'このサイトがわかるのは、これだけです。電子証明書には、氏名も住所も入っていません。',
    refused: 'ログインできませんでした',
    refusals: ja,
  },
  en: {
    name: 'Mynaportal (practice)',
    title: 'Log in to Mynaportal',
    lead: 'You can log in with just your phone. You do not need your card.',
    login: 'Log in with your phone',
    again: 'Log in again',
    asking: 'Getting ready',
    waiting: 'Scan the code with your phone',
    steps: [
      'Scan the QR code with your phone',
      'If your phone shows the same confirmation code, press “The codes match”',
      'Enter your phone’s 4-digit PIN, or use your fingerprint or face',
    ],
    qr: 'QR code for logging in',
    unread: 'If you cannot scan the QR code',
    paste:
      'Send this address to your phone. In the app, open “How to scan, and what to do if you can’t” and paste it there.',
    code: 'Confirmation code',
    samePhone: 'Log in on this phone',
    wait: 'Waiting for your phone (up to 5 minutes)',
    cancel: 'Cancel',
    in: 'You are logged in',
    inLead: 'The user authentication certificate on your phone has confirmed that it is you.',
    serial: 'Certificate serial number',
    until: 'Valid until',
    checked: 'Last confirmed valid',
    knows:
      'This is all that this site knows about you. The certificate contains neither your name nor your address.',
    refused: 'You could not be logged in',
    refusals: en,
  },
})
