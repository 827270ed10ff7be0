/** The words of every refusal, for a person and for the relying party's engineer, in Japanese and English: one table, which sites may show. */
import type { VerifyErrorCode } from './errors.ts'

/** A text in both languages. */
export interface InBoth {
  readonly ja: string
  readonly en: string
}

export interface RefusalWords {
  /** What happened: for the person. */
  readonly title: InBoth
  /** How that comes about: for the relying party. */
  readonly cause: InBoth
  /** What the person can do next. */
  readonly next: InBoth
}

const later: InBoth = {
  ja: '少し待ってから、もう一度お試しください',
  en: 'Try again in a while',
}
const report: InBoth = {
  ja: 'もう一度お試しください。続くときは、エラー番号を添えてお問い合わせください',
  en: 'Try again. If this keeps happening, contact us and quote the error code',
}
const again: InBoth = {
  ja: 'はじめの画面で、もう一度ログインをはじめてください',
  en: 'Start again on the login page',
}
const signing: InBoth = {
  ja: 'マイナンバーカードまたはスマートフォンの、署名用電子証明書をお使いください',
  en: 'Use the signing certificate of a My Number Card or of a phone',
}

export const verifyWords: Readonly<Record<VerifyErrorCode, RefusalWords>> = {
  RESPONSE_MALFORMED: {
    title: { ja: '回答を読み取れません', en: 'The response cannot be read' },
    cause: {
      ja: '署名データ（CMS）として読み取れないか、署名した人の電子証明書が入っていません',
      en: 'It is no CMS SignedData, or the certificate of its signer is not inside',
    },
    next: report,
  },
  SIGNATURE_INVALID: {
    title: { ja: '電子署名が正しくありません', en: 'The signature is not valid' },
    cause: {
      ja: '署名されたものと内容が違うか、電子証明書の鍵による署名ではありません',
      en: 'The content is not what was signed, or the key of the certificate did not sign it',
    },
    next: {
      ja: '署名したときのままのものを、もう一度お送りください。続くときは、署名をやり直してください',
      en: 'Send it again exactly as it was signed. If this keeps happening, sign it anew',
    },
  },
  CHAIN_INVALID: {
    title: {
      ja: 'この電子証明書は信頼できる発行者のものではありません',
      en: 'The certificate was not issued by a trusted authority',
    },
    cause: {
      ja: '信頼する発行者の一覧にない発行者のものか、用途（署名用・利用者証明用）が違います',
      en: 'No path leads to an issuer that is trusted for this use: another authority issued it, or its use (signing, user authentication) is the other one',
    },
    next: {
      ja: 'マイナンバーカードまたはスマートフォンの、この手続きのための電子証明書をお使いください',
      en: 'Use the certificate of a My Number Card or of a phone that is for this purpose',
    },
  },
  KEY_USAGE: {
    title: {
      ja: 'この電子証明書は、この手続きには使えません',
      en: 'The certificate is not for this purpose',
    },
    cause: {
      ja: '署名用の電子証明書でログインしたか、利用者証明用の電子証明書で文書に署名しています',
      en: 'A signing certificate was used to log in, or a user authentication certificate to sign a document',
    },
    next: {
      ja: '文書には署名用、ログインには利用者証明用の電子証明書をお使いください',
      en: 'Use the signing certificate for documents, and the user authentication certificate to log in',
    },
  },
  CERTIFICATE_EXPIRED: {
    title: { ja: '電子証明書の有効期限が切れています', en: 'The certificate has expired' },
    cause: {
      ja: '確かめた時刻（信頼するタイムスタンプがあれば、その時刻）が、有効期間のあとです',
      en: 'The time of the check, or of a time stamp that is trusted, is after its validity',
    },
    next: {
      ja: '市区町村の窓口で電子証明書を更新してください。スマートフォンでは、アプリでもう一度申請してください',
      en: 'Renew the certificate of a card at your municipal office; on a phone, apply again in the app',
    },
  },
  CERTIFICATE_NOT_YET_VALID: {
    title: {
      ja: '電子証明書の有効期間がまだはじまっていません',
      en: 'The certificate is not valid yet',
    },
    cause: {
      ja: '確かめた時刻が有効期間の前です。確かめる側の時計が遅れていることもあります',
      en: 'The time of the check is before its validity; the clock of the verifier may be slow',
    },
    next: {
      ja: '日付と時刻を確かめ、有効期間がはじまってから、もう一度お試しください',
      en: 'Check the date and time, and try again once the certificate is valid',
    },
  },
  CERTIFICATE_REVOKED: {
    title: { ja: '電子証明書が失効しています', en: 'The certificate has been revoked' },
    cause: {
      ja: 'カードの返納、引越し、氏名の変更、新しい電子証明書の発行、本人の届け出などで失効しました',
      en: 'It ended before its time: the card was returned, its holder moved, changed the name, got a new one or asked for it',
    },
    next: {
      ja: 'カードの電子証明書は市区町村の窓口で、スマートフォンのものはアプリで、もう一度申請してください',
      en: 'Apply for a new one: for a card at your municipal office, for a phone in the app',
    },
  },
  ISSUER_REVOKED: {
    title: {
      ja: '電子証明書の発行者の証明書が失効しています',
      en: 'The certificate of the issuer has been revoked',
    },
    cause: {
      ja: '信頼する発行者とこの電子証明書の間にある認証局の証明書が、失効または停止しています',
      en: 'A CA between the trusted issuer and the certificate has been revoked or suspended',
    },
    next: {
      ja: 'この電子証明書はいま使えません。お問い合わせください',
      en: 'This certificate cannot be used now; contact us',
    },
  },
  CERTIFICATE_SUSPENDED: {
    title: { ja: '電子証明書は一時停止中です', en: 'The certificate is suspended' },
    cause: {
      ja: 'カードまたはスマートフォンの紛失や盗難が届け出られています',
      en: 'The card or the phone was reported lost or stolen',
    },
    next: {
      ja: '見つかったときは、カードは市区町村の窓口で、スマートフォンはアプリで、一時停止を解除してください',
      en: 'Once you have found it, have the suspension lifted: of a card at your municipal office, of a phone in the app',
    },
  },
  STATUS_UNKNOWN: {
    title: {
      ja: '発行者はこの電子証明書を発行していません',
      en: 'The issuer did not issue this certificate',
    },
    cause: {
      ja: '発行者に問い合わせたところ、そのような電子証明書の記録はないという回答でした（unknown）',
      en: 'The responder answered that it has no record of it (unknown); it may be forged',
    },
    next: {
      ja: 'この電子証明書は使えません。心当たりがないときは、お問い合わせください',
      en: 'This certificate cannot be used; contact us if you did not expect this',
    },
  },
  STATUS_STALE: {
    title: {
      ja: '電子証明書が有効かどうかの情報が古く、確認できません',
      en: 'What is known about the status of the certificate is too old',
    },
    cause: {
      ja: '回答または失効リストの次回更新日時（nextUpdate）が過ぎたか、決めた古さ（`oldest`）を超えています',
      en: 'The answer or the list is past its nextUpdate, or older than the policy takes (`oldest`)',
    },
    next: later,
  },
  STATUS_UNAVAILABLE: {
    title: {
      ja: 'いまは電子証明書が有効かどうかを確認できません',
      en: 'The status of the certificate cannot be checked at the moment',
    },
    cause: {
      ja: '発行者から返事がないか、返事を信頼できません。電子証明書が無効だという意味ではありません',
      en: 'Nobody answered at the authority, or the answer cannot be relied on; nothing is said against the certificate',
    },
    next: later,
  },
  STATEMENT_MALFORMED: {
    title: { ja: '回答の形式が正しくありません', en: 'The response is malformed' },
    cause: {
      ja: '署名されたものが、ログインの回答の決まった形（JCSによるJSON）ではありません',
      en: 'What was signed is no login statement in canonical JSON',
    },
    next: report,
  },
  STATEMENT_MISMATCH: {
    title: { ja: 'これは別のログインへの回答です', en: 'The response belongs to another login' },
    cause: {
      ja: '署名されたサイト、nonce、目的、渡す情報または文書が、求めたものと違います',
      en: 'It was signed for another site, nonce, purpose, claims or documents than were asked for',
    },
    next: again,
  },
  STATEMENT_EXPIRED: {
    title: {
      ja: '回答が作られた時刻が受付の時間からはずれています',
      en: 'The response was not signed while this login was open',
    },
    cause: {
      ja: '署名から確認まで時間がかかりすぎたか、スマートフォンの時計が進んでいます',
      en: 'Too much time passed between signing and verifying, or the clock of the phone is ahead',
    },
    next: again,
  },
  CODE_WRONG: {
    title: { ja: '確認番号が違います', en: 'The confirmation number is wrong' },
    cause: {
      ja: 'スマートフォンで入れた番号が、ログインしたい画面の番号と違います',
      en: 'The number typed on the phone is not the one on the screen that is to be logged in',
    },
    next: {
      ja: 'ログインしたい画面に出ている番号を、確かめて入れ直してください',
      en: 'Check the number on the screen that you want to log in on, and enter it again',
    },
  },
  ATTRIBUTES_MISSING: {
    title: {
      ja: '電子証明書に必要な項目がありません',
      en: 'The certificate lacks required attributes',
    },
    cause: {
      ja: '氏名、住所、生年月日または性別が、電子証明書にないか、読み取れません',
      en: 'Name, address, date of birth or sex is not in the certificate, or cannot be read',
    },
    next: signing,
  },
  DOCUMENT_MALFORMED: {
    title: { ja: 'この文書を読み取れません', en: 'The document cannot be read' },
    cause: {
      ja: 'PDF、XML、CMSのどれでもないか、壊れている、暗号化されている、または大きすぎます',
      en: 'It is neither PDF nor XML nor CMS, or it is damaged, encrypted or too large',
    },
    next: {
      ja: 'ファイルが開けることを確かめて、もう一度お送りください',
      en: 'Check that the file opens, and send it again',
    },
  },
  DOCUMENT_NOT_SIGNED: {
    title: { ja: 'この文書には電子署名がありません', en: 'The document is not signed' },
    cause: {
      ja: '文書は読み取れましたが、電子署名が見つかりません',
      en: 'The document can be read, and there is no signature in it',
    },
    next: {
      ja: '電子署名をしてから、もう一度お送りください',
      en: 'Sign the document, and send it again',
    },
  },
  DOCUMENT_NOT_COVERED: {
    title: {
      ja: '電子署名が、この文書の内容に対するものではありません',
      en: 'The signature does not cover the document',
    },
    cause: {
      ja: '署名の範囲に穴があるか、署名の指す先が見つからない、または一つに決まりません。改ざんのおそれがあります',
      en: 'What is signed has a hole, is not found, or is not the only one of its name; it may be an attack',
    },
    next: {
      ja: '文書の全体に、あらためて電子署名をしてください',
      en: 'Sign the whole document anew',
    },
  },
  DOCUMENT_CHANGED: {
    title: {
      ja: '電子署名のあとで、文書が変更されています',
      en: 'The document was changed after it was signed',
    },
    cause: {
      ja: '署名のあとのPDFに、署名の追加などの許されたもの以外の変更が加えられています',
      en: 'More was added to the PDF after the signature than what is allowed, such as another signature',
    },
    next: {
      ja: '署名したときのままの文書をお送りいただくか、署名をやり直してください',
      en: 'Send the document as it was signed, or have it signed anew',
    },
  },
  TIME_STAMP_INVALID: {
    title: { ja: 'タイムスタンプが正しくありません', en: 'The time stamp is not valid' },
    cause: {
      ja: 'この署名に対するものではないか、信頼する時刻認証局のものではない、または未来の時刻です',
      en: 'It is not over this signature, not by a trusted authority, or from the future',
    },
    next: {
      ja: 'タイムスタンプを付け直して、もう一度お送りください',
      en: 'Have the document stamped anew, and send it again',
    },
  },
  TRUST_MALFORMED: {
    title: {
      ja: '信頼する発行者の一覧を読み取れません',
      en: 'The list of trusted authorities cannot be read',
    },
    cause: {
      ja: '確かめる側が読み込んだ、信頼する発行者の一覧の形式が正しくありません',
      en: 'The trust document that the verifier was given is malformed; nothing is wrong with the certificate',
    },
    next: later,
  },
}
