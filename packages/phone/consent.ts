/**
 * The notes a resident reads and ticks 確認しました under (2-C), by version. An application names the version and the
 * hash of its text, so that the agreed text can be shown later; a text is never edited, only followed by a new version.
 */
import { base64url } from '@kazashi/octets'
import { sha256 } from '@noble/hashes/sha2.js'

/** The newest version, which the application screen shows. */
export const currentConsentVersion = '2026-11.2'

/** The course's notes (2-C ⑥, 4-B ⑤), to the letter. */
const notesOfCourse = [
  '電子署名は署名や押印に相当する法的効果があり、また、電子利用者証明はログインした者が利用者本人であることを証明するものです。したがって、スマホ用電子証明書を発行したスマートフォンを紛失したりしないよう適切に管理してください。また、スマホ用電子証明書を利用するために設定したパスワードを他人に知られないようにしてください。',
  'スマホ用電子証明書の利用は、利用者本人のスマートフォンで行ってください。',
  'スマホ用電子証明書を発行したスマートフォンの故障、買換、売却、譲渡等により使用を停止したときは、自らスマホ用電子証明書失効の手続きを行ってください。',
  'スマホ用電子証明書を発行したスマートフォンを紛失するなどしたときは、マイナンバー総合フリーダイヤルに電話して一時利用停止の手続きを行ってください。',
  '虚偽の申請により不正に電子証明書を発行させた場合は、法律により罰せられます。',
]

/** Questions of users. */
const notesOfOurs = [
  '有効期限は、申請に使うマイナンバーカードの電子証明書の有効期限までです。マイナンバーカードの電子証明書が失効すると、スマホ用電子証明書も失効します。',
  '発行は毎日8時から19時30分までの間に行い、完了するとお知らせします。お知らせのあと、Androidでは登録の操作が必要です。',
]

/** @param sender of our own notes */
const ofTwoSenders = (sender: string): string =>
  [
    '【地方公共団体情報システム機構からのお知らせ】スマホ用電子証明書のご利用にあたっての注意事項',
    ...notesOfCourse,
    `【${sender}からのお知らせ】`,
    ...notesOfOurs,
  ].join('\n')

const texts: ReadonlyMap<string, string> = new Map([
  [
    '2026-11',
    ['スマホ用電子証明書のご利用にあたっての注意事項', ...notesOfCourse, ...notesOfOurs].join('\n'),
  ],
  ['2026-11.1', ofTwoSenders('かざし（練習用）')],
  // Signed in a sandbox and where an authority operates alike, so it does not speak of practice.
  [currentConsentVersion, ofTwoSenders('かざし')],
])

/** @returns the whole text, paragraphs separated by line feeds; undefined for a version that never was */
export const consentText = (version: string): string | undefined => texts.get(version)

/** @returns SHA-256 of the text's UTF-8, base64url (43 characters); undefined for a version that never was */
export function consentHash(version: string): string | undefined {
  const text = texts.get(version)
  return text === undefined ? undefined : base64url.encode(sha256(new TextEncoder().encode(text)))
}

/** The notes of one sender: 【sender】 and subject, then its notes. */
export interface ConsentPart {
  readonly heading: string
  readonly notes: readonly string[]
}

/** @returns the current text by sender, for the screens */
export function currentConsent(): readonly ConsentPart[] {
  const parts: { heading: string; notes: string[] }[] = []
  for (const line of (consentText(currentConsentVersion) ?? '').split('\n')) {
    if (line.startsWith('【')) parts.push({ heading: line, notes: [] })
    else parts.at(-1)?.notes.push(line)
  }
  return parts
}
