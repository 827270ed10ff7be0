/** Cases that are a person: their card, their phone, and what befell them. Everything behind them is real. */
import type { Cases } from './case.ts'

const isIn = { gets: { at: 'tokens' }, expect: 'in' } as const
/** Claims of the person. */
const about = 'OpenID Connect Core 1.0 §5.1'
const claims = 'openid name address birthdate gender'

/** The certificate behind the phone's answer has ended. */
const ended = (reason: string) =>
  ({
    gets: {
      at: 'error',
      error: 'access_denied',
      description: `the certificate was not accepted: ${reason}`,
    },
    expect: 'refused',
  }) as const

/** The phone gives no answer. */
const silent = (reason: string) =>
  ({
    gets: {
      at: 'error',
      error: 'access_denied',
      description: `the phone did not answer: ${reason}`,
    },
    expect: 'refused',
  }) as const

const neverIssued = {
  ...silent('NOT_REGISTERED'),
  resident: {
    ja: 'スマホ用電子証明書がないため、ログインできません',
    en: 'There is no certificate on this phone, so it cannot log in',
  },
} as const

export const peopleCases = {
  adult: {
    clause: '1-B①',
    what: {
      ja: 'ふつうのおとな。Androidでログインします',
      en: 'An ordinary adult with an Android phone',
    },
    ...isIn,
  },
  iphone: {
    clause: '1-B①',
    what: { ja: 'ふつうのおとな。iPhoneでログインします', en: 'An ordinary adult with an iPhone' },
    ...isIn,
  },
  'name-longest': {
    clause: about,
    what: {
      ja: '氏名が登録できる上限の180文字',
      en: 'A name of 180 characters, the longest that the register takes',
    },
    scope: claims,
    ...isIn,
  },
  'address-longest': {
    clause: about,
    what: {
      ja: '住所が上限の200文字',
      en: 'An address of 200 characters, the longest that a certificate takes',
    },
    scope: claims,
    ...isIn,
  },
  'variant-kanji': {
    clause: about,
    what: {
      ja: '氏名に電子証明書で使えない漢字があり、別の文字に置き換えられている人',
      en: 'A name with characters that a certificate cannot write: others stand in their place',
    },
    scope: claims,
    ...isIn,
  },
  'latin-name': {
    clause: about,
    what: {
      ja: '氏名がローマ字の外国人住民',
      en: 'A foreign resident whose name is in Latin letters',
    },
    scope: claims,
    ...isIn,
  },
  'born-on-29-february': {
    clause: about,
    what: { ja: '2月29日生まれの人', en: 'Somebody born on 29 February' },
    scope: claims,
    ...isIn,
  },
  'sex-not-applicable': {
    clause: about,
    what: {
      ja: '性別が「男」でも「女」でもない人',
      en: 'Somebody whose sex is recorded as neither male nor female',
    },
    scope: claims,
    ...isIn,
  },
  centenarian: {
    clause: about,
    what: { ja: '104歳の人', en: 'Somebody 104 years old' },
    scope: claims,
    ...isIn,
  },
  fifteen: {
    clause: '2-A',
    what: { ja: 'きのう15歳になった人', en: 'Somebody who turned fifteen yesterday' },
    scope: claims,
    ...isIn,
  },
  seventeen: {
    clause: about,
    what: { ja: 'あした18歳になる人', en: 'Somebody who turns eighteen tomorrow' },
    scope: claims,
    ...isIn,
  },
  eighteen: {
    clause: about,
    what: { ja: 'きょう18歳になった人', en: 'Somebody who turns eighteen today' },
    scope: claims,
    ...isIn,
  },
  'twin-1': {
    clause: about,
    what: {
      ja: '氏名・住所・生年月日・性別が twin-2 と同じ別人',
      en: 'Another person than twin-2, of the same name, address, birth date and sex: `sub` differs',
    },
    scope: claims,
    ...isIn,
  },
  'twin-2': {
    clause: about,
    what: {
      ja: '氏名・住所・生年月日・性別が twin-1 と同じ別人',
      en: 'Another person than twin-1, of the same name, address, birth date and sex: `sub` differs',
    },
    scope: claims,
    ...isIn,
  },
  'slow-phone': {
    clause: '1-B①',
    what: { ja: 'スマホの操作に5秒かかる人', en: 'Somebody who needs five seconds at the phone' },
    ...isIn,
  },
  'applied-again': {
    clause: '5-A4',
    what: {
      ja: 'カードの電子証明書を更新し、スマホでも申請し直した人（sub は変わりません）',
      en: 'Somebody who renewed the card and applied again with the phone: `sub` stays',
    },
    ...isIn,
  },
  resumed: {
    clause: '5-B3',
    what: {
      ja: '一時停止のあと、利用再開をした人（sub は変わりません）',
      en: 'Somebody whose phone was suspended and is in use again: `sub` stays',
    },
    ...isIn,
  },
  suspended: {
    clause: '5-B1',
    what: {
      ja: 'スマホを失くし、電話で一時利用停止をした人',
      en: 'The phone was lost and suspended by telephone',
    },
    resident: {
      ja: '一時利用停止中のため、ログインできません',
      en: 'The certificate is suspended',
    },
    ...ended('CERTIFICATE_SUSPENDED'),
  },
  'card-lost': {
    clause: '5-B1',
    what: {
      ja: 'カードもスマホも失くし、電話で一時利用停止をした人',
      en: 'Card and phone were lost and suspended by telephone',
    },
    resident: {
      ja: '一時利用停止中のため、ログインできません',
      en: 'The certificate is suspended',
    },
    ...ended('CERTIFICATE_SUSPENDED'),
  },
  revoked: {
    clause: '5-A4',
    what: {
      ja: 'カードを作り直したため、スマホの電子証明書が失効した人',
      en: 'The card was made anew, which revoked the certificates on the phone',
    },
    resident: {
      ja: '失効しているため、ログインできません',
      en: 'The certificate has been revoked',
    },
    ...ended('CERTIFICATE_REVOKED'),
  },
  'card-renewed': {
    clause: '5-A4',
    what: {
      ja: 'カードの電子証明書を更新し、スマホではまだ申請し直していない人',
      en: 'The certificates on the card were renewed, and the phone has not applied again',
    },
    resident: {
      ja: '失効しているため、ログインできません',
      en: 'The certificate has been revoked',
    },
    ...ended('CERTIFICATE_REVOKED'),
  },
  moved: {
    clause: '5-A4',
    what: {
      ja: '引っ越したため、署名用電子証明書だけが失効した人（ログインだけならできます）',
      en: 'A move revoked the signing certificate alone: without claims the login goes well',
    },
    resident: {
      ja: '失効しているため、ログインできません',
      en: 'The certificate has been revoked',
    },
    scope: claims,
    ...ended('CERTIFICATE_REVOKED'),
  },
  renamed: {
    clause: '5-A4',
    what: {
      ja: '氏名が変わったため、署名用電子証明書だけが失効した人（ログインだけならできます）',
      en: 'A new name revoked the signing certificate alone: without claims the login goes well',
    },
    resident: {
      ja: '失効しているため、ログインできません',
      en: 'The certificate has been revoked',
    },
    scope: claims,
    ...ended('CERTIFICATE_REVOKED'),
  },
  deceased: {
    clause: 'RFC 5280 §5.3.1',
    what: { ja: '亡くなった人のスマホ', en: 'The phone of somebody who has died' },
    resident: {
      ja: '失効しているため、ログインできません',
      en: 'The certificate has been revoked',
    },
    ...ended('CERTIFICATE_REVOKED'),
  },
  locked: {
    clause: '1-C②',
    what: {
      ja: '利用者証明用のパスワード（数字4桁）がロックされた人',
      en: 'The PIN of the authentication certificate is locked',
    },
    resident: {
      ja: 'まちがいが続いたため、ロックされています',
      en: 'The PIN is locked after too many wrong tries',
    },
    ...silent('SECRET_BLOCKED'),
  },
  'password-locked': {
    clause: '1-C②',
    what: {
      ja: '署名用のパスワードがロックされた人（ログインだけならできます）',
      en: 'The signing password is locked: without claims the login goes well',
    },
    resident: {
      ja: 'まちがいが続いたため、ロックされています',
      en: 'The password is locked after too many wrong tries',
    },
    scope: claims,
    ...silent('SECRET_BLOCKED'),
  },
  'types-wrong-code': {
    clause: '1-B①',
    what: {
      ja: '確認番号を3回まちがえる人',
      en: 'Somebody who types a wrong confirmation number three times',
    },
    resident: {
      ja: '確認番号が3回違いました',
      en: 'The confirmation number was wrong three times',
    },
    ...silent('CODE_WRONG'),
  },
  declines: {
    clause: '1-B①',
    what: { ja: 'スマホで「やめる」を押す人', en: 'Somebody who presses “Cancel” on the phone' },
    resident: { ja: 'ログインをやめました', en: 'The login was cancelled' },
    ...silent('DECLINED'),
  },
  'no-phone': {
    clause: '2-C',
    what: {
      ja: 'カードはあるが、スマホで申請していない人',
      en: 'Somebody with a card who has not applied with the phone',
    },
    ...neverIssued,
  },
  'deleted-by-holder': {
    clause: '2-F',
    what: {
      ja: '自分でスマホの電子証明書を失効させた人',
      en: 'Somebody who revoked the certificates on the phone in the app',
    },
    ...neverIssued,
  },
  'under-15': {
    clause: '2-A',
    what: {
      ja: '15歳未満で、署名用電子証明書がなく、スマホで申請できない人',
      en: 'A child under fifteen: without a signing certificate the phone cannot apply',
    },
    ...neverIssued,
  },
  'no-signing': {
    clause: '2-A',
    what: {
      ja: 'カードに署名用電子証明書がないおとな',
      en: 'An adult without a signing certificate on the card',
    },
    ...neverIssued,
  },
  'face-only': {
    clause: '2-A',
    what: {
      ja: '暗証番号のない「顔認証マイナンバーカード」の人',
      en: 'Somebody with a card for face recognition only, which has no secrets',
    },
    ...neverIssued,
  },
} as const satisfies Cases
