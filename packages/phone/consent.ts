/**
 * The notes a resident reads and ticks 確認しました under (2-C), by version. An application names the version and the
 * hash of its text, so that what was agreed to can be shown later; a text is never edited, only followed by a new version.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { toBase64Url } from './base64.ts'

/** The newest version, which the application screen shows. */
export const currentConsentVersion = '2026-11'

const texts: ReadonlyMap<string, string> = new Map([
  [
    '2026-11',
    [
      'スマホ用電子証明書の利用申請にあたっての注意事項',
      'スマホ用電子証明書は、お一人につき1台のスマートフォンでのみ利用できます。',
      '有効期限は、申請に使うマイナンバーカードの電子証明書の有効期限までです。',
      'マイナンバーカードの電子証明書が失効すると、スマホ用電子証明書も失効します。',
      '申請の内容は、マイナンバーカードの署名用電子証明書による電子署名とともに送信されます。',
      '発行は毎日8時から19時30分までの間に行い、完了するとお知らせします。お知らせのあと、登録の操作が必要です。',
      'スマートフォンを譲渡・売却・廃棄する前に、スマホ用電子証明書の失効手続をしてください。初期化しても失効しません。',
      'スマートフォンやカードを紛失したときは、24時間365日いつでも一時停止を申し出ることができます。',
    ].join('\n'),
  ],
])

/** @returns the whole text, paragraphs separated by line feeds; undefined for a version that never was */
export const consentText = (version: string): string | undefined => texts.get(version)

/** @returns SHA-256 of the text's UTF-8, base64url (43 characters); undefined for a version that never was */
export function consentHash(version: string): string | undefined {
  const text = texts.get(version)
  return text === undefined ? undefined : toBase64Url(sha256(new TextEncoder().encode(text)))
}
