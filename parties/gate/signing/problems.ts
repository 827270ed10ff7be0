/** The refusals of the signing API to relying parties (RFC 9457). The real service's are not public. */
import { type ProblemTable, problemClass, type Texts } from '@kazashi/serve'

const begin: Texts = {
  ja: '新しい署名の受付（POST /api/sign-transactions）からやり直してください',
  en: 'Begin again with POST /api/sign-transactions',
}
const newToken: Texts = {
  ja: 'client_credentials で、scope=sign のアクセストークンを取り直してください',
  en: 'Get an access token with the grant client_credentials and the scope sign',
}

export const signProblems = {
  TOKEN_MISSING: {
    clause: 'RFC 6750 §3',
    status: 401,
    title: { ja: 'アクセストークンがありません', en: 'There is no access token' },
    next: newToken,
  },
  TOKEN_INVALID: {
    clause: 'RFC 6750 §3.1 invalid_token',
    status: 401,
    title: { ja: 'アクセストークンが有効ではありません', en: 'The access token is not valid' },
    next: newToken,
  },
  TOKEN_SCOPE: {
    clause: 'RFC 6750 §3.1 insufficient_scope',
    status: 403,
    title: {
      ja: 'このアクセストークンでは署名を頼めません',
      en: 'The access token does not have the scope sign',
    },
    next: newToken,
  },
  SIGN_KEY_MISSING: {
    clause: 'RFC 7517 §4.2 use=enc',
    status: 422,
    title: {
      ja: '結果を暗号化する鍵が登録されていません',
      en: 'No key is registered that the result can be encrypted for',
    },
    next: {
      ja: '登録の jwks に、use が enc の公開鍵（EC、X25519、RSA）を入れてください',
      en: 'Register a public key (EC, X25519 or RSA) with use=enc in jwks',
    },
  },
  SIGN_DOCUMENT_MISMATCH: {
    clause: 'FIPS 180-4 §6.2',
    status: 422,
    title: {
      ja: '文書とハッシュ値が一致しません',
      en: 'A document does not have the hash that was sent with it',
    },
    next: {
      ja: '送る文書そのもののSHA-256を、base64で入れてください',
      en: 'Send the SHA-256 hash of the same octets, in base64',
    },
  },
  SIGN_DOCUMENT_UNREADABLE: {
    clause: 'ISO 32000-1 §7.5.2',
    status: 422,
    title: {
      ja: '文書をスマホに表示できません',
      en: 'A document cannot be shown on a phone',
    },
    next: {
      ja: 'PDFか、制御文字のないUTF-8のテキストを送るか、ハッシュ値だけを送ってください',
      en: 'Send a PDF, or text in UTF-8 without control characters, or the hash alone',
    },
  },
  SIGN_DOCUMENTS_TOO_LARGE: {
    clause: 'RFC 9110 §15.5.14',
    status: 413,
    title: { ja: '文書が大きすぎます', en: 'The documents are too large to be shown' },
    next: {
      ja: '合わせて512 KBまでにするか、ハッシュ値だけを送ってください',
      en: 'Send 512 KB at most, or the hashes alone',
    },
  },
  SIGN_TRANSACTION_UNKNOWN: {
    clause: 'RFC 9110 §15.5.5',
    status: 404,
    title: { ja: 'この署名の受付はありません', en: 'There is no such signing transaction' },
    next: begin,
  },
  SIGN_NOT_YET: {
    clause: 'RFC 9110 §15.5.10',
    status: 409,
    title: { ja: 'まだ署名されていません', en: 'Nothing has been signed yet' },
    next: {
      ja: '利用者が署名を終えて、戻ってきてから取りに来てください',
      en: 'Ask again once the person has signed and come back',
    },
  },
  SIGN_TRANSACTION_REFUSED: {
    clause: 'RFC 6749 §4.1.2.1 access_denied',
    status: 409,
    title: { ja: '署名されませんでした', en: 'The person did not sign, or could not' },
    next: begin,
  },
  SIGN_TRANSACTION_CANCELLED: {
    clause: 'RFC 9110 §15.5.11',
    status: 410,
    title: { ja: '署名の受付は取り消されています', en: 'The signing transaction was cancelled' },
    next: begin,
  },
  SIGN_TRANSACTION_EXPIRED: {
    clause: 'RFC 9110 §15.5.11',
    status: 410,
    title: { ja: '署名の受付時間が過ぎました', en: 'The signing transaction has expired' },
    next: begin,
  },
  SIGN_RESULT_FETCHED: {
    clause: 'RFC 9110 §15.5.11',
    status: 410,
    title: { ja: '結果は、すでに渡しました', en: 'The result has been fetched already' },
    next: begin,
  },
} as const satisfies ProblemTable

export class SignProblem extends problemClass('SignProblem', signProblems) {}
