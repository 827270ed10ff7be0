import type { SpokenCode } from '@kazashi/login/page'
import { defineTexts, type ErrorWords } from '@kazashi/ui'

/** Of a session that ended with its certificate. */
type Endings = Readonly<Partial<Record<SpokenCode, ErrorWords>>>

const endingsJa: Endings = {
  CERTIFICATE_SUSPENDED: {
    what: '一時利用停止になったため、ログアウトしました',
    why: '発行した機関に問い合わせたところ、このスマホの電子証明書は、届け出により止められていました。',
    next: ['スマホが見つかったときは、アプリで利用再開の手続きをしてください'],
  },
  CERTIFICATE_REVOKED: {
    what: '失効したため、ログアウトしました',
    why: '発行した機関に問い合わせたところ、このスマホの電子証明書は失効していました。',
    next: ['使うには、アプリで、もう一度申請（iPhoneでは追加）をしてください'],
  },
  CERTIFICATE_EXPIRED: {
    what: '有効期限が来たため、ログアウトしました',
    why: 'このスマホの電子証明書の有効期限が過ぎました。',
    next: ['カードの電子証明書を更新してから、アプリで申請（iPhoneでは追加）をし直してください'],
  },
  STATUS_UNAVAILABLE: {
    what: '電子証明書を確かめられないため、ログアウトしました',
    why: '発行した機関に10分のあいだ問い合わせましたが、返事がありませんでした。',
    next: ['少し待ってから、もう一度ログインしてください'],
  },
}
const endingsEn: Endings = {
  CERTIFICATE_SUSPENDED: {
    what: 'You have been logged out because your certificate was suspended',
    why: 'The authority that issued it says that it was suspended after a report of loss or theft.',
    next: ['If you have found your phone, press “Resume use” in the app'],
  },
  CERTIFICATE_REVOKED: {
    what: 'You have been logged out because your certificate was revoked',
    why: 'The authority that issued it says that it can no longer be used.',
    next: ['In the app, apply for new certificates or add your card again'],
  },
  CERTIFICATE_EXPIRED: {
    what: 'You have been logged out because your certificate has expired',
    why: 'The certificate on this phone is past its expiry date.',
    next: ['Renew the certificate on your card, then apply again in the app'],
  },
  STATUS_UNAVAILABLE: {
    what: 'You have been logged out because your certificate could not be checked',
    why: 'The authority that issued it has not answered for ten minutes.',
    next: ['Wait a moment and log in again'],
  },
}

export const directTexts = defineTexts({
  ja: {
    example:
      '開発者向けの例です。本人確認の入り口を通らずに、このサイトが、スマホと直接つながります。',
    cancel: 'やめる',
    kind: '電子証明書の種類',
    kindValue: '利用者証明用電子証明書（署名用は使いません）',
    issuer: '発行者',
    serial: '電子証明書の番号',
    subject: (name: string) => `主体者の${name}`,
    subjectNames: { C: '国（C）', CN: '名前（CN）', O: '組織（O）', OU: '部署（OU）' },
    until: '有効期限',
    responder: '問い合わせた先（OCSP）',
    knows:
      '伝わったのは、これだけです。この電子証明書には、氏名も住所も入っていません。有効かどうかは、画面を開いているあいだ1分ごとに問い合わせ、使えなくなるとログアウトします。',
    endings: endingsJa,
  },
  en: {
    example:
      'This is an example for developers. This site connects to the phone directly, without the identity gate.',
    cancel: 'Cancel',
    kind: 'Kind of certificate',
    kindValue: 'User authentication certificate (the signing certificate is not used)',
    issuer: 'Issuer',
    serial: 'Certificate serial number',
    subject: (name: string) => `Subject: ${name}`,
    subjectNames: {
      C: 'country (C)',
      CN: 'common name (CN)',
      O: 'organisation (O)',
      OU: 'unit (OU)',
    },
    until: 'Valid until',
    responder: 'Asked at (OCSP)',
    knows:
      'This is all that this site knows about you. The certificate contains neither your name nor your address. While this page is open, the site asks once a minute whether the certificate is still valid, and logs you out when it is not.',
    endings: endingsEn,
  },
})
