/** Everything the authority refuses: code → clause, HTTP status, the words for a person, what to do next. Codes stay for ever. */
import { commonProblems, type ProblemTable, problemClass } from '@kazashi/serve'

const again = {
  ja: 'はじめから申請をやり直してください',
  en: 'Start the application again from the beginning',
}
const report = {
  ja: 'アプリを最新版にしてから、もう一度お試しください。続くときはお問い合わせください',
  en: 'Update the app and try again; if it stays, report it',
}
const counter = {
  ja: 'お住まいの市区町村の窓口でお手続きください',
  en: 'Go to the counter of your municipality',
}

export const authorityProblems = {
  // the card's signature on an application
  SIGNATURE_INVALID: {
    clause: 'RFC 5652 §5.6',
    status: 422,
    title: { ja: '申請の電子署名が正しくありません', en: 'The signature is not right' },
    next: again,
  },
  CARD_CERTIFICATE_UNTRUSTED: {
    clause: 'RFC 5280 §6.1',
    status: 422,
    title: {
      ja: 'このカードの署名用電子証明書は、この窓口では使えません',
      en: 'The signing certificate of this card is not one of ours',
    },
    next: {
      ja: 'ご自身のマイナンバーカードをかざしてください',
      en: 'Use your own My Number Card',
    },
  },
  CARD_CERTIFICATE_EXPIRED: {
    clause: '5-A4',
    status: 422,
    title: {
      ja: 'マイナンバーカードの電子証明書の有効期限が切れています',
      en: 'A certificate of the card has expired',
    },
    next: counter,
  },
  CARD_CERTIFICATE_REVOKED: {
    clause: 'RFC 5280 §6.1.3 (a)(3)',
    status: 422,
    title: {
      ja: 'マイナンバーカードの電子証明書が失効しています',
      en: 'A certificate of the card has been revoked',
    },
    next: counter,
  },
  CARD_CERTIFICATE_SUSPENDED: {
    clause: '5-B1',
    status: 422,
    title: {
      ja: 'マイナンバーカードの電子証明書は一時停止中です',
      en: 'A certificate of the card is suspended',
    },
    next: {
      ja: 'カードが見つかったときは、市区町村の窓口で一時停止の解除をお手続きください',
      en: 'If you have found the card, have the suspension lifted at the counter',
    },
  },
  CARD_CERTIFICATE_MISSING: {
    clause: '2-A',
    status: 422,
    title: {
      ja: 'マイナンバーカードに、お選びの種類の電子証明書がありません',
      en: 'The card has no certificate of the chosen kind',
    },
    next: counter,
  },
  // the phone's or the card's signature on a request
  PHONE_CERTIFICATE_UNTRUSTED: {
    clause: 'RFC 5280 §6.1',
    status: 422,
    title: {
      ja: 'このスマホ用電子証明書は使えません',
      en: 'This certificate of a phone is not one of ours',
    },
    next: {
      ja: 'お手元のマイナンバーカードを利用してお手続きください',
      en: 'Use the card at hand instead',
    },
  },
  PHONE_CERTIFICATE_EXPIRED: {
    clause: '5-A4',
    status: 422,
    title: {
      ja: 'スマホ用電子証明書の有効期限が切れています',
      en: 'The certificate of the phone has expired',
    },
    next: {
      ja: 'お手元のマイナンバーカードを利用してお手続きください',
      en: 'Use the card at hand instead',
    },
  },
  PHONE_CERTIFICATE_REVOKED: {
    clause: 'RFC 5280 §6.1.3 (a)(3)',
    status: 422,
    title: {
      ja: 'スマホ用電子証明書はすでに失効しています',
      en: 'The certificate of the phone has been revoked',
    },
    next: {
      ja: 'スマートフォンの登録の状況を確認してください',
      en: 'Look at the state of the credential',
    },
  },
  PHONE_CERTIFICATE_SUSPENDED: {
    clause: '5-B1',
    status: 422,
    title: {
      ja: 'スマホ用電子証明書は一時停止中です',
      en: 'The certificate of the phone is suspended',
    },
    next: {
      ja: '再開の手続きをするか、お手元のマイナンバーカードを利用してお手続きください',
      en: 'Resume it, or use the card at hand',
    },
  },
  REQUEST_SIGNER_WRONG: {
    clause: '2-F',
    status: 422,
    title: {
      ja: 'この手続きに使えない電子証明書で署名されています',
      en: 'Signed by a key that may not ask for this',
    },
    next: {
      ja: 'お手元のマイナンバーカードを利用してお手続きください',
      en: 'Use the card at hand instead',
    },
  },
  CARD_OF_ANOTHER_PERSON: {
    clause: '5-A2',
    status: 422,
    title: { ja: 'ほかの方のマイナンバーカードです', en: 'This is the card of someone else' },
    next: { ja: 'ご自身のマイナンバーカードをかざしてください', en: 'Use your own My Number Card' },
  },
  REQUEST_MISMATCH: {
    clause: '2-F',
    status: 422,
    title: {
      ja: '署名した内容と、求められた手続きが一致しません',
      en: 'What was signed is not what is asked for',
    },
    next: report,
  },
  // what the statement says
  STATEMENT_INVALID: {
    clause: 'RFC 8785 §3.2',
    status: 422,
    title: { ja: '申請内容の形式が正しくありません', en: 'The statement has not the right form' },
    next: report,
  },
  STATEMENT_TIME: {
    clause: '2-C',
    status: 422,
    title: {
      ja: 'スマートフォンの時刻がずれています',
      en: 'The time of the phone is too far from ours',
    },
    next: {
      ja: 'スマートフォンの日付と時刻を自動設定にして、申請をやり直してください',
      en: 'Let the phone set its clock by itself, then apply again',
    },
  },
  NONCE_UNKNOWN: {
    clause: '2-C',
    status: 409,
    title: { ja: 'この申請は受け付けられません', en: 'The nonce was not given out here' },
    next: again,
  },
  NONCE_EXPIRED: {
    clause: '2-C',
    status: 409,
    title: { ja: '申請の有効時間が過ぎました', en: 'The application took too long' },
    next: again,
  },
  NONCE_USED: {
    clause: '2-C',
    status: 409,
    title: { ja: 'この申請はすでに送信されています', en: 'This application was sent before' },
    next: {
      ja: '申請の状況を確認してください',
      en: 'Look at the state of the application',
    },
  },
  CONSENT_UNKNOWN: {
    clause: '2-C',
    status: 422,
    title: {
      ja: '注意事項の内容が新しくなっています',
      en: 'The notes agreed to are not the current ones',
    },
    next: again,
  },
  PHONE_NOT_SUPPORTED: {
    clause: '2-A',
    status: 422,
    title: {
      ja: 'このスマートフォンには対応していません',
      en: 'This phone is not supported',
    },
    next: {
      ja: '対応しているスマートフォンをお使いください',
      en: 'Use a phone that is supported',
    },
  },
  OS_TOO_OLD: {
    clause: '2-B',
    status: 422,
    title: {
      ja: 'スマートフォンのOSが古いため、利用できません',
      en: 'The operating system of the phone is too old',
    },
    next: {
      ja: 'OSを最新版に更新してから、もう一度お試しください',
      en: 'Update the operating system, then try again',
    },
  },
  APP_TOO_OLD: {
    clause: '2-A',
    status: 422,
    title: { ja: 'アプリが古いため、利用できません', en: 'The app is too old' },
    next: {
      ja: 'アプリを最新版に更新してから、もう一度お試しください',
      en: 'Update the app, then try again',
    },
  },
  FACE_CHECK_INVALID: {
    clause: '3-C',
    status: 422,
    title: {
      ja: 'お顔の確認が完了していません',
      en: 'The face check is missing, too old, or of a kind that is not taken here',
    },
    next: { ja: 'お顔の撮影からやり直してください', en: 'Do the face check again' },
  },
  ATTRIBUTES_MISMATCH: {
    clause: '3-C',
    status: 422,
    title: {
      ja: 'カードの記載事項が、登録されている内容と一致しません',
      en: 'What the card says is not what the register says',
    },
    next: counter,
  },
  REQUEST_KEY_INVALID: {
    clause: 'RFC 2986 §4.2',
    status: 422,
    title: {
      ja: 'スマートフォンの鍵を確認できません',
      en: 'The phone does not prove to hold its keys',
    },
    next: again,
  },
  KEY_TOO_WEAK: {
    clause: 'RFC 8017 §3.1',
    status: 422,
    title: {
      ja: 'スマートフォンの鍵の種類が正しくありません',
      en: 'Keys are RSA with 2048 bits',
    },
    next: report,
  },
  KEY_USED: {
    clause: '2-C',
    status: 409,
    title: {
      ja: 'この鍵はすでに使われています',
      en: 'This key was certified or applied for before',
    },
    next: again,
  },
  // who holds what
  ALREADY_ON_THIS_PHONE: {
    clause: '5-A2',
    status: 409,
    title: {
      ja: 'このスマートフォンは、すでに申請中または登録済みです',
      en: 'This phone has your credential or an application for it',
    },
    next: {
      ja: '申請の状況を確認してください',
      en: 'Look at the state of the application',
    },
  },
  PERSON_HAS_A_PHONE: {
    clause: '5-A2',
    status: 409,
    title: {
      ja: '別のスマートフォンですでに申請中または登録済みです',
      en: 'You have a credential, or an application, on another phone',
    },
    next: {
      ja: '前のスマートフォンで失効の手続きをしてから、申請してください',
      en: 'End the one on the other phone first, then apply',
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
      en: 'They end theirs first',
    },
  },
  APPLICATION_ON_ITS_WAY: {
    clause: '4-B',
    status: 409,
    title: {
      ja: '別のスマートフォンで申請中です',
      en: 'An application on another phone is on its way',
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
      en: 'If you have the phone again, resume it; the resume procedure also works on a new phone',
    },
  },
  NOTHING_TO_SWITCH: {
    clause: '4-B',
    status: 409,
    title: {
      ja: '機種変更の元になるスマートフォンの登録がありません',
      en: 'You have no credential on another phone to switch from',
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
      en: 'Only one Android phone takes over from another',
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
  // the course
  NOT_ISSUED_YET: {
    clause: '5-A1',
    status: 409,
    title: {
      ja: 'スマホ用電子証明書はまだ発行されていません',
      en: 'The certificates have not been issued yet',
    },
    next: { ja: 'お知らせが届くまでお待ちください', en: 'Wait for the notice' },
  },
  APPLICATION_OVER: {
    clause: '2-E',
    status: 409,
    title: { ja: 'この申請は終了しています', en: 'This application is over' },
    next: again,
  },
  // notices
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
      en: 'The push service of this browser is not one we send to',
    },
    next: {
      ja: 'お知らせはアプリの中で確認してください',
      en: 'Read the notices in the app',
    },
  },
  ALREADY_REGISTERED: {
    clause: '2-E',
    status: 409,
    title: {
      ja: 'すでに登録が完了しているため、取り下げできません',
      en: 'It is registered already and cannot be withdrawn',
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
      en: 'This credential has ended already',
    },
    next: { ja: '引き続き使うには、新規の申請をしてください', en: 'Apply for a new one to go on' },
  },
  KIND_NOT_THERE: {
    clause: '2-F',
    status: 409,
    title: {
      ja: 'お選びの種類の電子証明書は、このスマートフォンにありません',
      en: 'The chosen kind is not in use on this phone',
    },
    next: {
      ja: 'スマートフォンの登録の状況を確認してください',
      en: 'Look at the state of the credential',
    },
  },
  WALLET_ENDS_WHOLE: {
    clause: '3-E',
    status: 422,
    title: {
      ja: 'iPhoneのマイナンバーカードは、一部だけを削除できません',
      en: 'On an iPhone the card is deleted as a whole',
    },
    next: { ja: 'すべてを選んで削除の手続きをしてください', en: 'Ask for both kinds' },
  },
  PHONE_HAS_ONE: {
    clause: '3-F',
    status: 409,
    title: {
      ja: 'このスマートフォンには、すでに登録または申請があります',
      en: 'This phone has a credential, or an application, itself',
    },
    next: {
      ja: 'このスマートフォンのものは、失効または削除の手続きで利用をやめてください',
      en: 'End the one on this phone by its own procedure',
    },
  },
  NOTHING_TO_DELETE: {
    clause: '3-F',
    status: 409,
    title: {
      ja: '別のスマートフォンに登録されたカードはありません',
      en: 'You have no credential on another phone',
    },
    next: { ja: 'お手続きは必要ありません', en: 'Nothing needs to be done' },
  },
  UNBLOCKING_KEY_MISSING: {
    clause: '2-F',
    status: 409,
    title: {
      ja: 'このスマートフォンの暗証番号は、再設定できません',
      en: 'There is no key kept to set the secrets of this phone anew',
    },
    next: {
      ja: '失効の手続きをしてから、申請をやり直してください',
      en: 'Revoke the credential with the card, then apply again',
    },
  },
  // the device key
  DPOP_INVALID: {
    clause: 'RFC 9449 §4.3',
    status: 401,
    title: {
      ja: 'このスマートフォンからの通信であることを確認できません',
      en: 'The proof of the device key is missing or wrong',
    },
    next: report,
  },
  DPOP_TIME: {
    clause: 'RFC 9449 §11.1',
    status: 401,
    title: {
      ja: 'スマートフォンの時刻がずれています',
      en: 'The proof was not made just now',
    },
    next: {
      ja: 'スマートフォンの日付と時刻を自動設定にして、もう一度お試しください',
      en: 'Let the phone set its clock by itself; the member "now" tells our time',
    },
  },
  DPOP_USED: {
    clause: 'RFC 9449 §11.1',
    status: 401,
    title: { ja: '同じ通信が二度送られました', en: 'The proof was used before' },
    next: { ja: 'もう一度お試しください', en: 'Try again with a new proof' },
  },
  IDEMPOTENCY_KEY_REUSED: {
    clause: 'draft-ietf-httpapi-idempotency-key-header §2.7',
    status: 422,
    title: {
      ja: '同じ番号で別の要求が送られました',
      en: 'Another request came before under this Idempotency-Key',
    },
    next: report,
  },
  // the roles
  ROLE_REQUIRED: {
    clause: 'RFC 6750 §3.1',
    status: 401,
    title: {
      ja: 'この手続きを行う権限を確認できません',
      en: 'This procedure belongs to a role, and its token is missing or wrong',
    },
    next: {
      ja: '窓口・コールセンター・運用者の端末からお手続きください',
      en: 'Use the terminal of the counter, the hotline or the operator',
    },
  },
  BROWSER_REFUSED: {
    clause: 'Fetch Metadata §2.4',
    status: 403,
    title: {
      ja: 'この情報はブラウザーには渡せません',
      en: 'This is not told to browsers',
    },
    next: {
      ja: 'コマンドラインから取得してください',
      en: 'Ask from a program on this machine',
    },
  },
  // the counter
  RESIDENT_INVALID: {
    clause: '5-A4',
    status: 422,
    title: {
      ja: '住民の情報が正しくありません',
      en: 'The resident cannot be registered like this',
    },
    next: { ja: '内容を確かめてください', en: 'Check the birth date and the names' },
  },
  CARD_ENDED: {
    clause: '5-B2',
    status: 409,
    title: { ja: 'このカードはすでに使えません', en: 'This card is no longer in use' },
    next: counter,
  },
  CARD_SUSPENDED: {
    clause: '5-B2',
    status: 409,
    title: { ja: 'このカードは一時停止中です', en: 'This card is suspended' },
    next: {
      ja: '先に一時停止を解除してください',
      en: 'Lift the suspension first',
    },
  },
  CARD_NOT_SUSPENDED: {
    clause: '5-B2',
    status: 409,
    title: { ja: 'このカードは一時停止されていません', en: 'This card is not suspended' },
    next: { ja: 'カードの状態を確かめてください', en: 'Look at the state of the card' },
  },
  CARD_EXPIRED: {
    clause: '5-A4',
    status: 409,
    title: { ja: 'このカードは有効期限が切れています', en: 'This card has expired' },
    next: { ja: '新しいカードを交付してください', en: 'Hand out a new card' },
  },
  CARD_KEY_MISSING: {
    clause: 'RFC 2986 §4.2',
    status: 422,
    title: {
      ja: '新しい電子証明書のための鍵がありません',
      en: 'A certificate has to be issued anew, and the request for its key is missing',
    },
    next: {
      ja: 'カードの中で鍵を作り直し、その申請書を添えてください',
      en: 'Have the card make a new key and send its PKCS #10 request',
    },
  },
  SIGNING_UNDER_AGE: {
    clause: '2-A',
    status: 422,
    title: {
      ja: '15歳未満の方には、署名用電子証明書は原則として発行されません',
      en: 'Who is under 15 normally gets no signing certificate',
    },
    next: {
      ja: '法定代理人の希望があるときは、その旨を指定してください',
      en: 'Leave it out, or say that the legal representative asks for it',
    },
  },
  CHANGE_REFUSED: {
    clause: '5-A4',
    status: 422,
    title: {
      ja: '届出の内容が登録されている方と一致しません',
      en: 'My Number, birth date and sex are not those of this person',
    },
    next: { ja: '本人の情報を確かめてください', en: 'Check whose record this is' },
  },
  // the hotline
  NOTHING_TO_SUSPEND: {
    clause: '5-B1',
    status: 409,
    title: {
      ja: '一時停止できるものがありません',
      en: 'There is nothing of this kind that could be suspended',
    },
    next: {
      ja: 'カードとスマートフォンの状態を確かめてください',
      en: 'Look at the state of card and phone',
    },
  },
  // the sandbox
  CLOCK_OUT_OF_RANGE: {
    clause: 'RFC 5280 §4.1.2.5',
    status: 422,
    title: {
      ja: 'サンドボックスの認証局の有効期間を外れます',
      en: 'The certificates of the sandbox are not valid at that time',
    },
    next: {
      ja: '時計は初回起動のおよそ1年前から9年後まで、カードの交付は4年後までにしてください',
      en: 'Stay within about one year before and nine after the first start; cards can be handed out for four',
    },
  },
} as const satisfies ProblemTable

const all = { ...commonProblems, ...authorityProblems }

export type AuthorityProblemCode = keyof typeof all

/** The one error of this party that a caller can meet. */
export class AuthorityError extends problemClass('AuthorityError', all) {}
