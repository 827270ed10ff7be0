/** Words for answers, changes of a database and signatures of an authority. */
import { defineTexts } from '@kazashi/ui'

export const recordsTexts = defineTexts({
  ja: {
    done: (status: number) => `はい（${status}）`,
    refused: '断られました',
    times: (times: number) => `${times}回`,
    kept: '確かめて、書き残す',
    keptMore:
      '1つの取引（トランザクション）でまとめて書きます。途中で失敗すると、1つも残りません。',
    and: (more: number) => `ほか${more}`,
    signatures: {
      certificate: {
        words: '電子証明書に署名する',
        more: '認証局が自分の鍵で署名すると、電子証明書になります。',
        clause: 'RFC 5280 §4.1',
      },
      ocsp: {
        words: '有効かどうかの返事に署名する',
        more: '返事を書きかえられないように、認証局が署名します。',
        clause: 'RFC 6960 §4.2.2.1',
      },
      crl: {
        words: '失効した証明書の一覧に署名する',
        more: '一覧を書きかえられないように、認証局が署名します。',
        clause: 'RFC 5280 §5',
      },
    },
  },
  en: {
    done: (status: number) => `Yes (${status})`,
    refused: 'Refused',
    times: (times: number) => `${times} times`,
    kept: 'Check, and keep on record',
    keptMore: 'It is one transaction: if a part fails, nothing of it is kept.',
    and: (more: number) => `and ${more} more`,
    signatures: {
      certificate: {
        words: 'Sign the certificate',
        more: 'It becomes a certificate when the authority signs it with its own key.',
        clause: 'RFC 5280 §4.1',
      },
      ocsp: {
        words: 'Sign the answer about the status',
        more: 'The authority signs the answer, so that nobody can change it.',
        clause: 'RFC 6960 §4.2.2.1',
      },
      crl: {
        words: 'Sign the list of revoked certificates',
        more: 'The authority signs the list, so that nobody can change it.',
        clause: 'RFC 5280 §5',
      },
    },
  },
})
