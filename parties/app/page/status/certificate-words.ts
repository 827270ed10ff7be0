/** Names of the certificates, and reasons for suspension and end, in the words of the app. */
import { defineTexts } from '@kazashi/ui'

interface CertificateWords {
  readonly kinds: { readonly signing: string; readonly authentication: string }
  /** State of one that is on the phone. */
  readonly states: Readonly<Record<'valid' | 'suspended' | 'expired' | 'locked', string>>
  /** By the name of an event or reason of the lifecycle, or of RFC 5280 §5.3.1. */
  readonly why: Readonly<Record<string, string>>
  /** All that is in use together. */
  readonly usable: Readonly<Record<'good' | 'partly' | 'over', string>>
  readonly whyUnknown: string
  /** The authority has no record of this phone's credential. */
  readonly unknown: string
  /** Past events, by their names in the lifecycle. */
  readonly events: Readonly<Record<string, string>>
}

const ja: CertificateWords = {
  kinds: {
    signing: 'スマホ用署名用電子証明書',
    authentication: 'スマホ用利用者証明用電子証明書',
  },
  states: {
    valid: '有効',
    suspended: '停止中',
    expired: '期限切れ',
    locked: 'パスワードがロック中',
  },
  usable: { good: '利用可能', partly: '一部が使えません', over: '有効期限が切れています' },
  why: {
    revoked: 'このスマホで失効の手続きをしたため',
    'revoke-all': '失効の手続きをしたため',
    'revoke-one': '失効の手続きをしたため',
    cessationOfOperation: '利用をやめる手続きをしたため',
    'revoked-by-card': 'カードを使って失効の手続きをしたため',
    delete: '別のスマホから、カードを使って削除したため',
    'deleted-by-card': '別のスマホから、カードを使って削除したため',
    switch: '機種変更で、新しいスマホに移したため',
    switched: '機種変更で、新しいスマホに移したため',
    superseded: '新しいものに替わったため',
    resume: '利用再開の手続きで、新しいものに替わったため',
    replaced: '利用再開の手続きで、新しいものに替わったため',
    withdraw: '申請を取り下げたため',
    withdrawn: '申請を取り下げたため',
    lapse: '30日のあいだ登録されなかったため',
    lapsed: '30日のあいだ登録されなかったため',
    suspend: '電話での届け出により、一時利用停止になったため',
    certificateHold: '電話での届け出により、一時利用停止になったため',
    lost: '紛失の届け出により、一時利用停止になったため',
    stolen: '盗難の届け出により、一時利用停止になったため',
    'card-ended': 'もとのマイナンバーカードの電子証明書が更新・失効したため',
    affiliationChanged: '引っ越しや氏名の変更で、カードの署名用電子証明書が失効したため',
    expired: '有効期限が切れたため',
  },
  unknown: '窓口に記録がないため、いま入っているものは使えません。',
  whyUnknown: '理由は、電話でお尋ねください',
  events: {
    apply: '申請した',
    issue: '発行された',
    register: '登録した（使えるようになった）',
    suspend: '一時利用停止になった',
    resume: '利用再開を申請した',
    'revoke-one': '片方の電子証明書が失効した',
    'revoke-all': '失効した',
    delete: '別のスマホから削除された',
    'card-ended': 'カードの更新・失効により終わった',
    switch: '新しいスマホに移った',
    withdraw: '申請を取り下げた',
    lapse: '登録の期限が過ぎた',
  },
}
const en: CertificateWords = {
  kinds: {
    signing: 'Smartphone signing certificate',
    authentication: 'Smartphone user authentication certificate',
  },
  states: {
    valid: 'Valid',
    suspended: 'Suspended',
    expired: 'Expired',
    locked: 'Locked',
  },
  usable: { good: 'Ready to use', partly: 'Partly unavailable', over: 'Expired' },
  why: {
    revoked: 'You revoked it on this phone',
    'revoke-all': 'It was revoked at your request',
    'revoke-one': 'It was revoked at your request',
    cessationOfOperation: 'You stopped using it',
    'revoked-by-card': 'It was revoked with your card',
    delete: 'It was deleted from another phone with your card',
    'deleted-by-card': 'It was deleted from another phone with your card',
    switch: 'It was transferred to your new phone',
    switched: 'It was transferred to your new phone',
    superseded: 'It was replaced by a new one',
    resume: 'It was replaced by a new one when you resumed use',
    replaced: 'It was replaced by a new one when you resumed use',
    withdraw: 'You withdrew the application',
    withdrawn: 'You withdrew the application',
    lapse: 'It was not registered within 30 days',
    lapsed: 'It was not registered within 30 days',
    suspend: 'It was suspended after a phone call',
    certificateHold: 'It was suspended after a phone call',
    lost: 'It was reported lost and suspended',
    stolen: 'It was reported stolen and suspended',
    'card-ended': 'The certificate on your card was renewed or revoked',
    affiliationChanged:
      'The signing certificate on your card was revoked because you moved or changed your name',
    expired: 'It expired',
  },
  unknown: 'The authority has no record of what is on this phone, so you cannot use it.',
  whyUnknown: 'Please call to ask for the reason',
  events: {
    apply: 'You applied',
    issue: 'Certificates were issued',
    register: 'You registered (ready to use)',
    suspend: 'Suspended',
    resume: 'You applied to resume use',
    'revoke-one': 'One certificate was revoked',
    'revoke-all': 'Revoked',
    delete: 'Deleted from another phone',
    'card-ended': 'Ended because the card was renewed or revoked',
    switch: 'Transferred to your new phone',
    withdraw: 'You withdrew the application',
    lapse: 'Expired before you registered',
  },
}
export const certificateWords = defineTexts<CertificateWords>({ ja, en })
