/** What the box refuses, and how it is told (RFC 9457). */
import type { ProblemTable } from '@kazashi/serve'

export const boxProblems = {
  CARD_UNKNOWN: {
    status: 404,
    title: { ja: 'そのカードはありません', en: 'There is no such card' },
    next: { ja: 'カードの一覧から選んでください', en: 'Choose one of the cards in the list' },
  },
  CARD_DAMAGED: {
    status: 500,
    title: { ja: 'カードのファイルを読めません', en: 'The file of the card cannot be read' },
    next: {
      ja: '別のカードを使うか、新しく作ってください',
      en: 'Use another card or make a new one',
    },
  },
  CARDS_FULL: {
    status: 409,
    title: { ja: 'これ以上カードを作れません', en: 'The box is full of cards' },
    next: { ja: 'すでにあるカードを使ってください', en: 'Use one of the cards that are there' },
  },
  READER_UNKNOWN: {
    status: 404,
    title: { ja: 'そのカードリーダーはありません', en: 'There is no such reader' },
    next: { ja: '最初のページを開き直してください', en: 'Open the start page again' },
  },
  PAIRING_REFUSED: {
    status: 403,
    title: {
      ja: 'このページはカードリーダーと組み合わされていません',
      en: 'This page is not paired with the reader',
    },
    next: { ja: '最初のページから開き直してください', en: 'Open it again from the start page' },
  },
  NOT_FROM_DESK: {
    status: 403,
    title: { ja: 'このページからは操作できません', en: 'Only the start page may do this' },
    next: { ja: '最初のページから操作してください', en: 'Do it on the start page' },
  },
  UPGRADE_REQUIRED: {
    status: 426,
    title: { ja: 'WebSocketで接続してください', en: 'This address is for a WebSocket' },
    next: { ja: 'アプリから接続してください', en: 'Connect with the app' },
  },
  COUNTER_REFUSED: {
    status: 502,
    title: {
      ja: '発行局からカードの証明書を受け取れませんでした',
      en: 'The authority did not give certificates for the card',
    },
    next: { ja: '少し待ってから、もう一度試してください', en: 'Try again in a while' },
  },
} as const satisfies ProblemTable
