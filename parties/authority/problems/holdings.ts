/** Refusals to a phone because of a credential or application that it, or its person, already has. Codes stay for ever. */
import type { ProblemTable } from '@kazashi/serve'
import { again } from './next-steps.ts'

export const holdingsProblems = {
  ALREADY_ON_THIS_PHONE: {
    clause: '5-A2',
    status: 409,
    title: {
      ja: 'このスマートフォンは、すでに申請中または登録済みです',
      en: 'This phone already has your credential or your application',
    },
    next: {
      ja: '申請の状況を確認してください',
      en: 'Check the status of your application',
    },
  },
  PERSON_HAS_A_PHONE: {
    clause: '5-A2',
    status: 409,
    title: {
      ja: '別のスマートフォンですでに申請中または登録済みです',
      en: 'You already have a credential or an application on another phone',
    },
    next: {
      ja: '前のスマートフォンで失効の手続きをしてから、申請してください',
      en: 'Revoke the one on the other phone first, then apply',
    },
  },
  PHONE_HAS_A_PERSON: {
    clause: '5-A2',
    status: 409,
    title: {
      ja: 'このスマートフォンには、ほかの方が登録しています',
      en: 'Someone else has a credential on this phone',
    },
    next: {
      ja: '登録している方が失効の手続きをしてから、申請してください',
      en: 'They must revoke theirs first, then you can apply',
    },
  },
  APPLICATION_ON_ITS_WAY: {
    clause: '4-B',
    status: 409,
    title: {
      ja: '別のスマートフォンで申請中です',
      en: 'An application on another phone is in progress',
    },
    next: {
      ja: '申請したスマートフォンで申請を取り下げるか、登録を済ませてください',
      en: 'Withdraw it on that phone, or register there',
    },
  },
  CREDENTIAL_SUSPENDED: {
    clause: '5-B3',
    status: 409,
    title: {
      ja: 'スマホ用電子証明書は一時停止中です',
      en: 'Your credential is suspended',
    },
    next: {
      ja: 'スマートフォンが見つかったときは、一時停止の解除（再開）の手続きをしてください',
      en: 'If you have found the phone, resume use. You can also do this on a new phone',
    },
  },
  NOTHING_TO_SWITCH: {
    clause: '4-B',
    status: 409,
    title: {
      ja: '機種変更の元になるスマートフォンの登録がありません',
      en: 'You have no credential on another phone to transfer',
    },
    next: {
      ja: '新規の申請をしてください',
      en: 'Apply for a new one',
    },
  },
  SWITCH_ONLY_ANDROID: {
    clause: '4-A',
    status: 409,
    title: {
      ja: '機種変更の手続きは、Androidのスマートフォンどうしで行えます',
      en: 'You can only transfer from one Android phone to another',
    },
    next: {
      ja: 'iPhoneで削除の手続きをしてから、新規の申請をしてください',
      en: 'Delete the card on the iPhone first, then apply here',
    },
  },
  NOTHING_TO_RESUME: {
    clause: '5-B3',
    status: 409,
    title: {
      ja: '一時停止中のスマホ用電子証明書はありません',
      en: 'You have no suspended credential',
    },
    next: {
      ja: '新規の申請をしてください',
      en: 'Apply for a new one',
    },
  },
  NOT_ISSUED_YET: {
    clause: '5-A1',
    status: 409,
    title: {
      ja: 'スマホ用電子証明書はまだ発行されていません',
      en: 'The certificates have not been issued yet',
    },
    next: { ja: 'お知らせが届くまでお待ちください', en: 'Wait for the notification' },
  },
  APPLICATION_OVER: {
    clause: '2-E',
    status: 409,
    title: { ja: 'この申請は終了しています', en: 'This application has ended' },
    next: again,
  },
  PHONE_UNKNOWN: {
    clause: '5-A1',
    status: 409,
    title: {
      ja: 'このスマートフォンからの申請がまだありません',
      en: 'This phone has not applied yet',
    },
    next: { ja: 'はじめに申請をしてください', en: 'Apply first' },
  },
  PUSH_SERVICE_UNKNOWN: {
    clause: 'RFC 8030 §4',
    status: 422,
    title: {
      ja: 'このブラウザーのプッシュ通知には対応していません',
      en: 'The push service of this browser is not supported',
    },
    next: {
      ja: 'お知らせはアプリの中で確認してください',
      en: 'Check your notifications in the app',
    },
  },
  ALREADY_REGISTERED: {
    clause: '2-E',
    status: 409,
    title: {
      ja: 'すでに登録が完了しているため、取り下げできません',
      en: 'It has already been registered and cannot be withdrawn',
    },
    next: { ja: '利用をやめるときは、失効の手続きをしてください', en: 'Revoke it instead' },
  },
  NOT_REGISTERED_YET: {
    clause: '2-E',
    status: 409,
    title: {
      ja: 'スマホ用電子証明書はまだ登録されていません',
      en: 'The certificates have not been registered yet',
    },
    next: {
      ja: '登録を済ませるか、申請を取り下げてください',
      en: 'Register them, or withdraw the application',
    },
  },
  CREDENTIAL_OVER: {
    clause: '2-F',
    status: 409,
    title: {
      ja: 'スマホ用電子証明書はすでに利用を終えています',
      en: 'This credential has already ended',
    },
    next: {
      ja: '引き続き使うには、新規の申請をしてください',
      en: 'To keep using your phone, apply again',
    },
  },
  KIND_NOT_THERE: {
    clause: '2-F',
    status: 409,
    title: {
      ja: 'お選びの種類の電子証明書は、このスマートフォンにありません',
      en: 'This phone has no certificate of the chosen kind in use',
    },
    next: {
      ja: 'スマートフォンの登録の状況を確認してください',
      en: 'Check the status of the certificates on this phone',
    },
  },
  WALLET_ENDS_WHOLE: {
    clause: '3-E',
    status: 422,
    title: {
      ja: 'iPhoneのマイナンバーカードは、一部だけを削除できません',
      en: 'On an iPhone the card can only be deleted as a whole',
    },
    next: { ja: 'すべてを選んで削除の手続きをしてください', en: 'Choose both kinds' },
  },
  PHONE_HAS_ONE: {
    clause: '3-F',
    status: 409,
    title: {
      ja: 'このスマートフォンには、すでに登録または申請があります',
      en: 'This phone already has a credential or an application',
    },
    next: {
      ja: 'このスマートフォンのものは、失効または削除の手続きで利用をやめてください',
      en: 'To stop using the one on this phone, revoke or delete it',
    },
  },
  NOTHING_TO_DELETE: {
    clause: '3-F',
    status: 409,
    title: {
      ja: '別のスマートフォンに登録されたカードはありません',
      en: 'You have no credential on another phone',
    },
    next: { ja: 'お手続きは必要ありません', en: 'You do not need to do anything' },
  },
  UNBLOCKING_KEY_MISSING: {
    clause: '2-F',
    status: 409,
    title: {
      ja: 'このスマートフォンの暗証番号は、再設定できません',
      en: 'The PIN and password of this phone cannot be reset',
    },
    next: {
      ja: '失効の手続きをしてから、申請をやり直してください',
      en: 'Revoke the credential with your card, then apply again',
    },
  },
} as const satisfies ProblemTable
