/** Refusals of an operating Kazashi that are told otherwise in a sandbox: there is no start page with a reader to lead to. */
import type { ErrorWords, Language } from '@kazashi/ui'

/** Nobody practises there. */
export const faceCheckInvalid: Readonly<Record<Language, Pick<ErrorWords, 'why'>>> = {
  ja: { why: '撮影から時間がたちすぎました。' },
  en: { why: 'Too much time has passed since the recording.' },
}

export const readerMissing: Readonly<Record<Language, ErrorWords>> = {
  ja: {
    what: 'このアプリは、まだカードを読み取れません',
    why: 'ブラウザーのアプリは、スマホの読み取り機能を使えません。',
    next: ['実物のマイナンバーカードは、そのまま使えます'],
  },
  en: {
    what: 'This app cannot read cards yet',
    why: 'An app in a browser cannot use the card reader of the phone.',
    next: ['You can still use your physical My Number Card as usual'],
  },
}
